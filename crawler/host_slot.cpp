#include "crawler/host_slot.h"

#include <fmt/format.h>

namespace dixit::crawler {
namespace {

policy::HostKind kind_of(const std::string& address) {
  const auto parsed = policy::parse_ip_address(address);
  if (!parsed) return policy::HostKind::PublicWeb;
  switch (policy::classify_address(*parsed)) {
    case policy::AddressClass::Loopback:
      return policy::HostKind::Loopback;
    case policy::AddressClass::Public:
      return policy::HostKind::PublicWeb;
    default:
      return policy::HostKind::PrivateNetwork;
  }
}

std::string describe_refused(const std::string& address) {
  const auto parsed = policy::parse_ip_address(address);
  return parsed ? fmt::format("{} is a {} address", address,
                              policy::name_of(policy::classify_address(*parsed)))
                : fmt::format("{} is no address", address);
}

}  // namespace

HostAddresses judge_addresses(const std::vector<std::string>& addresses,
                              const policy::AddressRules& rules) {
  HostAddresses judged;
  for (const std::string& address : addresses)
    if (policy::may_dial(address, rules)) judged.dialable.push_back(address);
  if (judged.dialable.empty() && !addresses.empty())
    judged.refused = describe_refused(addresses.front());
  if (!judged.dialable.empty()) judged.kind = kind_of(judged.dialable.front());
  return judged;
}

}  // namespace dixit::crawler
