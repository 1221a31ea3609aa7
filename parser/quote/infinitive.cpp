#include "parser/quote/infinitive.h"

#include <algorithm>
#include <string>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// A shorter word is none that an ending could tell.
constexpr std::size_t kInfinitiveBytesMin = 4;

}  // namespace

bool ends_as_infinitive(const Analysis& analysis, TokenIndex token) {
  // "entre", "contre", "autre", "notre": a known small word is no verb, however it ends.
  static const TagSet kSmallWords =
      tag_set({Tag::Preposition, Tag::Conjunction, Tag::Subordinator, Tag::Adverb, Tag::Indefinite,
               Tag::Possessive, Tag::Demonstrative, Tag::Quantifier});
  if (analysis.is_any(token, kSmallWords)) return false;
  const Token& word = analysis.token(token);
  if (word.kind != TokenKind::Word || word.end - word.start < kInfinitiveBytesMin) return false;
  if ((verb_moods(analysis, token) & kFiniteMoods) != 0 || is_speaker_noun(analysis, token)) {
    return false;
  }
  // "matá-lo": a pronoun that is written onto the verb may change its ending.
  const bool joined = token + 1 < analysis.size() && analysis.token(token + 1).joined &&
                      analysis.is(token + 1, Tag::Enclitic);
  const std::string alone = fold_word(analysis.text_of(token));
  const std::string whole =
      joined ? fold_word(analysis.text_of({.begin = token, .end = token + 2})) : alone;
  const auto endings = analysis.language().words(Tag::InfinitiveEnding);
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return alone.ends_with(ending) || whole.ends_with(ending);
  });
}

bool may_be_infinitive(const Scene& scene, TokenIndex token, TokenIndex end) {
  const Analysis& analysis = scene.analysis();
  TokenIndex verb = token;
  while (verb < end && is_light(analysis, verb)) ++verb;
  if (verb >= end) return false;
  if (!analysis.language().words(Tag::InfinitiveEnding).empty()) {
    return ends_as_infinitive(analysis, verb);
  }
  const Token& word = analysis.token(verb);
  if (word.kind != TokenKind::Word || is_determiner_like(analysis, verb)) return false;
  return word.all_caps || (!word.capitalised && scene.mentions().at(verb) == kNoMention);
}

}  // namespace dixit::parser
