#include "parser/post/post_values.h"

#include <algorithm>
#include <charconv>

#include "parser/text/date.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// Nobody posts from the far future; an identifier that says so was made otherwise.
constexpr std::int64_t kUnixMax = 4'102'444'800;  // 2100-01-01

}  // namespace

std::optional<model::PublishedAt> post_date(std::string_view text, model::DateSource source) {
  const auto date = parse_machine_date(text);
  if (!date) return std::nullopt;
  return to_published_at(*date, source);
}

std::optional<model::PublishedAt> post_date_of_unix(std::int64_t unix_seconds) {
  if (unix_seconds <= 0 || unix_seconds > kUnixMax) return std::nullopt;
  return to_published_at(from_unix_seconds(unix_seconds), model::DateSource::Url);
}

std::optional<std::int64_t> unix_of_snowflake(std::string_view id) {
  constexpr std::int64_t kEpochMs = 1'288'834'974'657;
  constexpr unsigned kLowerBits = 22;
  constexpr std::uint64_t kFirst = 29'700'859'247;  // numbers up to it were counted, not timed
  std::uint64_t number = 0;
  const char* begin = id.data();
  const char* end = begin + id.size();
  const auto [stopped, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || stopped != end || number <= kFirst) return std::nullopt;
  return (static_cast<std::int64_t>(number >> kLowerBits) + kEpochMs) / 1000;
}

std::optional<std::int64_t> unix_of_tid(std::string_view key) {
  constexpr std::string_view kAlphabet = "234567abcdefghijklmnopqrstuvwxyz";
  constexpr std::size_t kLength = 13;
  constexpr unsigned kClockBits = 10;
  // The first character holds but four of the 64 bits, the upper of which is not used.
  if (key.size() != kLength || key.front() > 'j') return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : key) {
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    number = (number << 5U) | value;
  }
  return static_cast<std::int64_t>(number >> kClockBits) / 1'000'000;
}

std::string fediverse_handle(std::string_view address) {
  const auto url = parse_url(address);
  if (!url) return {};
  const std::string first = path_segment(url->path, 0);
  std::string name;
  if (first.size() > 1 && first.front() == '@') name = first.substr(1);
  if (first == "users") name = path_segment(url->path, 1);
  if (name.empty()) return {};
  // A server shows those of other servers with theirs: "/@anna@s.example".
  return name.find('@') == std::string::npos ? "@" + name + "@" + host_with_port(*url) : "@" + name;
}

std::string path_segment(std::string_view path, std::size_t index) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    if (index == 0) return std::string(path.substr(0, end));
    --index;
    path.remove_prefix(end);
  }
  return {};
}

}  // namespace dixit::parser
