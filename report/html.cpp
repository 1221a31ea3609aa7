#include "report/html.h"

#include <fmt/format.h>

#include "report/utf8.h"

namespace dixit::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_control(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return (byte < 0x20 && character != '\n' && character != '\t') || byte == 0x7F;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char character : to_valid_utf8(text)) {
    switch (character) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        if (is_control(character)) {
          result += kReplacement;
        } else {
          result.push_back(character);
        }
    }
  }
  return result;
}

bool is_linkable(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

std::string html_link(std::string_view url, std::string_view label) {
  if (!is_linkable(url)) return html_escaped(label);
  return fmt::format(R"(<a href="{}" rel="noopener noreferrer nofollow">{}</a>)", html_escaped(url),
                     html_escaped(label));
}

std::string html_name(std::string_view name) {
  return fmt::format("<bdi>{}</bdi>", html_escaped(name));
}

}  // namespace dixit::report
