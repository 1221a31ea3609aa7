#include "crawler/name_lookups.h"

#include <utility>

#include "crawler/resolver.h"

namespace dixit::crawler {

void NameLookups::ask(const std::string& domain, const std::string& name, const std::string& host) {
  Lookup& lookup = by_domain_[domain];
  if (lookup.name.empty()) {
    lookup.name = name;
    ++asked_;
    resolver_.ask(name);
  }
  if (lookup.name == name)
    lookup.hosts.insert(host);
  else
    lookup.line.push_back(host);
}

std::set<std::string> NameLookups::answered(const std::string& domain, const std::string& name) {
  const auto found = by_domain_.find(domain);
  if (found == by_domain_.end() || found->second.name != name) return {};
  --asked_;
  found->second.name.clear();
  return std::exchange(found->second.hosts, {});
}

std::optional<std::string> NameLookups::next(const std::string& domain) {
  const auto found = by_domain_.find(domain);
  if (found == by_domain_.end() || !found->second.name.empty()) return std::nullopt;
  std::deque<std::string>& line = found->second.line;
  if (line.empty()) {
    by_domain_.erase(found);
    return std::nullopt;
  }
  std::string host = std::move(line.front());
  line.pop_front();
  return host;
}

}  // namespace dixit::crawler
