#include "parser/quote/name_in_marks.h"

#include <algorithm>

#include "parser/quote/noun_chain.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Names in marks are short; longer words there are somebody's.
constexpr TokenIndex kNameTokensMax = 4;

// The mark that closes what `open` opens in the language, 0 when it opens nothing.
char32_t closing_mark(const Language& language, char32_t open) {
  const auto pair = std::find_if(language.marks.begin(), language.marks.end(),
                                 [open](const MarkPair& marks) { return marks.open == open; });
  return pair == language.marks.end() ? 0 : pair->close;
}

// Whether the noun is of those that take a name in marks, and no phrase that is complete without.
bool takes_name(const Analysis& analysis, const Mention& mention) {
  if (mention.kind == MentionKind::Pronoun || mention.core.end != mention.tokens.end) return false;
  const TokenIndex noun = mention.core.end - 1;
  if (!analysis.is(noun, Tag::TitleNoun)) return false;
  return !analysis.language().grammar.no_capitals || !has_article(analysis, noun);
}

// The token after the closing mark, kNoToken when the marks hold no name.
TokenIndex end_of_name(const Analysis& analysis, TokenIndex opening) {
  if (opening + 2 >= analysis.size()) return kNoToken;
  const char32_t close = closing_mark(analysis.language(), analysis.mark(opening));
  if (close == 0 || !in_same_sentence(analysis, opening - 1, opening)) return kNoToken;
  const bool one_case = analysis.language().grammar.no_capitals;
  if (!one_case && !analysis.token(opening + 1).capitalised) return kNoToken;
  const TokenIndex end = std::min(analysis.size(), opening + 2 + kNameTokensMax);
  for (TokenIndex at = opening + 1; at < end; ++at) {
    if (analysis.mark(at) == close) return at > opening + 1 ? at + 1 : kNoToken;
    if (analysis.token(at).kind == TokenKind::Punctuation) return kNoToken;
  }
  return kNoToken;
}

}  // namespace

TokenIndex end_with_name_in_marks(const Analysis& analysis, const Mention& mention) {
  if (!takes_name(analysis, mention)) return mention.tokens.end;
  TokenIndex end = end_of_name(analysis, mention.tokens.end);
  if (end == kNoToken) return mention.tokens.end;
  // An adjective with the article after the name agrees with the noun before it.
  while (end < analysis.size() && analysis.language().grammar.no_capitals &&
         analysis.token(end).kind == TokenKind::Word && has_article(analysis, end) &&
         (analysis.is(end, Tag::RoleAdjective) || analysis.is(end, Tag::Demonym))) {
    ++end;
  }
  return end;
}

}  // namespace dixit::parser
