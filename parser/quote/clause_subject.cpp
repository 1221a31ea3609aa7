#include "parser/quote/clause_subject.h"

#include "parser/quote/borrowed_subject.h"
#include "parser/quote/following_subject.h"
#include "parser/quote/fronted_object.h"
#include "parser/quote/preceding_subject.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// "Ähnlich äußerte sich der Minister", "Der Zeitung sagte Schmidt:": what opens the sentence may be
// an adverb or an object that its form does not tell, and somebody better stands after the verb.
bool is_better(const Clause& clause, const Subject& before, const Subject& after) {
  if (before.mention == kNoMention || after.mention == kNoMention) return false;
  const Mention& opening = clause.mentions()[before.mention];
  const Mention& inverted = clause.mentions()[after.mention];
  if (!inverted.can_speak || inverted.kind == MentionKind::Pronoun) return false;
  if (opening.kind == MentionKind::Pronoun) return false;
  if (opening.weak || !opening.can_speak) return !inverted.weak;
  if (is_marked_nominative(clause.analysis(), inverted)) {
    return !is_marked_nominative(clause.analysis(), opening);
  }
  return (!opening.person || opening.body) && inverted.person && !inverted.body &&
         inverted.kind == MentionKind::Name;
}

std::optional<Subject> either_side(const Clause& clause) {
  std::optional<Subject> before = preceding_subject(clause);
  const Grammar& grammar = clause.grammar();
  if (before && !grammar.participle_at_end) return before;
  if (before) {
    const std::optional<Subject> after = closely_inverted_subject(clause);
    return after && is_better(clause, *before, *after) ? after : before;
  }
  if (grammar.subject_after_cue && (grammar.free_inversion || clause.in_incise())) {
    return subject_after_verb(clause);
  }
  return std::nullopt;
}

const TagSet& done_to_somebody() {
  static const TagSet kVerbs = tag_set({Tag::Judge, Tag::Threaten, Tag::HearerVerb, Tag::HarmAttack,
                                        Tag::HarmKill, Tag::HarmInjure, Tag::HarmAbduct});
  return kVerbs;
}

// Where verbs come first the subject follows, but for clauses that a noun opens. A verb before its
// subject stays singular, so the subject of a plural one stands before it.
std::optional<Subject> in_verb_first(const Clause& clause) {
  if (std::optional<Subject> opening = opening_subject(clause)) return opening;
  if (clause.cue().features.number == Number::Plural) return preceding_subject(clause);
  std::optional<Subject> after = subject_after_verb(clause);
  // "who asked not to be named": what follows the verb of a relative clause is its subject only if
  // it can speak.
  const TokenIndex before = clause.token_before_verb();
  const bool relative = before != kNoToken && clause.analysis().is(before, Tag::RelativePronoun);
  if (!relative || !after) return after ? after : preceding_subject(clause);
  // "الذي هاجم سالم": whom the pronoun stood for would be written onto the verb, so that it is the
  // subject of a verb that is done to somebody.
  const bool object = clause.analysis().is_any(clause.cue().head, done_to_somebody());
  const bool silent = after->mention != kNoMention && !clause.mentions()[after->mention].can_speak;
  return object || silent ? preceding_subject(clause) : after;
}

// "Smith believes it, “…”, said": a verb after words or a comma that leaves its subject out.
std::optional<Subject> left_out(const Clause& clause) {
  const TokenIndex before = clause.token_before_verb();
  if (!clause.grammar().subject_dropped || before == kNoToken) return std::nullopt;
  if (!parts_clauses(clause.analysis().mark(before))) return std::nullopt;
  std::optional<Subject> shared = shared_subject(clause);
  if (!shared || shared->rule == "source.later_subject") return std::nullopt;
  // "Prado vive escondido: «…», le escribieron": a verb of many is not one person's.
  const bool many = clause.cue().features.number == Number::Plural;
  if (many && shared->mention != kNoMention &&
      clause.mentions()[shared->mention].features.number == Number::Singular) {
    return std::nullopt;
  }
  return shared;
}

}  // namespace

std::optional<Subject> clause_subject(const Clause& clause) {
  if (clause.cue().dependent) return subject_of_dependent(clause);
  if (clause.grammar().verb_before_subject) return in_verb_first(clause);
  if (std::optional<Subject> pronoun = pronoun_after_verb(clause)) return pronoun;
  if (std::optional<Subject> found = either_side(clause)) return found;
  return left_out(clause);
}

}  // namespace dixit::parser
