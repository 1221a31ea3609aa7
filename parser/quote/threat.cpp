#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>

#include "parser/quote/links.h"
#include "parser/quote/steps.h"
#include "parser/quote/threat_signals.h"
#include "parser/quote/threat_target.h"

namespace dixit::parser {
namespace {

using model::SpeechAct;
using model::ThreatClass;

// The evidence a threat needs; see the weights of the signals.
constexpr double kThreshold = 0.9;

// What the reporter calls the words, and what the sentence around them speaks of.
constexpr double kThreatenCue = 0.8;
constexpr double kThreatenedTo = 1.0;
constexpr double kWarnCue = 0.2;
constexpr double kThreatNounNear = 0.25;
constexpr double kThreatNounFar = 0.1;
constexpr double kArmedSpeaker = 0.25;
constexpr double kOuterCondition = 0.2;
constexpr double kFutureSomewhere = 0.4;
constexpr double kAnonymousOrder = 0.5;
constexpr double kAboutThreats = -0.4;
constexpr double kUnnamedHarm = 0.3;

// So many words of sport, elections or fiction make it the field of the whole text.
constexpr int kFieldWords = 3;

// The least that a stretch must show of its own to share in the threat of its utterance.
constexpr double kSharedThreat = 0.15;

// A kind of evidence counts once and a little more for a second time, not without end.
constexpr double kRepeat = 0.3;

struct Verdict {
  double violent = 0;
  double coercive = 0;
  double shared = 0;  // evidence that names no kind of harm
};

// PLOVER's modes of THREATEN and CAMEO's codes below 13 for each kind of harm.
struct HarmCode {
  Tag harm;
  const char* mode;
  const char* cameo;
};
constexpr auto kCodes = std::to_array<HarmCode>({
    {Tag::HarmKill, "violence", "138"},
    {Tag::HarmAttack, "violence", "138"},
    {Tag::HarmInjure, "violence", "138"},
    {Tag::HarmNoun, "violence", "138"},
    {Tag::HarmAbduct, "violence", "1383"},
    {Tag::HarmDestroy, "violence", "1383"},
    {Tag::HarmWar, "violence", "1384"},
    {Tag::CoerceSanction, "restrict", "1312"},
    {Tag::CoerceArrest, "arrest", "132"},
    {Tag::CoerceExpel, "expel", "1313"},
    {Tag::CoerceStop, "relations", "134"},
    {Tag::CoerceStrike, "restrict", "133"},
    {Tag::CoerceSue, "restrict", "131"},
    {Tag::CoerceReveal, "restrict", "131"},
    {Tag::CoerceNoun, "restrict", "131"},
});

bool has(const std::vector<Signal>& signals, SignalKind kind) {
  return std::any_of(signals.begin(), signals.end(),
                     [kind](const Signal& signal) { return signal.kind == kind; });
}

// What a whole text says of threats, read once for all its quotations.
struct ThreatContext {
  std::vector<TokenRange> threatened;
  bool tells_of_threats = false;
  bool harmless_field = false;
};

ThreatContext read_context(const Analysis& analysis, const std::vector<Draft>& drafts) {
  const std::vector<bool> quoted = quoted_tokens(analysis, drafts);
  ThreatContext context{.threatened = find_threatened(analysis, quoted)};
  int harmless = 0;
  for (TokenIndex i = 0; i < analysis.size(); ++i) {
    if (analysis.is(i, Tag::HarmlessContext)) ++harmless;
    if (quoted[i]) continue;
    context.tells_of_threats = context.tells_of_threats || analysis.is(i, Tag::ThreatNoun) ||
                               analysis.is(i, Tag::Threaten);
  }
  context.harmless_field = harmless >= kFieldWords;
  return context;
}

class ThreatReader {
 public:
  ThreatReader(const Analysis& analysis, const ThreatContext& context,
               const std::vector<TokenRange>& inner, Draft& draft)
      : analysis_(&analysis),
        context_(&context),
        draft_(&draft),
        signals_(find_signals(analysis, draft, inner)) {}

  void read() {
    add_cue();
    add_future();
    add_context();
    add_anonymous_order();
    const Verdict verdict = weigh();
    const double best = std::max(verdict.violent, verdict.coercive);
    if (best <= 0) return;
    const double total = best + verdict.shared;
    model::Threat& threat = draft_->quotation.threat;
    threat.score = std::clamp(total / (2 * kThreshold), 0.0, 1.0);
    if (total < kThreshold || !committed()) return;
    decide(verdict.violent >= verdict.coercive ? ThreatClass::Violent : ThreatClass::Coercive);
  }

  // A stretch of an utterance whose other stretch threatens.
  void share(ThreatClass threat_class) {
    add_cue();
    add_context();
    add(SignalKind::Context, draft_->tokens, "threat.same_utterance", 0);
    draft_->quotation.threat.score = std::max(draft_->quotation.threat.score, 0.5);
    decide(threat_class);
  }

 private:
  void add(SignalKind kind, TokenRange tokens, const char* rule, double weight) {
    signals_.push_back({.kind = kind, .tokens = tokens, .rule = rule, .weight = weight});
  }

  void decide(ThreatClass threat_class) {
    model::Threat& threat = draft_->quotation.threat;
    threat.threat_class = threat_class;
    fill(threat);
  }

  void add_cue() {
    if (draft_->cue.empty()) return;
    if (draft_->cue_tag == Tag::Threaten) {
      const bool indirect = draft_->quotation.form == model::QuotationForm::Indirect;
      add(SignalKind::Commitment, draft_->cue, "threat.threaten_cue",
          indirect ? kThreatenedTo : kThreatenCue);
    } else if (draft_->cue_tag == Tag::Warn || draft_->cue_tag == Tag::Promise) {
      add(SignalKind::Commitment, draft_->cue, "threat.warn_cue", kWarnCue);
    }
  }

  // Harm that is named by a noun or veiled has no tense of its own: any future near it tells.
  void add_future() {
    const bool named = has(signals_, SignalKind::Harm) || has(signals_, SignalKind::Coercion) ||
                       has(signals_, SignalKind::Veiled);
    const bool told = std::any_of(signals_.begin(), signals_.end(), [](const Signal& signal) {
      return signal.kind == SignalKind::Commitment && signal.rule == "threat.future_harm";
    });
    if (!named || told) return;
    for (TokenIndex i = draft_->tokens.begin; i < draft_->tokens.end; ++i) {
      const bool future = analysis_->is(i, Tag::FutureMarker) ||
                          std::any_of(analysis_->matches(i).begin(), analysis_->matches(i).end(),
                                      [](const PhraseMatch& match) {
                                        return match.entry.features.mood == Mood::Future;
                                      });
      if (!future) continue;
      add(SignalKind::Commitment, {.begin = i, .end = i + 1}, "threat.future", kFutureSomewhere);
      return;
    }
  }

  // What the reporter says around the words.
  void add_context() {
    for (TokenIndex i = draft_->tokens.begin; i < draft_->tokens.end; ++i) {
      if (!analysis_->is(i, Tag::ThreatNoun)) continue;
      add(SignalKind::Against, {.begin = i, .end = i + 1}, "no_threat.about_threats",
          kAboutThreats);
      break;
    }
    if (draft_->tokens.begin >= analysis_->size()) return;
    const TokenRange paragraph =
        analysis_->paragraphs()[analysis_->paragraph_of(draft_->tokens.begin)];
    bool noun = false;
    bool harmless = false;
    for (TokenIndex i = paragraph.begin; i < paragraph.end; ++i) {
      if (draft_->tokens.contains(i)) continue;
      if (!noun && (analysis_->is(i, Tag::ThreatNoun) || analysis_->is(i, Tag::Threaten))) {
        noun = true;
        add(SignalKind::Commitment, {.begin = i, .end = i + 1}, "threat.called_threat",
            kThreatNounNear);
      }
      if (!harmless && analysis_->is(i, Tag::HarmlessContext)) {
        harmless = true;
        add(SignalKind::Against, {.begin = i, .end = i + 1}, "no_threat.harmless_field",
            kAboutThreats);
      }
    }
    if (!noun && context_->tells_of_threats) {
      add(SignalKind::Context, draft_->tokens, "threat.told_of", kThreatNounFar);
    }
    if (!harmless && context_->harmless_field) {
      add(SignalKind::Against, draft_->tokens, "no_threat.harmless_text", kAboutThreats);
    }
    add_outer_condition();
    add_speaker();
  }

  // A fragment's condition stands in the reporter's words: would be "burnt down" if they came.
  void add_outer_condition() {
    if (draft_->quotation.form == model::QuotationForm::Direct ||
        has(signals_, SignalKind::Condition)) {
      return;
    }
    const TokenRange sentence =
        analysis_->sentences()[analysis_->sentence_of(draft_->tokens.begin)];
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      const PhraseMatch* marker = analysis_->match(i, Tag::ConditionMarker);
      if (marker == nullptr || draft_->tokens.contains(i)) continue;
      add(SignalKind::Context, {.begin = i, .end = i + marker->length}, "threat.condition_around",
          kOuterCondition);
      return;
    }
  }

  // A letter, a banner or a post that names nobody and gives orders.
  void add_anonymous_order() {
    const bool unnamed =
        draft_->source.empty() ||
        (draft_->source.size() == 1 && analysis_->is(draft_->source.begin, Tag::IndefinitePronoun));
    const bool message =
        std::any_of(draft_->quotation.hops.begin(), draft_->quotation.hops.end(),
                    [](const model::Hop& hop) { return hop.role == model::HopRole::Channel; });
    if (!unnamed || !message || !has(signals_, SignalKind::Order)) return;
    add(SignalKind::Veiled, draft_->tokens, "threat.anonymous_order", kAnonymousOrder);
  }

  void add_speaker() {
    if (!draft_->quotation.source || draft_->quotation.source->entity.empty()) return;
    const Entity* entity = analysis_->entities().find(draft_->quotation.source->entity);
    if (entity == nullptr || entity->kind != EntityKind::ArmedGroup) return;
    add(SignalKind::Context, draft_->source, "threat.armed_speaker", kArmedSpeaker);
  }

  [[nodiscard]] Verdict weigh() const {
    Verdict verdict;
    std::vector<std::string_view> seen;
    for (const Signal& signal : signals_) {
      const bool repeated = std::find(seen.begin(), seen.end(), signal.rule) != seen.end();
      const double weight = repeated ? signal.weight * kRepeat : signal.weight;
      seen.push_back(signal.rule);
      if (signal.kind == SignalKind::Harm || signal.kind == SignalKind::Veiled) {
        verdict.violent += weight;
      } else if (signal.kind == SignalKind::Coercion) {
        verdict.coercive += weight;
      } else {
        verdict.shared += weight;
      }
    }
    // "threatened to resign": a harm that no list names is still announced as one.
    if (verdict.violent <= 0 && verdict.coercive <= 0 && draft_->cue_tag == Tag::Threaten &&
        !draft_->cue.empty()) {
      verdict.coercive = kUnnamedHarm;
    }
    return verdict;
  }

  // Harm alone is news; a threat also says that it will come.
  [[nodiscard]] bool committed() const {
    return has(signals_, SignalKind::Commitment) || has(signals_, SignalKind::Veiled) ||
           (has(signals_, SignalKind::Condition) &&
            (has(signals_, SignalKind::Order) || has(signals_, SignalKind::Harm)));
  }

  void fill(model::Threat& threat) const {
    for (const Signal& signal : signals_) {
      threat.rationale.push_back(
          {.span = byte_span(*analysis_, signal.tokens), .rule = signal.rule});
    }
    const Signal* harm = strongest_harm(threat.threat_class);
    threat.directness = harm == nullptr ? model::Directness::Veiled : model::Directness::Explicit;
    threat.target = find_target(*analysis_, *draft_, signals_, context_->threatened);
    read_condition(threat);
    const bool ultimatum = threat.conditional && has(signals_, SignalKind::Order);
    threat.speech_act = ultimatum ? SpeechAct::Ultimatum : SpeechAct::CommissiveThreat;
    const Tag kind = harm != nullptr                               ? harm->harm
                     : threat.threat_class == ThreatClass::Violent ? Tag::HarmNoun
                                                                   : Tag::CoerceNoun;
    const auto code = std::find_if(kCodes.begin(), kCodes.end(),
                                   [kind](const HarmCode& entry) { return entry.harm == kind; });
    threat.mode = code->mode;
    threat.cameo = ultimatum && harm == nullptr ? "139" : code->cameo;
  }

  [[nodiscard]] const Signal* strongest_harm(ThreatClass wanted) const {
    const SignalKind kind =
        wanted == ThreatClass::Violent ? SignalKind::Harm : SignalKind::Coercion;
    const Signal* best = nullptr;
    for (const Signal& signal : signals_) {
      if (signal.kind == kind && (best == nullptr || signal.weight > best->weight)) best = &signal;
    }
    return best;
  }

  void read_condition(model::Threat& threat) const {
    if (const Signal* own = first(SignalKind::Condition)) {
      set_condition(threat, own->tokens, draft_->tokens.end);
    } else {
      const TokenRange sentence =
          analysis_->sentences()[analysis_->sentence_of(draft_->tokens.end - 1)];
      for (TokenIndex i = draft_->tokens.end; i < sentence.end; ++i) {
        const PhraseMatch* marker = analysis_->match(i, Tag::ConditionMarker);
        if (marker == nullptr) continue;
        set_condition(threat, {.begin = i, .end = i + marker->length}, sentence.end);
        break;
      }
    }
    if (const Signal* deadline = first(SignalKind::Deadline)) {
      threat.deadline = std::string(analysis_->text_of(deadline->tokens));
      threat.conditional = true;
    }
  }

  [[nodiscard]] const Signal* first(SignalKind kind) const {
    const auto found = std::find_if(signals_.begin(), signals_.end(),
                                    [kind](const Signal& signal) { return signal.kind == kind; });
    return found == signals_.end() ? nullptr : &*found;
  }

  // The clause that the marker opens, up to the next mark.
  void set_condition(model::Threat& threat, TokenRange marker, TokenIndex limit) const {
    TokenIndex end = marker.end;
    while (end < limit && analysis_->token(end).kind != TokenKind::Punctuation) ++end;
    threat.conditional = true;
    threat.condition = model::Condition{
        .span = byte_span(*analysis_, {.begin = marker.begin, .end = end}),
        .demand = std::string(analysis_->text_of({.begin = marker.end, .end = end}))};
  }

  const Analysis* analysis_;
  const ThreatContext* context_;
  Draft* draft_;
  std::vector<Signal> signals_;
};

// The quoted words inside each draft's own words, in order.
std::vector<std::vector<TokenRange>> inner_quotations(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&drafts](std::size_t a, std::size_t b) {
    const TokenRange& first = drafts[a].tokens;
    const TokenRange& second = drafts[b].tokens;
    return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
  });
  std::vector<std::vector<TokenRange>> inner(drafts.size());
  std::vector<std::size_t> open;  // enclosing drafts, outermost first
  for (const std::size_t index : order) {
    const Draft& draft = drafts[index];
    while (!open.empty() && drafts[open.back()].tokens.end <= draft.tokens.begin) open.pop_back();
    if (!open.empty() && drafts[open.back()].quotation.form != model::QuotationForm::Indirect &&
        drafts[open.back()].tokens != draft.tokens) {
      inner[open.back()].push_back(draft.tokens);
    }
    open.push_back(index);
  }
  return inner;
}

bool is_threat(const Draft& draft) {
  return draft.quotation.threat.threat_class != ThreatClass::None;
}

// Whether two drafts are parts of one announcement: stretches of an utterance, or a fragment quoted
// within what is reported.
bool one_utterance(const Draft& a, const Draft& b) {
  const bool within = a.quotation.form == model::QuotationForm::Indirect &&
                      a.tokens.begin <= b.tokens.begin && b.tokens.end <= a.tokens.end;
  const bool group = a.quotation.group != 0 && a.quotation.group == b.quotation.group;
  return within || (group && b.quotation.threat.score >= kSharedThreat);
}

// A threat is shared with the stretches next to it. Neighbours only: drafts come in order, those of
// reported clauses after the others.
void share_threats(const Analysis& analysis, const ThreatContext& context,
                   const std::vector<std::vector<TokenRange>>& inner, std::vector<Draft>& drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&drafts](std::size_t a, std::size_t b) {
    return drafts[a].tokens.begin < drafts[b].tokens.begin;
  });
  const auto pass_on = [&](std::size_t from, std::size_t to) {
    if (!is_threat(drafts[from]) || is_threat(drafts[to]) || drafts[to].tokens.empty()) return;
    if (!one_utterance(drafts[from], drafts[to])) return;
    ThreatReader(analysis, context, inner[to], drafts[to])
        .share(drafts[from].quotation.threat.threat_class);
  };
  for (std::size_t i = 1; i < order.size(); ++i) pass_on(order[i - 1], order[i]);
  for (std::size_t i = order.size(); i > 1; --i) pass_on(order[i - 1], order[i - 2]);
}

}  // namespace

void read_threats(const Analysis& analysis, std::vector<Draft>& drafts) {
  const ThreatContext context = read_context(analysis, drafts);
  const std::vector<std::vector<TokenRange>> inner = inner_quotations(drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].tokens.empty()) {
      ThreatReader(analysis, context, inner[i], drafts[i]).read();
    }
  }
  share_threats(analysis, context, inner, drafts);
}

}  // namespace dixit::parser
