#include "parser/quote/relative_clause.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a relative pronoun and a noun phrase of its clause.
constexpr TokenIndex kRelativeReach = 20;

class RelativeFinder {
 public:
  RelativeFinder(const Clause& clause, TokenRange phrase)
      : clause_(&clause), analysis_(&clause.analysis()), phrase_(phrase) {}

  [[nodiscard]] std::optional<TokenIndex> find() const {
    // "whose members": the phrase opens the clause itself.
    if (analysis_->is(phrase_.begin, Tag::RelativePronoun) &&
        analysis_->is(phrase_.begin, Tag::Possessive)) {
      return has_own_verb(phrase_.begin) ? std::optional(phrase_.begin) : std::nullopt;
    }
    if (phrase_.begin > 0 && analysis_->is(phrase_.begin - 1, Tag::Conjunction)) {
      return std::nullopt;  // "… and the governor said": a clause of its own
    }
    const TokenIndex floor =
        std::max(clause_->floor(), phrase_.begin - std::min(phrase_.begin, kRelativeReach));
    for (TokenIndex at = phrase_.begin; at-- > floor;) {
      if (analysis_->token(at).kind == TokenKind::Punctuation ||
          clause_->stretch_ending_at(at) != kNoStretch) {
        return std::nullopt;
      }
      if (analysis_->is(at, Tag::RelativePronoun)) {
        const bool relative = has_antecedent(at) && !is_complementizer(at) && has_own_verb(at);
        return relative ? std::optional(at) : std::nullopt;
      }
      if (analysis_->is(at, Tag::Complementizer) || analysis_->is(at, Tag::Subordinator)) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool has_antecedent(TokenIndex relative) const {
    return relative > clause_->floor() &&
           analysis_->token(relative - 1).kind != TokenKind::Punctuation &&
           verb_moods(*analysis_, relative - 1) == 0;
  }

  // "told the press that the mayor fled": a verb that reports stands before it. Where subjects are
  // not left out, a verb right behind the pronoun makes it the subject all the same.
  [[nodiscard]] bool is_complementizer(TokenIndex relative) const {
    if (!analysis_->is(relative, Tag::Complementizer)) return false;
    if (!clause_->grammar().subject_dropped && is_verb_slot(relative + 1)) return false;
    const std::vector<CueIndex>& cues = clause_->frame().cues;
    return std::any_of(cues.begin(), cues.end(), [&](CueIndex index) {
      const Cue& cue = clause_->scene().cues()[index];
      return cue.kind == CueKind::Verb && cue.tokens.begin < relative &&
             cue.tokens.begin >= clause_->floor();
    });
  }

  // Whether a verb that is not the one sought stands behind the pronoun: a finite one that the
  // language file knows, or an unknown word where a verb must stand.
  [[nodiscard]] bool has_own_verb(TokenIndex relative) const {
    // Right behind a subject or an auxiliary, or behind a pronoun that may be the subject itself:
    // not in "during which leaders met".
    const PhraseMatch* pronoun = analysis_->match(relative, Tag::RelativePronoun);
    bool slot = !pronoun->entry.features.oblique && relative > 0 &&
                !analysis_->is(relative - 1, Tag::Preposition);
    for (TokenIndex at = relative + 1; at < clause_->verb(); ++at) {
      if (const MentionIndex mention = clause_->mentions().at(at); mention != kNoMention) {
        at = clause_->mentions()[mention].core.end - 1;
        slot = true;
        continue;
      }
      if ((verb_moods(*analysis_, at) & kFiniteMoods) != 0) return true;
      if (slot && is_verb_slot(at)) return true;
      slot = slot && (is_light(*analysis_, at) || ends_as_adverb(*analysis_, at));
    }
    return false;
  }

  // A word that can be nothing the language file knows but a verb.
  [[nodiscard]] bool is_verb_slot(TokenIndex at) const {
    if (at >= clause_->verb() || clause_->mentions().at(at) != kNoMention) return false;
    const Token& token = analysis_->token(at);
    if (token.kind != TokenKind::Word || token.capitalised || token.joined) return false;
    if (verb_moods(*analysis_, at) != 0) return true;
    if (analysis_->is(at, Tag::NameParticle) || ends_as_adverb(*analysis_, at)) return false;
    return !is_light(*analysis_, at) && !ends_noun_phrase(*analysis_, at) &&
           !is_determiner_like(*analysis_, at);
  }

  const Clause* clause_;
  const Analysis* analysis_;
  TokenRange phrase_;
};

}  // namespace

std::optional<TokenIndex> enclosing_relative(const Clause& clause, TokenRange phrase) {
  return RelativeFinder(clause, phrase).find();
}

}  // namespace dixit::parser
