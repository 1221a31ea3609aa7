#include "crawler/politeness_record.h"

#include <fmt/format.h>

#include <charconv>

namespace dixit::crawler {
namespace {

constexpr int kFormatVersion = 1;

// Takes the next number off the front of `rest`.
template <typename Number>
bool take(std::string_view& rest, Number& number) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc()) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return rest.empty() || rest.front() == ' ';
}

}  // namespace

std::string print_politeness(const policy::HostPoliteness& politeness) {
  return fmt::format("{} {} {} {} {} {} {} {} {}", kFormatVersion, politeness.busy_until_ms,
                     politeness.latency_ms, politeness.crawl_delay_ms,
                     politeness.retry_after_until_ms, politeness.back_off_ms,
                     politeness.back_off_until_ms, politeness.day, politeness.fetches_that_day);
}

std::optional<policy::HostPoliteness> parse_politeness(std::string_view line) {
  int version = 0;
  policy::HostPoliteness read;
  const bool complete = take(line, version) && version == kFormatVersion &&
                        take(line, read.busy_until_ms) && take(line, read.latency_ms) &&
                        take(line, read.crawl_delay_ms) && take(line, read.retry_after_until_ms) &&
                        take(line, read.back_off_ms) && take(line, read.back_off_until_ms) &&
                        take(line, read.day) && take(line, read.fetches_that_day) && line.empty();
  return complete ? std::optional(read) : std::nullopt;
}

}  // namespace dixit::crawler
