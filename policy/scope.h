#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Which URLs belong to a crawl, and why one does not.
//
// Facts about a URL come from the caller, who has a URL parser and the Public Suffix List; here
// they are only compared. Pure and total.
namespace dixit::policy {

// Longer ones come from loops and from tracking; the articles we look for have short addresses, and
// sitemaps may not list longer ones (sitemaps.org, <loc>).
inline constexpr std::size_t kUrlBytesMax = 2'048;
// News sites nest fewer than ten deep.
inline constexpr std::size_t kPathSegmentsMax = 24;
// "/a/b/a/b/a/b/a/b": a relative link that was meant to be absolute makes such paths without end.
inline constexpr std::size_t kSegmentRepeatsMax = 3;
// Faceted search combines filters into more addresses than there are pages.
inline constexpr std::size_t kQueryParametersMax = 16;
// "?page=1&page=2&page=3": a link that appends to the address it stands on.
inline constexpr std::size_t kParameterRepeatsMax = 2;
// A calendar links to next year for ever; an announced event is rarely further off than this.
inline constexpr int kYearsAheadMax = 2;
// And back before the first newspapers (1605), whose digitised issues stand under their own dates.
inline constexpr int kCalendarYearFirst = 1600;

// A URL taken apart, canonical: scheme and host in lower case, dot segments resolved.
struct ScopeUrl {
  std::string_view href;
  std::string_view host;
  std::string_view registrable_domain;  // "" for an IP address or a public suffix
  std::string_view path;
  std::string_view query;  // without "?"
  int depth = 0;           // links followed since a seed; the seed has 0
};

enum class ScopeReach {
  Host,               // the seed's host alone
  RegistrableDomain,  // and every host under the same registrable domain
  PathPrefix,         // the seed's host, below the seed's path
  Anywhere,
};

// Where a crawl starts from; a URL is inside when one root holds it.
struct ScopeRoot {
  ScopeReach reach = ScopeReach::RegistrableDomain;
  std::string host;
  std::string registrable_domain;
  std::string path_prefix;  // for PathPrefix: "/news" holds "/news" and "/news/x", not "/newsroom"
};

// Links followed from a seed where nothing else is said.
inline constexpr int kDepthMax = 8;

struct ScopeRules {
  std::vector<ScopeRoot> roots;
  int depth_max = kDepthMax;
  // Patterns as in path_pattern.h. One that begins with "/" is compared with path and query, any
  // other with the whole address. With includes, a URL must match one. Excludes win over includes.
  std::vector<std::string> includes;
  std::vector<std::string> excludes;
  int year_now = 0;  // for the calendar trap; 0 leaves future years unchecked
};

enum class ScopeReason {
  InScope,
  OutsideRoots,
  TooDeep,
  Excluded,
  NotIncluded,
  UrlTooLong,
  TooManySegments,
  RepeatedSegments,
  TooManyParameters,
  RepeatedParameters,
  SessionId,
  CalendarTrap,
};

struct ScopeDecision {
  bool in_scope = true;
  ScopeReason reason = ScopeReason::InScope;
  std::string detail;  // the pattern, segment, parameter or year that decided, "" when none

  bool operator==(const ScopeDecision&) const = default;
};

ScopeDecision decide_scope(const ScopeRules& rules, const ScopeUrl& url);

// The traps alone: addresses that lead a crawler round in circles wherever they stand.
ScopeDecision find_trap(const ScopeUrl& url, int year_now);

std::string_view name_of(ScopeReason reason);

}  // namespace dixit::policy
