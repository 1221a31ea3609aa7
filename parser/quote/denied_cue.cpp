#include "parser/quote/denied_cue.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a verb of denying and the cue that it denies.
constexpr TokenIndex kDeniedReach = 12;

// Words of a threat and of the denial that takes it up.
constexpr TokenIndex kThreatReach = 60;

// Words between a comma and the verb of a denial that takes the clause before it up.
constexpr TokenIndex kTakenUpReach = 7;

// Words before a verb of denying in which it is negated: "has never really denied".
constexpr TokenIndex kNegationReach = 4;

class DenyingVerb {
 public:
  DenyingVerb(const Analysis& analysis, const Draft& draft)
      : analysis_(&analysis), cue_(draft.cue) {}

  // ", which he denies", ", a charge he has denied", ", was er bestreitet": by himself, who is a
  // pronoun there or left out.
  [[nodiscard]] std::optional<TokenIndex> find_behind(TokenIndex begin) const {
    const TokenIndex end =
        std::min(analysis_->sentences()[analysis_->sentence_of(begin)].end, begin + kThreatReach);
    for (TokenIndex at = begin; at < end; ++at) {
      if (ends_with(at, end) && takes_up(begin, at) && !negated(at)) return at;
    }
    return std::nullopt;
  }

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

  // Not "who denied the theft".
  [[nodiscard]] bool ends_with(TokenIndex at, TokenIndex end) const {
    const PhraseMatch* verb = analysis_->match(at, Tag::Deny);
    if (verb == nullptr) return false;
    TokenIndex after = at + verb->length;
    while (after < end && is_light(*analysis_, after)) ++after;
    return after >= end || analysis_->token(after).kind == TokenKind::Punctuation;
  }

  [[nodiscard]] bool takes_up(TokenIndex begin, TokenIndex verb) const {
    static const TagSet kParts =
        tag_set({Tag::Pronoun, Tag::Auxiliary, Tag::Copula, Tag::Indefinite, Tag::Definite,
                 Tag::Demonstrative, Tag::Elision});
    static const TagSet kTaken = tag_set({Tag::RelativePronoun, Tag::DeniedCharge, Tag::CueNoun});
    bool taken = false;
    for (TokenIndex back = 1; back <= kTakenUpReach && verb >= begin + back; ++back) {
      const TokenIndex at = verb - back;
      if (analysis_->mark(at) == ',') return taken;
      const bool takes = analysis_->is_any(at, kTaken) || analysis_->within(at, Tag::DeniedCharge);
      taken = taken || takes;
      if (!takes && !is_light(*analysis_, at) && !analysis_->is_any(at, kParts)) return false;
    }
    return false;
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
  const DenyingVerb finder(analysis, draft);
  if (const auto verb = finder.find()) return verb;
  // What somebody is quoted with has been said.
  const bool told =
      draft.quotation.form == model::QuotationForm::Indirect && draft.cue_tag == Tag::Threaten;
  return told ? finder.find_behind(draft.tokens.begin) : std::nullopt;
}

}  // namespace dixit::parser
