#include <algorithm>
#include <cstdint>
#include <string>

#include "parser/quote/links.h"
#include "parser/quote/reported_clause.h"
#include "parser/quote/resolve.h"
#include "parser/quote/steps.h"

namespace dixit::parser {
namespace {

// Sentences over which somebody is held to go on being reported.
constexpr std::uint32_t kReportSentencesMax = 3;

// What a source is worth that a sentence takes from the one before it.
constexpr double kGoesOnScore = 0.5;

// Words before a verb of telling in which a condition or a modal makes it no telling.
constexpr TokenIndex kTold = 8;

constexpr std::size_t kNone = SIZE_MAX;

class IndirectWriter {
 public:
  IndirectWriter(const Scene& scene, std::vector<Draft>& drafts)
      : scene_(&scene), drafts_(&drafts), resolver_(scene), quotations_(drafts.size()) {
    for (const Draft& draft : drafts) groups_ = std::max(groups_, draft.quotation.group);
    quoted_before_.push_back(0);
    for (const bool quoted : quoted_tokens(scene.analysis(), drafts)) {
      quoted_before_.push_back(quoted_before_.back() + (quoted ? 1 : 0));
    }
  }

  void write() {
    for (const ReportedClause& clause : find_reported_clauses(*scene_)) {
      if (clause.region != kNoStretch) {
        retell(clause);
        continue;
      }
      // Quoted words speak for themselves; a deed that is threatened or sworn is read whole.
      const bool deed = clause.cue_tag == Tag::Threaten || clause.cue_tag == Tag::Promise;
      if (holds_quoted_words(clause.tokens) && (!deed || wholly_quoted(clause.tokens))) continue;
      pass_quotations_before(clause.tokens.begin);
      const bool goes_on = clause.cue == kNoCue && !clause.source;
      if (goes_on && !reported_before(clause.tokens.begin)) continue;
      Draft draft = draft_of(clause);
      if (goes_on) go_on(draft);
      last_ = drafts_->size();
      drafts_->push_back(std::move(draft));
    }
    std::stable_sort(drafts_->begin(), drafts_->end(), [](const Draft& a, const Draft& b) {
      return a.tokens.begin < b.tokens.begin;
    });
  }

 private:
  // Who is quoted may tell what somebody else said: "They warned me that they would come back".
  void retell(const ReportedClause& clause) {
    static const TagSet kTelling =
        tag_set({Tag::Say, Tag::Threaten, Tag::Warn, Tag::Write, Tag::Promise, Tag::Claim});
    if (!clause.source || clause.cue == kNoCue || !wholly_quoted(clause.tokens)) return;
    if (!kTelling[static_cast<std::size_t>(clause.cue_tag)]) return;
    if (speaks_of_himself(*clause.source) || !is_asserted(clause)) return;
    drafts_->push_back(draft_of(clause));
    drafts_->back().retold = true;
  }

  // "I told him that", "our commander promised that", "... that we would": he is among them.
  [[nodiscard]] static bool is_first_person(const PhraseMatch* word) {
    return word != nullptr && word->entry.features.person == Person::First;
  }
  [[nodiscard]] bool speaks_of_himself(const Subject& source) const {
    const Analysis& analysis = scene_->analysis();
    const PhraseMatch* pronoun = analysis.match(source.tokens.begin, Tag::Pronoun);
    if (pronoun != nullptr && pronoun->entry.features.person == Person::Second) return true;
    return is_first_person(pronoun) ||
           is_first_person(analysis.match(source.tokens.begin, Tag::Possessive));
  }

  // Told as what was said: no question, no condition, no possibility.
  [[nodiscard]] bool is_asserted(const ReportedClause& clause) const {
    const Analysis& analysis = scene_->analysis();
    const Cue& cue = scene_->cues()[clause.cue];
    const TokenRange& sentence = analysis.sentences()[analysis.sentence_of(cue.head)];
    const TokenIndex after = std::min(clause.tokens.end, analysis.size() - 1);
    if (analysis.mark(after) == '?' || analysis.mark(sentence.end - 1) == '?') return false;
    for (TokenIndex i = std::max(sentence.begin, cue.tokens.end - std::min(cue.tokens.end, kTold));
         i < cue.tokens.end; ++i) {
      if (analysis.is(i, Tag::ConditionMarker) || analysis.is(i, Tag::Modal)) return false;
    }
    if (clause.verbatim) return true;
    for (TokenIndex i = clause.tokens.begin; i < clause.tokens.end; ++i) {
      const PhraseMatch* pronoun = analysis.match(i, Tag::Pronoun);
      if (is_first_person(pronoun) && !analysis.is(i, Tag::ObjectPronoun)) return false;
    }
    return true;
  }

  void pass_quotations_before(TokenIndex token) {
    for (; next_ < quotations_ && (*drafts_)[next_].tokens.begin < token; ++next_) last_ = next_;
  }

  // Whether somebody was reported shortly before, who may go on without being named again.
  [[nodiscard]] bool reported_before(TokenIndex token) const {
    if (last_ == kNone || (*drafts_)[last_].source.empty()) return false;
    const Analysis& analysis = scene_->analysis();
    const std::uint32_t then = analysis.sentence_of((*drafts_)[last_].tokens.end - 1);
    return then + kReportSentencesMax >= analysis.sentence_of(token);
  }

  void go_on(Draft& draft) const {
    const Draft& before = (*drafts_)[last_];
    draft.source = before.source;
    draft.quotation.source = before.quotation.source;
    if (draft.quotation.source) {
      draft.quotation.source->score = std::min(draft.quotation.source->score, kGoesOnScore);
    }
    draft.quotation.group = before.quotation.group;
    add_reason(scene_->analysis(), draft, "source.goes_on", before.source);
  }

  [[nodiscard]] bool holds_quoted_words(TokenRange tokens) const {
    return quoted_before_[tokens.end] > quoted_before_[tokens.begin];
  }

  // Whether no word of the clause is the reporter's.
  [[nodiscard]] bool wholly_quoted(TokenRange tokens) const {
    for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
      const bool quoted = quoted_before_[i + 1] > quoted_before_[i];
      if (!quoted && scene_->analysis().token(i).kind != TokenKind::Punctuation) return false;
    }
    return true;
  }

  Draft draft_of(const ReportedClause& clause) {
    const Analysis& analysis = scene_->analysis();
    Draft draft;
    draft.tokens = draft.outer = clause.tokens;
    draft.quotation.span = byte_span(analysis, clause.tokens);
    draft.quotation.form =
        clause.verbatim ? model::QuotationForm::Direct : model::QuotationForm::Indirect;
    draft.quotation.group = group_of(clause.cue);
    add_reason(analysis, draft, std::string(clause.rule), clause.tokens);
    draft.retold = clause.retold;
    if (clause.cue != kNoCue) {
      write_cue(analysis, scene_->cues()[clause.cue], draft);
      draft.cue_tag = clause.cue_tag;
    }
    if (clause.source) resolver_.write_source(*clause.source, clause.score, draft);
    return draft;
  }

  // The two halves of a clause that its cue interrupts are one utterance.
  int group_of(CueIndex cue) {
    if (cue == kNoCue || cue != last_cue_) ++groups_;
    last_cue_ = cue;
    return groups_;
  }

  const Scene* scene_;
  std::vector<Draft>* drafts_;
  Resolver resolver_;
  std::vector<TokenIndex> quoted_before_;  // by token: how many before it stand in quoted words
  std::size_t quotations_;                 // drafts of quoted words, which come first
  std::size_t next_ = 0;                   // the first of them after the clause at hand
  std::size_t last_ = kNone;               // whatever was reported last
  int groups_ = 0;
  CueIndex last_cue_ = kNoCue;
};

}  // namespace

void add_indirect(const Scene& scene, std::vector<Draft>& drafts) {
  IndirectWriter(scene, drafts).write();
}

}  // namespace dixit::parser
