#include "parser/quote/threat_rules.h"

#include <array>

namespace dixit::parser {
namespace {

struct RuleFacts {
  std::string_view name;
  SignalKind kind;
  double weight;
};

constexpr auto kRules = std::to_array<RuleFacts>({
#define DIXIT_THREAT_RULE_FACTS(enumerator, name, kind, weight) {name, SignalKind::kind, weight},
    DIXIT_THREAT_RULES(DIXIT_THREAT_RULE_FACTS)
#undef DIXIT_THREAT_RULE_FACTS
});

constexpr const RuleFacts& facts_of(ThreatRule rule) {
  return kRules[static_cast<std::size_t>(rule)];
}

}  // namespace

std::string_view name_of(ThreatRule rule) { return facts_of(rule).name; }
SignalKind kind_of(ThreatRule rule) { return facts_of(rule).kind; }
double weight_of(ThreatRule rule) { return facts_of(rule).weight; }

}  // namespace dixit::parser
