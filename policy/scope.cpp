#include "policy/scope.h"

#include <algorithm>
#include <array>

#include "policy/path_pattern.h"

namespace dixit::policy {
namespace {

ScopeDecision outside(ScopeReason reason, std::string_view detail = {}) {
  return {false, reason, std::string(detail)};
}

// Whether `path` is `prefix` or lies below it.
bool is_below(std::string_view path, std::string_view prefix) {
  if (!path.starts_with(prefix)) return false;
  return prefix.empty() || prefix.ends_with('/') || path.size() == prefix.size() ||
         path[prefix.size()] == '/';
}

bool holds(const ScopeRoot& root, const ScopeUrl& url) {
  const bool same_host = url.host == root.host;
  switch (root.reach) {
    case ScopeReach::Anywhere:
      return true;
    case ScopeReach::Host:
      return same_host;
    case ScopeReach::PathPrefix:
      return same_host && is_below(url.path, root.path_prefix);
    case ScopeReach::RegistrableDomain:
      return same_host || (!root.registrable_domain.empty() &&
                           url.registrable_domain == root.registrable_domain);
  }
  return false;
}

// The first of `patterns` that matches, nullptr when none does.
const std::string* matching(const std::vector<std::string>& patterns, const ScopeUrl& url) {
  std::string path_and_query(url.path);
  if (!url.query.empty()) path_and_query.append("?").append(url.query);
  const auto found = std::find_if(patterns.begin(), patterns.end(), [&](const auto& pattern) {
    return pattern_matches(pattern, pattern.starts_with('/') ? path_and_query : url.href);
  });
  return found == patterns.end() ? nullptr : &*found;
}

}  // namespace

ScopeDecision decide_scope(const ScopeRules& rules, const ScopeUrl& url) {
  // Length first: it bounds the work of all that follows.
  if (url.href.size() > kUrlBytesMax) return outside(ScopeReason::UrlTooLong);
  const bool inside = std::any_of(rules.roots.begin(), rules.roots.end(),
                                  [&url](const ScopeRoot& root) { return holds(root, url); });
  if (!inside) return outside(ScopeReason::OutsideRoots, url.host);
  if (url.depth > rules.depth_max) return outside(ScopeReason::TooDeep, std::to_string(url.depth));
  if (const std::string* pattern = matching(rules.excludes, url)) {
    return outside(ScopeReason::Excluded, *pattern);
  }
  if (!rules.includes.empty() && matching(rules.includes, url) == nullptr) {
    return outside(ScopeReason::NotIncluded);
  }
  return find_trap(url, rules.year_now);
}

std::string_view name_of(ScopeReason reason) {
  constexpr std::array<std::string_view, 12> kNames = {"in_scope",
                                                       "outside_roots",
                                                       "too_deep",
                                                       "excluded",
                                                       "not_included",
                                                       "url_too_long",
                                                       "too_many_segments",
                                                       "repeated_segments",
                                                       "too_many_parameters",
                                                       "repeated_parameters",
                                                       "session_id",
                                                       "calendar_trap"};
  return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace dixit::policy
