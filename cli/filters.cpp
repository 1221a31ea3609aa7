#include "cli/filters.h"

#include <fmt/format.h>

#include <array>

#include "cli/dates.h"
#include "model/names.h"

namespace dixit::cli {
namespace {

constexpr long long kLimitMax = 1'000'000'000;
constexpr std::int64_t kZoneSecondsMax = 14LL * 60 * 60;  // no zone is further from UTC (tzdb)

constexpr std::array<std::string_view, 10> kFilterNames{
    "speaker", "target", "via", "outlet", "lang", "since", "until", "threat", "evidential", "text"};

// An empty variable in a script must not select everything.
tl::expected<void, UsageError> refuse_empty(const Arguments& arguments) {
  for (const auto name : kFilterNames) {
    if (arguments.has(name) && arguments.get(name).find_first_not_of(' ') == std::string::npos) {
      return tl::unexpected(UsageError{fmt::format("--{} is empty", name)});
    }
  }
  return {};
}

void apply_threat(std::string_view value, storage::Query& query) {
  if (value == "any") {
    query.threats_only = true;
  } else if (value != "all") {
    query.threat = model::from_name<model::ThreatClass>(value);
  }
}

tl::expected<std::optional<Period>, UsageError> period_option(const Arguments& arguments,
                                                              std::string_view name) {
  if (!arguments.has(name)) return std::nullopt;
  const std::string text = arguments.get(name);
  auto period = parse_period(text);
  if (period) return period;
  return tl::unexpected(UsageError{fmt::format(
      "--{} {}: must be a date such as 2015, 2015-03, 2015-03-02 or 2015-03-02T10:15+01:00", name,
      text)});
}

// A date without a zone is meant as pages print it, in zones of their own: what is near in UTC is
// looked at, and its printed date decides.
void apply_since(const Period& period, storage::Query& query) {
  query.since = period.begin - (period.local.empty() ? 0 : kZoneSecondsMax);
  query.since_printed = period.local;
}

void apply_until(const Period& period, storage::Query& query) {
  query.until = period.end + (period.local.empty() ? 0 : kZoneSecondsMax);
  query.until_printed = period.local;
}

}  // namespace

std::vector<Option> filter_options(std::string_view threat_otherwise) {
  return {
      {0, "speaker", "NAME", "who is held to have spoken: an entity's id, or words of the name"},
      {0, "target", "NAME", "who is threatened"},
      {0, "via", "NAME", "any link of the chain: a channel, translator, monitor, agency, outlet"},
      {0, "outlet", "NAME", "who published it"},
      {0, "lang", "TAG", "language of the words or the page (BCP 47)"},
      {0, "since", "DATE",
       "published on or after: 2015, 2015-03, 2015-03-02 as the page's own zone has it, "
       "2015-03-02T10:15+01:00"},
      {0, "until", "DATE", "published on or before"},
      {0, "threat", "CLASS",
       threat_otherwise == "any" ? "kind of threat; any threat unless given"
                                 : "kind of threat; everything unless given",
       "any|violent|coercive|none|all"},
      {0, "evidential", "LEVEL", "how far the report stands behind the words",
       "asserted|reported|hedged|purported|disputed|denied"},
      {0, "text", "WORDS", "full-text: words, \"a phrase\", prefix*, -not, a OR b"},
      {0, "newest", "", "newest first"},
      {'n', "limit", "N", "at most so many"},
  };
}

tl::expected<storage::Query, UsageError> query_of(const Arguments& arguments,
                                                  std::string_view threat_otherwise) {
  if (const auto given = refuse_empty(arguments); !given) return tl::unexpected(given.error());
  storage::Query query;
  query.speaker = arguments.get("speaker");
  query.target = arguments.get("target");
  query.via = arguments.get("via");
  query.outlet = arguments.get("outlet");
  query.language = arguments.get("lang");
  query.text = arguments.get("text");
  query.newest_first = arguments.has("newest");
  apply_threat(arguments.has("threat") ? arguments.get("threat") : std::string(threat_otherwise),
               query);
  query.evidential = model::from_name<model::Evidential>(arguments.get("evidential"));
  const auto since = period_option(arguments, "since");
  if (!since) return tl::unexpected(since.error());
  if (const auto& period = *since; period) apply_since(*period, query);
  const auto until = period_option(arguments, "until");
  if (!until) return tl::unexpected(until.error());
  if (const auto& period = *until; period) apply_until(*period, query);
  const auto limit = number_option(arguments, "limit", 0, 1, kLimitMax);
  if (!limit) return tl::unexpected(limit.error());
  query.limit = static_cast<std::size_t>(*limit);
  return query;
}

std::string selection_text(const Arguments& arguments) {
  std::string text;
  for (const auto name : kFilterNames) {
    if (!arguments.has(name)) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, arguments.get(name));
  }
  return text;
}

std::vector<Option> joined_options(std::vector<Option> options, const std::vector<Option>& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

}  // namespace dixit::cli
