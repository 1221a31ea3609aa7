#include "parser/quote/incises.h"

#include <algorithm>
#include <optional>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens of "said the old man in the boat," at the most; a longer one is narration.
constexpr TokenIndex kIncisePrefixMax = 9;

// Tokens between a verb and a subject behind it.
constexpr TokenIndex kSubjectReach = 3;

// Clitics between the mark that ends the words and the verb: "lui répondit-il".
constexpr TokenIndex kCliticsMax = 2;

bool interrupts(char32_t mark) {
  return mark == ',' || mark == '?' || mark == '!' || mark == U'…' || mark == ';' || mark == '.';
}

bool ends_sentence(char32_t mark) {
  return mark == '.' || mark == '?' || mark == '!' || mark == U'…';
}

class InciseFinder {
 public:
  InciseFinder(const Analysis& analysis, const Mentions& mentions, TokenRange words)
      : analysis_(&analysis), mentions_(&mentions), words_(words) {}

  // The incise that the cue heads.
  [[nodiscard]] std::optional<TokenRange> read(const Cue& cue) const {
    if (cue.kind != CueKind::Verb || cue.dependent || cue.passive) return std::nullopt;
    const TokenIndex begin = begin_of(cue);
    if (begin == kNoToken || analysis_->token(begin).capitalised) return std::nullopt;
    if (!has_subject_behind(cue)) return std::nullopt;
    return TokenRange{.begin = begin, .end = end_of(begin, cue)};
  }

 private:
  // The first token after the mark that ends the words before the verb; kNoToken without one.
  [[nodiscard]] TokenIndex begin_of(const Cue& cue) const {
    TokenIndex begin = std::min(cue.finite, cue.tokens.begin);
    for (TokenIndex steps = 0; steps <= kCliticsMax && begin > words_.begin; ++steps, --begin) {
      const char32_t mark = analysis_->mark(begin - 1);
      // A full stop is one only where the next word shows that no sentence begins.
      if (interrupts(mark)) return mark == ';' ? kNoToken : begin;
      if (!analysis_->is(begin - 1, Tag::ObjectPronoun)) return kNoToken;
    }
    return kNoToken;
  }

  [[nodiscard]] bool has_subject_behind(const Cue& cue) const {
    if (!cue.inner_subject.empty()) {
      const PhraseMatch* pronoun = analysis_->match(cue.inner_subject.begin, Tag::Pronoun);
      return pronoun == nullptr || pronoun->entry.features.person != Person::Second;
    }
    const TokenIndex end = std::min(words_.end, cue.tokens.end + kSubjectReach);
    for (TokenIndex at = cue.tokens.end; at < end; ++at) {
      const MentionIndex mention = mentions_->beginning_at(at);
      if (mention != kNoMention) {
        const Mention& subject = (*mentions_)[mention];
        return !subject.governed && subject.features.person != Person::Second;
      }
      if (!is_light(*analysis_, at) && !is_plain(at)) return false;
    }
    return false;
  }

  // A word that the language file does not know: an adverb, as like as not.
  [[nodiscard]] bool is_plain(TokenIndex at) const {
    return analysis_->token(at).kind == TokenKind::Word && !ends_noun_phrase(*analysis_, at) &&
           verb_moods(*analysis_, at) == 0;
  }

  // Where the speech goes on: after a comma soon behind the verb, or with a sentence that sounds
  // spoken; else the rest is narration.
  [[nodiscard]] TokenIndex end_of(TokenIndex begin, const Cue& cue) const {
    for (TokenIndex at = cue.tokens.end; at < words_.end; ++at) {
      const char32_t mark = analysis_->mark(at);
      if (mark == ',' && at - begin <= kIncisePrefixMax && !adds_circumstance(at + 1))
        return at + 1;
      if (mark != ';' && mark != ':' && !ends_sentence(mark)) continue;
      // What does not sound spoken as a whole does not in any part of it.
      return sounds_spoken(*analysis_, {.begin = at + 1, .end = words_.end}) ? at + 1 : words_.end;
    }
    return words_.end;
  }

  // "…, he said, smiling": no speech goes on there.
  [[nodiscard]] bool adds_circumstance(TokenIndex at) const {
    return at >= words_.end || analysis_->is(at, Tag::Preposition) ||
           (verb_moods(*analysis_, at) & mood_bit(Mood::Gerund)) != 0;
  }

  const Analysis* analysis_;
  const Mentions* mentions_;
  TokenRange words_;
};

}  // namespace

bool sounds_spoken(const Analysis& analysis, TokenRange words) {
  for (TokenIndex at = words.begin; at < words.end; ++at) {
    const char32_t mark = analysis.mark(at);
    if (mark == '?' || mark == '!') return true;
    for (const Tag tag : {Tag::Pronoun, Tag::Possessive, Tag::ObjectPronoun}) {
      const PhraseMatch* found = analysis.match(at, tag);
      if (found == nullptr) continue;
      const Person person = found->entry.features.person;
      if (person == Person::First || person == Person::Second) return true;
    }
  }
  return false;
}

std::vector<TokenRange> find_incises(const Analysis& analysis, const Mentions& mentions,
                                     const std::vector<Cue>& cues, TokenRange words) {
  std::vector<TokenRange> found;
  const InciseFinder finder(analysis, mentions, words);
  TokenIndex from = words.begin;
  const auto first =
      std::lower_bound(cues.begin(), cues.end(), words.begin,
                       [](const Cue& cue, TokenIndex token) { return cue.tokens.begin < token; });
  for (auto cue = first; cue != cues.end() && cue->tokens.begin < words.end; ++cue) {
    if (cue->tokens.begin < from) continue;
    const std::optional<TokenRange> incise = finder.read(*cue);
    if (!incise || incise->begin < from) continue;
    found.push_back(*incise);
    from = incise->end;
  }
  return found;
}

}  // namespace dixit::parser
