#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parser/quote/judged_threat.h"
#include "parser/quote/name_words.h"
#include "parser/quote/others_words.h"
#include "parser/quote/steps.h"
#include "parser/quote/threat_context.h"
#include "parser/quote/threat_evidence.h"
#include "parser/quote/threat_record.h"
#include "parser/quote/threat_sharing.h"
#include "parser/quote/threat_signals.h"
#include "parser/quote/threat_target.h"
#include "parser/quote/threat_verdict.h"
#include "parser/quote/unnamed_harm.h"

namespace dixit::parser {
namespace {

// Reads all drafts of one text for threats.
class ThreatReader {
 public:
  ThreatReader(const Analysis& analysis, ThreatContext context, std::vector<Draft>& drafts)
      : analysis_(&analysis),
        context_(std::move(context)),
        drafts_(&drafts),
        inner_(drafts.size()),
        signals_(drafts.size()) {}

  void read() {
    // What is retold first: whoever tells of a threat does not make it.
    read_drafts(true);
    inner_ = inner_quotations(*drafts_);
    read_drafts(false);
    leave_judges_unnamed();
    read_known_threateners();
    share_within_utterances(*drafts_,
                            [this](std::size_t from, std::size_t to) { share(from, to); });
    TargetFinder targets(*analysis_, context_, *drafts_);
    for (std::size_t i = 0; i < drafts_->size(); ++i) finish(i, targets);
  }

 private:
  void read_drafts(bool retold) {
    for (std::size_t i = 0; i < drafts_->size(); ++i) {
      if ((*drafts_)[i].retold == retold) read_draft(i);
    }
  }

  void read_draft(std::size_t i) {
    Draft& draft = (*drafts_)[i];
    if (draft.tokens.empty()) return;
    const std::vector<TokenRange> others = others_words(*analysis_, draft, inner_[i]);
    signals_[i] = find_signals(*analysis_, draft, others);
    add_reporter_evidence(*analysis_, context_, draft, others, signals_[i]);
    // What is told at second hand must say itself what is threatened.
    if (!draft.retold) add_unnamed_harm(*analysis_, context_, draft, signals_[i]);
    decide(i);
  }

  void decide(std::size_t i) {
    const ThreatVerdict verdict = weigh(*analysis_, (*drafts_)[i], signals_[i]);
    model::Threat& threat = (*drafts_)[i].quotation.threat;
    threat.score = verdict.score();
    threat.threat_class = verdict.threat_class;
    if (merely_predicts(i)) threat.threat_class = model::ThreatClass::None;
  }

  // "The doctor told me: you will die": of words retold without marks, what is said to come is a
  // threat where the speaker would do it himself, or where nothing tells who he is.
  [[nodiscard]] bool merely_predicts(std::size_t i) const {
    const Draft& draft = (*drafts_)[i];
    const bool retold = draft.retold && draft.quotation.form == model::QuotationForm::Direct;
    if (!retold || !draft.quotation.source) return false;
    const auto& source = *draft.quotation.source;
    const bool nameless = source.name.empty() || source.name == analysis_->text_of(draft.source);
    const bool pronoun = analysis_->is(draft.source.begin, Tag::Pronoun) && nameless;
    return !pronoun && first_of(signals_[i], ThreatRule::OwnHand) == nullptr &&
           first_of(signals_[i], ThreatRule::ArmedSpeaker) == nullptr &&
           first_of(signals_[i], ThreatRule::Threatener) == nullptr;
  }

  // Whoever speaks of a threat has not made it.
  void leave_judges_unnamed() {
    for (std::size_t i = 0; i < drafts_->size(); ++i) {
      Draft& draft = (*drafts_)[i];
      const bool threatens = threatens_harm(*analysis_, signals_[i],
                                            is_threat(draft) ? Called::Threat : Called::Nothing);
      // "The rebels rejected the ultimatum: “We will kill you all.”"
      const bool armed = first_of(signals_[i], ThreatRule::ArmedSpeaker) != nullptr;
      if (draft.quotation.form == model::QuotationForm::Indirect || !threatens || armed) continue;
      if (!draft.quotation.source || !is_judged_threat(*analysis_, draft)) continue;
      add_reason(*analysis_, draft, "source.judged_threat", draft.source);
      draft.quotation.source.reset();
      draft.source = {};
    }
  }

  // Whoever has threatened once is likelier to mean his other words so.
  void read_known_threateners() {
    std::set<std::string> known;
    std::set<std::string> armed;
    for (std::size_t i = 0; i < drafts_->size(); ++i) {
      if (!is_threat((*drafts_)[i])) continue;
      std::set<std::string> words = source_words(*analysis_, (*drafts_)[i]);
      if (first_of(signals_[i], ThreatRule::ArmedSpeaker) != nullptr) {
        armed.insert(words.begin(), words.end());
      }
      known.merge(words);
    }
    for (std::size_t i = 0; i < drafts_->size(); ++i) {
      const Draft& draft = (*drafts_)[i];
      if (draft.tokens.empty() || draft.retold || is_threat(draft)) continue;
      const std::set<std::string> words = source_words(*analysis_, draft);
      const bool told = first_of(signals_[i], ThreatRule::Threatener) != nullptr;
      const bool bears = first_of(signals_[i], ThreatRule::ArmedSpeaker) != nullptr;
      const bool threatens = !told && share_word(words, known);
      const bool arms = !bears && share_word(words, armed);
      if (!threatens && !arms) continue;
      if (threatens)
        signals_[i].push_back({.rule = ThreatRule::Threatener, .tokens = draft.source});
      if (arms) signals_[i].push_back({.rule = ThreatRule::ArmedSpeaker, .tokens = draft.source});
      add_unnamed_harm(*analysis_, context_, draft, signals_[i]);
      decide(i);
    }
  }

  void share(std::size_t from, std::size_t to) {
    Draft& draft = (*drafts_)[to];
    signals_[to].push_back({.rule = ThreatRule::SameUtterance, .tokens = draft.tokens});
    model::Threat& threat = draft.quotation.threat;
    threat.threat_class = (*drafts_)[from].quotation.threat.threat_class;
    threat.score = std::max(threat.score, 0.5);
  }

  void finish(std::size_t i, TargetFinder& targets) {
    Draft& draft = (*drafts_)[i];
    if (draft.tokens.empty()) return;
    model::Threat& threat = draft.quotation.threat;
    if (is_threat(draft)) {
      write_threat(*analysis_, draft, signals_[i], threat.threat_class, threat);
      write_rationale(*analysis_, signals_[i], threat);
      targets.write_target(i, signals_[i], threat);
    } else {
      threat.speech_act = act_without_threat(draft, signals_[i]);
      // What is no threat is explained where something spoke for one.
      if (threat.score > 0) write_rationale(*analysis_, signals_[i], threat);
    }
  }

  const Analysis* analysis_;
  ThreatContext context_;
  std::vector<Draft>* drafts_;
  std::vector<std::vector<TokenRange>> inner_;
  std::vector<std::vector<Signal>> signals_;
};

}  // namespace

void read_threats(const Analysis& analysis, std::string_view title, std::vector<Draft>& drafts) {
  ThreatReader(analysis, read_threat_context(analysis, drafts, title), drafts).read();
}

}  // namespace dixit::parser
