#include "parser/quote/following_subject.h"

#include <algorithm>

#include "parser/quote/determiners.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens after the verb, over adverbs, times and prepositional phrases.
constexpr TokenIndex kInvertedReach = 16;

// Light words between the verb and a subject that stands right after it.
constexpr TokenIndex kCloseReach = 3;

// Whether what is said follows the words in marks, so that they name the speaker.
bool words_follow(const Clause& clause, StretchIndex marked) {
  const TokenIndex after = clause.scene().stretches()[marked].outer.end;
  const Analysis& analysis = clause.analysis();
  if (!in_same_sentence(analysis, after - 1, after)) return false;
  return analysis.mark(after) == ':' || analysis.is(after, Tag::Complementizer) ||
         clause.stretch_beginning_at(after) != kNoStretch;
}

// "wrote “The Times”": a name in marks.
std::optional<Subject> named_in_marks(const Clause& clause, StretchIndex marked) {
  const Analysis& analysis = clause.analysis();
  const TokenRange& inner = clause.scene().stretches()[marked].inner;
  const bool name = clause.grammar().no_capitals ? words_follow(clause, marked)
                                                 : analysis.token(inner.begin).capitalised;
  if (!clause.is_transparent(marked) || !name) return std::nullopt;
  if (!in_same_sentence(analysis, inner.begin, clause.cue().head)) return std::nullopt;
  return Subject{.tokens = inner, .rule = "source.name_in_marks"};
}

// How many tokens may be skipped on the way from an inverted verb to its subject.
TokenIndex passable_length(const Clause& clause, TokenIndex at, TokenIndex begin) {
  const Analysis& analysis = clause.analysis();
  if (const TokenIndex light = light_length(analysis, at)) return light;
  const Token& token = analysis.token(at);
  if (analysis.mark(at) == ',' || token.kind == TokenKind::Number) return 1;
  static const TagSet kPassable = tag_set({Tag::Preposition, Tag::Month, Tag::Weekday});
  if (analysis.is_any(at, kPassable) || is_pronoun_before_name(analysis, at)) return 1;
  // "wrote the “Times”"
  if (is_determiner_like(analysis, at) && clause.stretch_beginning_at(at + 1) != kNoStretch) {
    return 1;
  }
  const bool object = at > begin && token.kind == TokenKind::Word &&
                      !ends_noun_phrase(analysis, at) && verb_moods(analysis, at) == 0;
  return object ? 1 : 0;
}

// Words put in between are never said not to have been said.
bool is_negated(const Clause& clause) {
  const TokenIndex verb = clause.verb();
  for (TokenIndex at = verb > 0 ? verb - 1 : 0; at < clause.cue().tokens.end; ++at) {
    if (clause.analysis().is(at, Tag::Negation)) return true;
  }
  return false;
}

}  // namespace

std::optional<Subject> subject_after_verb(const Clause& clause) {
  const Cue& cue = clause.cue();
  const Mentions& mentions = clause.mentions();
  // "hat der Minister gesagt": the subject stands inside the frame of the verb.
  const bool framed = cue.head > cue.finite + 1 && clause.grammar().participle_at_end;
  const TokenIndex begin = framed ? cue.finite + 1 : cue.tokens.end;
  const TokenIndex end = std::min(clause.frame().tokens.end, begin + kInvertedReach);
  TokenIndex governed_end = kNoToken;
  for (TokenIndex at = begin; at < end;) {
    if (const StretchIndex marked = clause.stretch_beginning_at(at); marked != kNoStretch) {
      if (at != governed_end) return named_in_marks(clause, marked);
      at = clause.scene().stretches()[marked].outer.end;  // "told the weekly “Dawn”": not who spoke
      continue;
    }
    if (const MentionIndex mention = mentions.at(at); mention != kNoMention) {
      if (!mentions[mention].governed) return clause.subject(mention, "source.inverted_subject");
      at = governed_end = std::max(at + 1, mentions[mention].core.end);
      continue;
    }
    const TokenIndex step = passable_length(clause, at, begin);
    if (step == 0) return std::nullopt;
    at += step;
  }
  return std::nullopt;
}

std::optional<Subject> pronoun_after_verb(const Clause& clause) {
  if (!clause.grammar().participle_at_end) return std::nullopt;
  const TokenIndex after = clause.cue().finite + 1;
  if (after >= clause.frame().tokens.end) return std::nullopt;
  const MentionIndex index = clause.mentions().beginning_at(after);
  if (index == kNoMention) return std::nullopt;
  const Mention& mention = clause.mentions()[index];
  const Analysis& analysis = clause.analysis();
  if (mention.kind != MentionKind::Pronoun || mention.features.oblique ||
      analysis.is(after, Tag::ObjectPronoun) || !analysis.is(after, Tag::Pronoun)) {
    return std::nullopt;
  }
  return clause.subject(index, "source.inverted_pronoun");
}

std::optional<Subject> closely_inverted_subject(const Clause& clause) {
  if (!clause.grammar().subject_after_cue || is_negated(clause)) return std::nullopt;
  std::optional<Subject> after = subject_after_verb(clause);
  if (!after || after->tokens.begin > clause.cue().tokens.end + kCloseReach) return std::nullopt;
  if (after->mention != kNoMention && !clause.mentions()[after->mention].can_speak) {
    return std::nullopt;
  }
  const Analysis& analysis = clause.analysis();
  const TokenIndex end = after->tokens.end;
  if (end >= clause.frame().tokens.end) return after;
  if (analysis.token(end).kind == TokenKind::Punctuation) return after;
  if (!clause.grammar().free_inversion) return std::nullopt;
  return (verb_moods(analysis, end) & kFiniteMoods) == 0 ? after : std::nullopt;
}

}  // namespace dixit::parser
