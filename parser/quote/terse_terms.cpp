#include "parser/quote/terse_terms.h"

#include <algorithm>
#include <array>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words of the order or step, and of what comes of it up to its verb. Longer ones are not terse.
constexpr TokenIndex kTermsReach = 8;
constexpr TokenIndex kFateReach = 5;

constexpr auto kDeeds = std::to_array(
    {Tag::HarmKill, Tag::HarmAttack, Tag::HarmAbduct, Tag::HarmDestroy, Tag::HarmInjure, Tag::Pay});

class TerseTerms {
 public:
  TerseTerms(const Analysis& analysis, const VerbClause& clause, TokenIndex joint)
      : analysis_(&analysis), clause_(&clause), joint_(joint) {}

  [[nodiscard]] std::optional<VerbReading> find() const {
    if (!analysis_->is(joint_, Tag::Conjunction) || !sets_terms()) return std::nullopt;
    for (TokenIndex i = joint_ + 1; i <= joint_ + kFateReach && clause_->words().contains(i); ++i) {
      if (clause_->ends_clause(i)) return std::nullopt;
      const auto verb = read_verb(*analysis_, i, kDeeds);
      if (verb && is_fate(*verb)) return verb;
    }
    return std::nullopt;
  }

 private:
  // Whether the sentence of the words opens with an order or a last step, shortly before the joint.
  [[nodiscard]] bool sets_terms() const {
    const TokenIndex floor =
        std::max(clause_->words().begin, joint_ - std::min(joint_, kTermsReach));
    for (TokenIndex i = joint_; i-- > floor;) {
      if (!in_same_sentence(*analysis_, i, joint_)) return false;
      const bool opens = i == clause_->words().begin || !in_same_sentence(*analysis_, i - 1, i) ||
                         analysis_->token(i - 1).kind == TokenKind::Punctuation;
      if (opens && is_term(i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_term(TokenIndex i) const {
    if (analysis_->is(i, Tag::LastStep)) return true;
    const auto matches = analysis_->matches(i);
    return std::any_of(matches.begin(), matches.end(), [](const PhraseMatch& match) {
      return match.entry.features.mood == Mood::Imperative;
    });
  }

  // A present that the speaker does, or that befalls whoever is spoken of.
  [[nodiscard]] bool is_fate(const VerbReading& verb) const {
    if (clause_->negated(verb.tokens.begin) || clause_->future(verb)) return false;
    if (verb.tag == Tag::Pay) {
      return verb.may_be(Mood::Indicative) && clause_->subject_person(verb) != Person::First;
    }
    return verb.person == Person::First || clause_->subject_person(verb) == Person::First;
  }

  const Analysis* analysis_;
  const VerbClause* clause_;
  TokenIndex joint_;
};

}  // namespace

std::optional<VerbReading> terse_terms(const Analysis& analysis, const VerbClause& clause,
                                       TokenIndex joint) {
  return TerseTerms(analysis, clause, joint).find();
}

}  // namespace dixit::parser
