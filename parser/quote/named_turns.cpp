#include "parser/quote/named_turns.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words of a label: a title, two given names and a family name.
constexpr TokenIndex kLabelTokensMax = 4;

// A signature with the signer's office behind the name; a longer paragraph is a report.
constexpr TokenIndex kSignatureTokensMax = 16;

bool is_dash(char32_t mark) { return mark == '-' || mark == U'–' || mark == U'—' || mark == U'―'; }

// Whether what follows the name is at most an office: no verb, and a comma or bracket before it.
bool ends_signature(const Analysis& analysis, TokenIndex at, TokenIndex end) {
  for (TokenIndex i = at; i < end; ++i) {
    const bool word = analysis.token(i).kind == TokenKind::Word;
    if (i == at && word) return false;
    if (word && (verb_moods(analysis, i) & kFiniteMoods) != 0 && !analysis.is(i, Tag::NounToo)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<Attribution> turn_named_by_label(const Scene& scene, StretchIndex stretch) {
  const Analysis& analysis = scene.analysis();
  const TokenRange& inner = scene.stretches()[stretch].inner;
  const TokenIndex limit = std::min(inner.end, inner.begin + kLabelTokensMax + 1);
  TokenIndex at = inner.begin;
  while (at < limit && analysis.token(at).kind == TokenKind::Word && analysis.token(at).all_caps) {
    ++at;
  }
  if (at == inner.begin || at + 1 >= inner.end || analysis.mark(at) != ':') return std::nullopt;
  return Attribution{.source = Subject{.tokens = {.begin = inner.begin, .end = at},
                                       .mention = scene.mentions().beginning_at(inner.begin),
                                       .rule = "source.turn_label"},
                     .score = 0.95,
                     .rule = "turn",
                     .whole = true,
                     .words_begin = at + 1};
}

std::optional<Attribution> words_signed_by(const Scene& scene, const Frame& frame,
                                           StretchIndex stretch) {
  const Analysis& analysis = scene.analysis();
  const MarkedStretch& marked = scene.stretches()[stretch];
  const TokenIndex dash = marked.outer.end;
  if (!marked.closed || marked.outer.begin != frame.tokens.begin || dash >= analysis.size() ||
      !is_dash(analysis.mark(dash))) {
    return std::nullopt;
  }
  const TokenIndex begin = is_dash(analysis.mark(dash + 1)) ? dash + 2 : dash + 1;
  const MentionIndex signer = scene.mentions().beginning_at(begin);
  if (signer == kNoMention) return std::nullopt;
  const Mention& mention = scene.mentions()[signer];
  const TokenIndex end = analysis.paragraphs()[analysis.paragraph_of(dash)].end;
  if (mention.kind != MentionKind::Name || mention.weak || end - dash > kSignatureTokensMax ||
      !ends_signature(analysis, mention.tokens.end, end)) {
    return std::nullopt;
  }
  return Attribution{
      .source = Subject{.tokens = mention.tokens, .mention = signer, .rule = "source.signature"},
      .score = 0.95,
      .rule = "signature",
      .whole = true};
}

}  // namespace dixit::parser
