#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "policy/ascii.h"
#include "policy/scope.h"

namespace dixit::policy {
namespace {

using Counts = std::map<std::string_view, std::size_t>;

ScopeDecision trap(ScopeReason reason, std::string_view detail) {
  return {false, reason, std::string(detail)};
}

std::optional<ScopeDecision> check_segments(std::string_view path) {
  Counts seen;
  std::size_t segments = 0;
  while (!path.empty()) {
    const std::string_view segment = take_field(path, '/');
    if (segment.empty()) continue;
    if (++segments > kPathSegmentsMax) return trap(ScopeReason::TooManySegments, {});
    if (++seen[segment] > kSegmentRepeatsMax) return trap(ScopeReason::RepeatedSegments, segment);
  }
  return std::nullopt;
}

// Parameters that PHP, Java, ASP, ColdFusion and common shops put a visitor's number in. With one
// of them, every visit finds every page anew.
bool is_session_parameter(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {
      "phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "cftoken", "zenid", "oscsid"};
  return starts_with_ignoring_case(name, "aspsessionid") ||
         std::any_of(kNames.begin(), kNames.end(),
                     [name](std::string_view known) { return equal_ignoring_case(name, known); });
}

// ";jsessionid=..." on a path segment, or the "(S(...))" segment of ASP.NET without cookies.
std::optional<ScopeDecision> check_path_session(std::string_view path) {
  for (std::string_view rest = path; !rest.empty();) {
    std::string_view segment = take_field(rest, '/');
    if (starts_with_ignoring_case(segment, "(S(") && segment.ends_with("))")) {
      return trap(ScopeReason::SessionId, segment);
    }
    take_field(segment, ';');
    while (!segment.empty()) {
      std::string_view parameter = take_field(segment, ';');
      const std::string_view name = take_field(parameter, '=');
      if (is_session_parameter(name)) return trap(ScopeReason::SessionId, name);
    }
  }
  return std::nullopt;
}

std::optional<ScopeDecision> check_parameters(std::string_view query) {
  Counts seen;
  std::size_t parameters = 0;
  while (!query.empty()) {
    std::string_view parameter = take_field(query, '&');
    if (parameter.empty()) continue;
    const std::string_view name = take_field(parameter, '=');
    if (is_session_parameter(name)) return trap(ScopeReason::SessionId, name);
    if (++parameters > kQueryParametersMax) return trap(ScopeReason::TooManyParameters, {});
    // "tag[]=a&tag[]=b" is how forms write a list, and no loop.
    if (!name.ends_with("[]") && !name.ends_with("%5B%5D") && ++seen[name] > kParameterRepeatsMax) {
      return trap(ScopeReason::RepeatedParameters, name);
    }
  }
  return std::nullopt;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

// Whether the four digits of a year that end at `at` go on as a date: "2031/05" or "2031-5".
// Without a mark between them ("20310501") they are as likely to be the number of an article.
bool month_follows(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '-' && text[at] != '/')) return false;
  const std::size_t digits = digits_at(text, at + 1);
  if (digits == 0 || digits > 2) return false;
  const auto month = parse_whole_number(text.substr(at + 1, digits));
  return month && *month >= 1 && *month <= 12;
}

// A year that is one because of its place: in a date, or alone as the value of "year".
std::optional<int> calendar_year_at(std::string_view text, std::size_t at) {
  if (digits_at(text, at) != 4) return std::nullopt;
  const std::string_view before = text.substr(0, at);
  const bool named =
      before.size() >= 5 && equal_ignoring_case(before.substr(before.size() - 5), "year=");
  if (!named && !month_follows(text, at + 4)) return std::nullopt;
  const std::optional<std::int64_t> year = parse_whole_number(text.substr(at, 4));
  return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

bool is_trap_year(int year, int year_now) {
  return year < kCalendarYearFirst || (year_now > 0 && year > year_now + kYearsAheadMax);
}

// Looks for dates in a query; in a path only for those that are segments ("/2031/05/"), because a
// number inside a slug is part of a headline.
std::optional<ScopeDecision> check_calendar(std::string_view text, std::string_view starters,
                                            int year_now) {
  for (std::size_t at = text.find_first_of(starters); at != std::string_view::npos;
       at = text.find_first_of(starters, at + 1)) {
    const std::optional<int> year = calendar_year_at(text, at + 1);
    if (year && is_trap_year(*year, year_now)) {
      return trap(ScopeReason::CalendarTrap, std::to_string(*year));
    }
  }
  return std::nullopt;
}

}  // namespace

ScopeDecision find_trap(const ScopeUrl& url, int year_now) {
  if (url.href.size() > kUrlBytesMax) return trap(ScopeReason::UrlTooLong, {});
  if (auto found = check_segments(url.path)) return *found;
  if (auto found = check_path_session(url.path)) return *found;
  if (auto found = check_parameters(url.query)) return *found;
  if (auto found = check_calendar(url.path, "/", year_now)) return *found;
  if (auto found = check_calendar(url.query, "=", year_now)) return *found;
  return {};
}

}  // namespace dixit::policy
