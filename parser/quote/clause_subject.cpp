#include "parser/quote/clause_subject.h"

#include "parser/quote/borrowed_subject.h"
#include "parser/quote/following_subject.h"
#include "parser/quote/preceding_subject.h"

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

}  // namespace

std::optional<Subject> clause_subject(const Clause& clause) {
  if (clause.cue().dependent) return subject_of_dependent(clause);
  if (clause.grammar().verb_before_subject) {
    if (std::optional<Subject> after = subject_after_verb(clause)) return after;
    return preceding_subject(clause);
  }
  if (std::optional<Subject> pronoun = pronoun_after_verb(clause)) return pronoun;
  return either_side(clause);
}

}  // namespace dixit::parser
