#include "parser/quote/not_speech.h"

#include <algorithm>
#include <string>

#include "parser/quote/word_classes.h"

namespace dixit::parser {

bool is_named_so(const Scene& scene, StretchIndex stretch) {
  const Analysis& analysis = scene.analysis();
  const TokenIndex begin = scene.stretches()[stretch].outer.begin;
  if (begin == 0 || !in_same_sentence(analysis, begin - 1, begin)) return false;
  return analysis.is(begin - 1, Tag::TitleNoun) || analysis.is(begin - 1, Tag::NameVerb);
}

bool names_noun_before(const Scene& scene, StretchIndex stretch) {
  constexpr TokenIndex kNameWordsMax = 5;
  const Analysis& analysis = scene.analysis();
  const MarkedStretch& marked = scene.stretches()[stretch];
  const TokenIndex begin = marked.outer.begin;
  if (!analysis.language().grammar.nouns_capitalised || begin == 0) return false;
  if (!in_same_sentence(analysis, begin - 1, begin) || scene.words_in(stretch) > kNameWordsMax) {
    return false;
  }
  if (!analysis.token(marked.inner.begin).capitalised) return false;
  if (analysis.is(begin - 1, Tag::Definite)) return true;
  const Token& before = analysis.token(begin - 1);
  return before.kind == TokenKind::Word && before.capitalised &&
         verb_moods(analysis, begin - 1) == 0;
}

namespace {

// "the group: “We will not yield”": a body's name holds no verb.
bool may_name_body(const Analysis& analysis, TokenRange words) {
  for (TokenIndex at = words.begin; at < words.end; ++at) {
    if ((verb_moods(analysis, at) & ~mood_bit(Mood::Participle)) != 0) return false;
  }
  return true;
}

}  // namespace

bool named_before_colon(const Scene& scene, const Frame& frame, StretchIndex stretch) {
  constexpr TokenIndex kTitleWordsMax = 6;
  constexpr TokenIndex kNounReach = 12;
  const Analysis& analysis = scene.analysis();
  const MarkedStretch& marked = scene.stretches()[stretch];
  const TokenIndex begin = marked.outer.begin;
  if (begin == 0 || analysis.mark(begin - 1) != ':' || scene.words_in(stretch) > kTitleWordsMax ||
      analysis.token(marked.inner.end - 1).kind == TokenKind::Punctuation) {
    return false;
  }
  const TokenIndex floor = std::max(frame.tokens.begin, begin - std::min(begin, kNounReach));
  static const TagSet kSaying = tag_set({Tag::Say, Tag::Write, Tag::Relay});
  static const TagSet kMessages =
      tag_set({Tag::StatementChannel, Tag::LetterChannel, Tag::VideoChannel, Tag::AudioChannel,
               Tag::SocialChannel, Tag::LeafletChannel});
  // "the paper reported that he said: “…”"
  if (begin > 1 && analysis.is_any(begin - 2, kSaying)) return false;
  for (TokenIndex at = begin - 1; at-- > floor;) {
    if (!analysis.is(at, Tag::TitleNoun)) continue;
    // A group that speaks, or what its words stand in, is not called by them.
    const bool speaks = at > 0 && analysis.is_any(at - 1, kSaying);
    static const TagSet kBodies = tag_set({Tag::GroupNoun, Tag::BodyNoun});
    const bool body = analysis.is_any(at, kBodies) && !may_name_body(analysis, marked.inner);
    if (!speaks && !body && !analysis.is_any(at, kMessages)) return true;
  }
  return false;
}

bool has_abbreviation(const Scene& scene, StretchIndex stretch) {
  const Analysis& analysis = scene.analysis();
  const MarkedStretch& marked = scene.stretches()[stretch];
  const TokenIndex after = marked.outer.end;
  if (after + 2 >= analysis.size() || analysis.mark(after) != '(' ||
      analysis.mark(after + 2) != ')' || !analysis.token(after + 1).all_caps) {
    return false;
  }
  // Its first letter is the name's.
  const std::string name = fold_word(analysis.text_of(marked.inner.begin));
  const std::string letters = fold_word(analysis.text_of(after + 1));
  return !name.empty() && !letters.empty() && name.front() == letters.front();
}

bool looks_like_title(const Scene& scene, StretchIndex stretch) {
  const Analysis& analysis = scene.analysis();
  if (analysis.language().grammar.nouns_capitalised) return false;
  const TokenRange& inner = scene.stretches()[stretch].inner;
  int capitals = 0;
  for (TokenIndex i = inner.begin; i < inner.end; ++i) {
    const Token& token = analysis.token(i);
    if (token.kind != TokenKind::Word) continue;
    if (token.all_caps && inner.size() > 3) return false;
    if (token.capitalised) {
      ++capitals;
    } else if (token.end - token.start > 3 || i == inner.begin) {
      return false;
    }
  }
  return capitals >= 2;
}

bool is_one_sign(const Scene& scene, StretchIndex stretch) {
  const TokenRange& inner = scene.stretches()[stretch].inner;
  for (TokenIndex i = inner.begin + 1; i < inner.end; ++i) {
    if (scene.analysis().token(i).space_before) return false;
  }
  return inner.size() > 1;
}

}  // namespace dixit::parser
