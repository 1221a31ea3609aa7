#include "parser/quote/threat_verdict.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>

namespace dixit::parser {
namespace {

// A rule counts once and a little more for a second time, not without end.
constexpr double kRepeat = 0.3;
constexpr int kRepeatsMax = 2;

struct Sums {
  double harm = 0;
  double coercion = 0;
  double veiled = 0;
  double shared = 0;  // what names no kind of harm

  double& of(SignalKind kind) {
    switch (kind) {
      case SignalKind::Harm:
        return harm;
      case SignalKind::Coercion:
        return coercion;
      case SignalKind::Veiled:
        return veiled;
      default:
        return shared;
    }
  }
};

// What a signal's kind lets it do.
enum class Reach : std::uint8_t { Sentence, Neighbours, Everywhere };

Reach reach_of(const Draft& draft, const Signal& signal) {
  if (!draft.tokens.contains(signal.tokens.begin) || signal.tokens == draft.tokens) {
    return Reach::Everywhere;
  }
  // "Lovely place. Buildings catch fire here": hints are laid one after the other.
  if (signal.rule == ThreatRule::HarmlessWords || signal.rule == ThreatRule::VeiledHint ||
      signal.rule == ThreatRule::Allusion || signal.rule == ThreatRule::Mishap) {
    return Reach::Neighbours;
  }
  switch (kind_of(signal.rule)) {
    case SignalKind::Address:
    case SignalKind::Condition:
    case SignalKind::Deadline:
    case SignalKind::Order:
      return Reach::Neighbours;
    case SignalKind::Context:
      return Reach::Everywhere;
    default:
      return Reach::Sentence;
  }
}

// Whether harm that is only hinted at may be meant: by the words around it or by who says it.
class Meaning {
 public:
  explicit Meaning(const std::vector<Signal>& signals) {
    const auto has = [&signals](std::initializer_list<ThreatRule> rules) {
      return std::any_of(rules.begin(), rules.end(), [&signals](ThreatRule rule) {
        return first_of(signals, rule) != nullptr;
      });
    };
    suspect_ = has({ThreatRule::Threatener, ThreatRule::AnonymousMessage, ThreatRule::ArmedSpeaker,
                    ThreatRule::ThreateningMessage, ThreatRule::ThreatenCue,
                    ThreatRule::ThreatNounCue, ThreatRule::ThreatenedTo});
    meant_ = suspect_ || has({ThreatRule::CalledThreat, ThreatRule::WarnCue}) ||
             first_of(signals, SignalKind::Harm) != nullptr ||
             (has({ThreatRule::VeiledHint}) && has({ThreatRule::Mishap}));
  }

  [[nodiscard]] bool counts(ThreatRule rule) const {
    if (rule == ThreatRule::Allusion) return suspect_;
    // What others will do is foretold by him alone who does not threaten himself.
    if (rule == ThreatRule::Foretold || rule == ThreatRule::Pursuit) return !suspect_;
    return meant_ || (rule != ThreatRule::VeiledHint && rule != ThreatRule::Mishap);
  }

 private:
  bool suspect_ = false;  // the speaker is one who threatens, or hides
  bool meant_ = false;
};

// The sums of some signals, each rule counted as often as it may be.
class Tally {
 public:
  void add(const Signal& signal) {
    const auto rule = static_cast<std::size_t>(signal.rule);
    if (seen_.at(rule) > kRepeatsMax) return;
    sums_.of(kind_of(signal.rule)) += weight_of(signal.rule) * (seen_[rule] == 0 ? 1.0 : kRepeat);
    ++seen_[rule];
    if (kind_of(signal.rule) == SignalKind::Commitment) ++committing_;
  }

  // `least` is the evidence that makes a threat.
  [[nodiscard]] ThreatVerdict verdict(double least) const {
    ThreatVerdict verdict;
    const double named = std::max(sums_.harm, sums_.coercion);
    if (named + sums_.veiled <= 0) return verdict;
    verdict.total = named + sums_.veiled + sums_.shared;
    if (verdict.total < least || !committed()) return verdict;
    // What is veiled is taken for harm to the body unless something else is named.
    verdict.threat_class =
        sums_.coercion > sums_.harm ? model::ThreatClass::Coercive : model::ThreatClass::Violent;
    return verdict;
  }

 private:
  [[nodiscard]] bool has(ThreatRule rule) const {
    return seen_[static_cast<std::size_t>(rule)] > 0;
  }

  // Whether something says that the harm will come, by the speaker's will.
  [[nodiscard]] bool committed() const {
    const bool suspect = has(ThreatRule::Threatener) || has(ThreatRule::AnonymousMessage) ||
                         has(ThreatRule::ArmedSpeaker) || has(ThreatRule::ThreateningMessage);
    const bool terms = has(ThreatRule::Condition) || has(ThreatRule::SecondPerson);
    return sums_.veiled > 0 || committing_ > 0 || (suspect && has(ThreatRule::Threatener)) ||
           (terms && (suspect || has(ThreatRule::Order)));
  }

  Sums sums_;
  std::array<int, kAllThreatRules.size()> seen_{};
  int committing_ = 0;
};

// "Smith told police that he would kill his wife": a killing of his own, said by one who does not
// pass on in office or as a witness what others mean to do.
bool announces_killing(const Analysis& analysis, const Draft& draft,
                       const std::vector<Signal>& signals) {
  static const TagSet kPassesOn =
      tag_set({Tag::AuthorityNoun, Tag::InvestigatorNoun, Tag::WitnessNoun});
  const Signal* deed = first_of(signals, ThreatRule::OwnDeed);
  if (deed == nullptr || deed->harm != Tag::HarmKill || draft.cue_tag != Tag::Say) return false;
  for (TokenIndex i = draft.source.begin; i < draft.source.end; ++i) {
    if (analysis.is_any(i, kPassesOn)) return false;
  }
  return !draft.source.empty();
}

// "The minister said that two men were killed": the reporter's own words, and no word of
// threatening, warning or vowing, nor harm to come on terms or told to somebody's face. Most of
// such reports of harm are news.
bool merely_reported(const Analysis& analysis, const Draft& draft,
                     const std::vector<Signal>& signals) {
  const bool face_to_face =
      first_of(signals, ThreatRule::OwnDeed) != nullptr &&
      (first_of(signals, ThreatRule::ToldSomebody) != nullptr ||
       (draft.retold && first_of(signals, ThreatRule::StrikesWitness) != nullptr) ||
       announces_killing(analysis, draft, signals));
  const bool on_terms = first_of(signals, ThreatRule::FutureHarm) != nullptr &&
                        (first_of(signals, SignalKind::Condition) != nullptr ||
                         first_of(signals, SignalKind::Deadline) != nullptr || face_to_face);
  return !on_terms && draft.quotation.form == model::QuotationForm::Indirect &&
         draft.cue_tag != Tag::Threaten && draft.cue_tag != Tag::Promise &&
         draft.cue_tag != Tag::Warn;
}

}  // namespace

double ThreatVerdict::score() const { return std::clamp(total / (2 * kThreatThreshold), 0.0, 1.0); }

ThreatVerdict weigh(const Analysis& analysis, const Draft& draft,
                    const std::vector<Signal>& signals) {
  std::map<std::uint32_t, Tally> tallies;  // by sentence with anything of its own to say
  for (const Signal& signal : signals) {
    if (reach_of(draft, signal) != Reach::Everywhere) {
      tallies[analysis.sentence_of(signal.tokens.begin)];
    }
  }
  if (tallies.empty() && !draft.tokens.empty()) tallies[analysis.sentence_of(draft.tokens.begin)];
  const Meaning meaning(signals);
  for (const Signal& signal : signals) {
    if (!meaning.counts(signal.rule)) continue;
    const Reach reach = reach_of(draft, signal);
    const std::uint32_t sentence = analysis.sentence_of(signal.tokens.begin);
    const std::uint32_t first = reach == Reach::Sentence || sentence == 0 ? sentence : sentence - 1;
    const std::uint32_t last = reach == Reach::Sentence ? sentence : sentence + 1;
    if (reach == Reach::Everywhere) {
      for (auto& [_, tally] : tallies) tally.add(signal);
      continue;
    }
    for (auto tally = tallies.lower_bound(first); tally != tallies.end() && tally->first <= last;
         ++tally) {
      tally->second.add(signal);
    }
  }
  const double least =
      merely_reported(analysis, draft, signals) ? kReportedThreshold : kThreatThreshold;
  ThreatVerdict best;
  for (const auto& [_, tally] : tallies) {
    const ThreatVerdict verdict = tally.verdict(least);
    const bool threatens = verdict.threat_class != model::ThreatClass::None;
    const bool better = best.threat_class == model::ThreatClass::None ? threatens : false;
    if (better || (threatens == (best.threat_class != model::ThreatClass::None) &&
                   verdict.total > best.total)) {
      best = verdict;
    }
  }
  return best;
}

}  // namespace dixit::parser
