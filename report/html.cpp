#include "report/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/dangerous.h"
#include "report/utf8.h"

namespace dixit::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the control character at the head of `text`, which is valid UTF-8; 0 for another.
std::size_t control_bytes(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte == '\r' || (byte < 0x80 && is_control(byte))) return 1;
  const bool c1 = byte == 0xC2 && is_control(static_cast<unsigned char>(text[1]));
  return c1 ? 2 : 0;
}

std::string_view entity_of(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string html_escaped(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  std::string result;
  result.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const std::string_view rest = std::string_view(valid).substr(at);
    const std::size_t control = control_bytes(rest);
    const std::string_view entity = entity_of(rest.front());
    if (control > 0) {
      result += kReplacement;
    } else if (!entity.empty()) {
      result += entity;
    } else {
      result.push_back(rest.front());
    }
    at += std::max<std::size_t>(control, 1);
  }
  return result;
}

bool is_linkable(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

std::string html_link(std::string_view url, std::string_view label) {
  if (!is_linkable(url)) return html_name(label);
  return fmt::format(R"(<a href="{}" rel="noopener noreferrer nofollow">{}</a>)", html_escaped(url),
                     html_name(label));
}

std::string html_name(std::string_view name) {
  return fmt::format("<bdi>{}</bdi>", html_escaped(name));
}

}  // namespace dixit::report
