#include "parser/quote/threat_verdict.h"

#include <algorithm>
#include <array>

namespace dixit::parser {
namespace {

// A rule counts once and a little more for a second time, not without end.
constexpr double kRepeat = 0.3;
constexpr int kRepeatsMax = 2;

// Room for every rule.
constexpr std::size_t kRulesMax = 64;

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

bool has(const std::vector<Signal>& signals, SignalKind kind) {
  return first_of(signals, kind) != nullptr;
}
bool has(const std::vector<Signal>& signals, ThreatRule rule) {
  return first_of(signals, rule) != nullptr;
}

// Whether something says that the harm will come, by the speaker's will.
bool is_committed(const std::vector<Signal>& signals) {
  return has(signals, SignalKind::Commitment) || has(signals, SignalKind::Veiled) ||
         has(signals, ThreatRule::Threatener) ||
         (has(signals, SignalKind::Condition) &&
          (has(signals, SignalKind::Order) || has(signals, SignalKind::Harm)));
}

}  // namespace

double ThreatVerdict::score() const { return std::clamp(total / (2 * kThreatThreshold), 0.0, 1.0); }

ThreatVerdict weigh(const std::vector<Signal>& signals) {
  Sums sums;
  std::array<int, kRulesMax> seen{};
  for (const Signal& signal : signals) {
    int& times = seen.at(static_cast<std::size_t>(signal.rule));
    if (times > kRepeatsMax) continue;
    sums.of(kind_of(signal.rule)) += weight_of(signal.rule) * (times == 0 ? 1.0 : kRepeat);
    ++times;
  }
  ThreatVerdict verdict;
  const double named = std::max(sums.harm, sums.coercion);
  if (named + sums.veiled <= 0) return verdict;
  verdict.total = named + sums.veiled + sums.shared;
  if (verdict.total < kThreatThreshold || !is_committed(signals)) return verdict;
  // What is veiled is taken for harm to the body unless something else is named.
  verdict.threat_class =
      sums.coercion > sums.harm ? model::ThreatClass::Coercive : model::ThreatClass::Violent;
  return verdict;
}

}  // namespace dixit::parser
