#include "parser/quote/harmless_object.h"

#include "parser/quote/owner_apostrophe.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a verb and its object's noun, and between the parts of a verb that frames it.
constexpr TokenIndex kObjectReach = 4;
constexpr TokenIndex kFrameReach = 6;

class HarmlessObject {
 public:
  HarmlessObject(const Analysis& analysis, const VerbClause& clause)
      : analysis_(&analysis), clause_(&clause) {}

  [[nodiscard]] bool behind(TokenIndex begin) const {
    for (TokenIndex i = begin; i < begin + kObjectReach && inside(i); ++i) {
      if (is_object(i)) return true;
      if (ends_object(i)) return false;
    }
    return false;
  }

  // Where verbs close the clause: nobody else may stand in the frame.
  [[nodiscard]] bool before(TokenIndex end) const {
    if (!analysis_->language().grammar.participle_at_end) return false;
    bool found = false;
    for (TokenIndex back = 1; back <= kFrameReach && back <= end && inside(end - back); ++back) {
      const TokenIndex i = end - back;
      if (analysis_->is(i, Tag::FutureMarker)) break;
      const bool anybody = addresses(*analysis_, i) || is_speaker_noun(*analysis_, i) ||
                           (analysis_->is(i, Tag::ObjectPronoun) && !is_article(i));
      if (anybody) return false;
      found = found || (is_object(i) && !follows_preposition(i));
    }
    return found;
  }

 private:
  [[nodiscard]] bool inside(TokenIndex i) const {
    return clause_->words().contains(i) && !clause_->ends_clause(i);
  }

  // Not what owns or describes the object: "the bill's sponsors", "the bill sponsors".
  [[nodiscard]] bool is_object(TokenIndex i) const {
    const PhraseMatch* noun = analysis_->match(i, Tag::HarmlessObject);
    if (noun == nullptr) return false;
    const TokenIndex after = i + noun->length;
    return !ends_owner(*analysis_, after) && !is_speaker_noun(*analysis_, after);
  }

  [[nodiscard]] bool is_article(TokenIndex i) const { return is_determiner_like(*analysis_, i); }

  [[nodiscard]] bool ends_object(TokenIndex i) const {
    static const TagSet kOthers = tag_set({Tag::Pronoun, Tag::ObjectPronoun, Tag::IndefinitePronoun,
                                           Tag::Preposition, Tag::Conjunction, Tag::Whoever});
    if (addresses(*analysis_, i) || is_speaker_noun(*analysis_, i)) return true;
    return !is_article(i) && analysis_->is_any(i, kOthers);
  }

  [[nodiscard]] bool follows_preposition(TokenIndex i) const {
    while (i > clause_->words().begin && is_article(i - 1)) --i;
    return i > clause_->words().begin && analysis_->is(i - 1, Tag::Preposition);
  }

  const Analysis* analysis_;
  const VerbClause* clause_;
};

}  // namespace

bool strikes_harmless(const Analysis& analysis, const VerbClause& clause, TokenRange verb) {
  const HarmlessObject object(analysis, clause);
  return object.behind(verb.end) || object.before(verb.begin);
}

}  // namespace dixit::parser
