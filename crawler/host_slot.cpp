#include "crawler/host_slot.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"

namespace dixit::crawler {
namespace {

policy::HostKind kind_of(const policy::IpAddress& address) {
  switch (policy::classify_address(address)) {
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
  for (const std::string& address : addresses) {
    const auto parsed = policy::parse_ip_address(address);
    if (!parsed || !policy::may_dial(*parsed, rules)) continue;
    std::string text = policy::to_string(*parsed);
    if (std::find(judged.dialable.begin(), judged.dialable.end(), text) != judged.dialable.end())
      continue;
    const policy::HostKind kind = kind_of(*parsed);
    judged.kind = judged.dialable.empty() ? kind : std::min(judged.kind, kind);
    judged.dialable.push_back(std::move(text));
  }
  if (judged.dialable.empty() && !addresses.empty())
    judged.refused = describe_refused(addresses.front());
  return judged;
}

HostSlot slot_for(const std::string& host) {
  const auto url = parser::parse_url("http://" + host + "/");
  HostSlot slot;
  slot.host = host;
  slot.name = url ? url->host : host;
  slot.domain = parser::registrable_domain(slot.name).value_or(slot.name);
  return slot;
}

Lanes lanes_for(const HostSlot& slot, const HostAddresses& addresses) {
  const std::vector<std::string> name{slot.name};
  return lanes_of(slot.host, addresses.dialable.empty() ? name : addresses.dialable, slot.domain);
}

}  // namespace dixit::crawler
