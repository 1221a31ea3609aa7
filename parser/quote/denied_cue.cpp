#include "parser/quote/denied_cue.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a verb of denying and the cue that it denies.
constexpr TokenIndex kDeniedReach = 12;

// Words before a verb of denying in which it is negated: "has never really denied".
constexpr TokenIndex kNegationReach = 4;

class DenyingVerb {
 public:
  DenyingVerb(const Analysis& analysis, const Draft& draft)
      : analysis_(&analysis), cue_(draft.cue) {}

  [[nodiscard]] std::optional<TokenIndex> find() const {
    for (TokenIndex back = 1; back <= kDeniedReach && back <= cue_.begin; ++back) {
      const TokenIndex at = cue_.begin - back;
      if (!in_same_sentence(*analysis_, at, cue_.begin)) return std::nullopt;
      const PhraseMatch* verb = analysis_->match(at, Tag::Deny);
      if (verb == nullptr) continue;
      const bool denied = governs({.begin = at + verb->length, .end = cue_.begin}) && !negated(at);
      return denied ? std::optional(at) : std::nullopt;
    }
    return std::nullopt;
  }

 private:
  // Whether what stands between leads from the denial into its complement: a clause that a word
  // opens behind whoever denies or what is denied, a comma where commas open clauses, or nothing
  // but the rest of a verb.
  [[nodiscard]] bool governs(TokenRange between) const {
    bool opened = !between.empty() && analysis_->mark(between.begin) == ',' &&
                  analysis_->language().grammar.complement_after_comma;
    if (opened) ++between.begin;
    bool whole = true;
    for (TokenIndex i = between.begin; i < between.end; ++i) {
      if (analysis_->token(i).kind == TokenKind::Punctuation) return false;
      if (analysis_->is(i, Tag::Conjunction)) return false;
      opened = opened || analysis_->is(i, Tag::Complementizer);
      whole = whole && belongs_to_verb(i);
    }
    return opened || whole;
  }

  // "denied ever having", "denied allegations of".
  [[nodiscard]] bool belongs_to_verb(TokenIndex i) const {
    static const TagSet kParts =
        tag_set({Tag::Auxiliary, Tag::Copula, Tag::Preposition, Tag::InfinitiveMarker,
                 Tag::Genitive, Tag::DeniedCharge, Tag::DeniedWords, Tag::Definite});
    if (is_light(*analysis_, i) || analysis_->is_any(i, kParts)) return true;
    const unsigned loose = mood_bit(Mood::Gerund) | mood_bit(Mood::Infinitive);
    return (verb_moods(*analysis_, i) & loose) != 0;
  }

  [[nodiscard]] bool negated(TokenIndex verb) const {
    for (TokenIndex back = 1; back <= kNegationReach && back <= verb; ++back) {
      const TokenIndex at = verb - back;
      if (analysis_->is(at, Tag::Negation)) return true;
      const bool helper = is_light(*analysis_, at) || analysis_->is(at, Tag::Auxiliary) ||
                          analysis_->is(at, Tag::Modal);
      if (!helper) return false;
    }
    return false;
  }

  const Analysis* analysis_;
  TokenRange cue_;
};

}  // namespace

std::optional<TokenIndex> denying_verb(const Analysis& analysis, const Draft& draft) {
  if (draft.cue.empty()) return std::nullopt;
  return DenyingVerb(analysis, draft).find();
}

}  // namespace dixit::parser
