#include "policy/robots_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "policy/ascii.h"
#include "policy/robots.h"

namespace dixit::policy {
namespace {

// A key counts when it begins so, as in Google's matcher ("Disallow-all:" is a Disallow). The
// misspellings are those of that matcher and two more that other crawlers have met.
constexpr std::array<std::pair<std::string_view, RobotsKey>, 18> kKeys = {{
    {"user-agent", RobotsKey::UserAgent},
    {"useragent", RobotsKey::UserAgent},
    {"user agent", RobotsKey::UserAgent},
    {"useg-agent", RobotsKey::UserAgent},
    {"allow", RobotsKey::Allow},
    {"disallow", RobotsKey::Disallow},
    {"dissallow", RobotsKey::Disallow},
    {"dissalow", RobotsKey::Disallow},
    {"disalow", RobotsKey::Disallow},
    {"diasllow", RobotsKey::Disallow},
    {"disallaw", RobotsKey::Disallow},
    {"desallow", RobotsKey::Disallow},
    {"crawl-delay", RobotsKey::CrawlDelay},
    {"crawldelay", RobotsKey::CrawlDelay},
    {"crawl delay", RobotsKey::CrawlDelay},
    {"sitemap", RobotsKey::Sitemap},
    {"site-map", RobotsKey::Sitemap},
    {"site map", RobotsKey::Sitemap},
}};

RobotsKey key_of(std::string_view name) {
  for (const auto& [spelling, key] : kKeys) {
    if (starts_with_ignoring_case(name, spelling)) return key;
  }
  return RobotsKey::Other;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

enum class ByteOrder { Big, Little };

std::uint32_t utf16_unit(std::string_view text, std::size_t at, ByteOrder order) {
  const auto first = static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
  const auto second = static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 1]));
  return order == ByteOrder::Big ? first << 8U | second : second << 8U | first;
}

std::string utf16_to_utf8(std::string_view text, ByteOrder order) {
  constexpr std::uint32_t kReplacement = 0xFFFD;
  const auto is_high = [](std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::string utf8;
  utf8.reserve(text.size());
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const std::uint32_t unit = utf16_unit(text, i, order);
    const std::uint32_t next = i + 3 < text.size() ? utf16_unit(text, i + 2, order) : 0;
    if (is_high(unit) && is_low(next)) {
      append_utf8(utf8, 0x10000U + ((unit - 0xD800U) << 10U) + (next - 0xDC00U));
      i += 2;
    } else {
      append_utf8(utf8, is_high(unit) || is_low(unit) ? kReplacement : unit);
    }
  }
  return utf8;
}

}  // namespace

std::string robots_text(std::string_view body) {
  if (body.starts_with("\xEF\xBB\xBF")) return std::string(body.substr(3));
  if (body.starts_with("\xFE\xFF")) return utf16_to_utf8(body.substr(2), ByteOrder::Big);
  if (body.starts_with("\xFF\xFE")) return utf16_to_utf8(body.substr(2), ByteOrder::Little);
  return std::string(body);
}

std::optional<std::string_view> RobotsLineReader::next() {
  if (rest_.empty()) return std::nullopt;
  const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(end);
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest_.size()));
  ++number_;
  return line.substr(0, std::min(line.size(), kRobotsLineBytesMax));
}

std::optional<RobotsRecord> read_robots_record(std::string_view line) {
  line = trim(line.substr(0, std::min(line.find('#'), line.size())));
  std::size_t separator = line.find(':');
  if (separator == std::string_view::npos) {
    // "Disallow /path": a space stands for the colon when it leaves exactly two words.
    separator = line.find_first_of(" \t");
    if (separator == std::string_view::npos) return std::nullopt;
    if (trim(line.substr(separator)).find_first_of(" \t") != std::string_view::npos) {
      return std::nullopt;
    }
  }
  const std::string_view name = trim(line.substr(0, separator));
  if (name.empty()) return std::nullopt;
  return RobotsRecord{key_of(name), trim(line.substr(separator + 1)), line};
}

}  // namespace dixit::policy
