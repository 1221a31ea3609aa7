#include "policy/robots_path.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "policy/ascii.h"

namespace dixit::policy {
namespace {

// The byte that "%XX" at `at` stands for.
std::optional<unsigned char> escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
  const std::optional<int> high = hex_value(text[at + 1]);
  const std::optional<int> low = hex_value(text[at + 2]);
  if (!high || !low) return std::nullopt;
  return static_cast<unsigned char>(*high * 16 + *low);
}

void append_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += '%';
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 15U];
}

// RFC 3986 §2.3.
bool is_unreserved(unsigned char byte) {
  const char c = static_cast<char>(byte);
  return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// Characters that neither RFC 3986 nor a browser leaves bare in a path.
bool must_be_escaped(unsigned char byte) {
  constexpr std::string_view kForbidden = "\"<>\\^`{|}";
  return byte <= 0x20 || byte >= 0x7F ||
         kForbidden.find(static_cast<char>(byte)) != kForbidden.npos;
}

enum class Owner { Rule, Url };

std::string literal_path(std::string_view path, Owner owner) {
  std::string literal;
  literal.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = static_cast<unsigned char>(path[i]);
    if (const auto escaped = escaped_byte(path, i)) {
      append_escape(literal, *escaped);
      i += 2;
    } else if (owner == Owner::Rule && byte >= 0x80) {
      append_escape(literal, byte);
    } else {
      literal += path[i];
    }
  }
  return literal;
}

// Whether the character at `at` is one that means itself only when escaped.
bool is_plain_wildcard(std::string_view path, std::size_t at, Owner owner) {
  if (owner == Owner::Url) return path[at] == '*' || path[at] == '$';
  return path[at] == '$' && at + 1 < path.size();
}

std::string normal_path(std::string_view path, Owner owner) {
  const std::size_t query = path.find('?');
  std::string normal;
  normal.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = static_cast<unsigned char>(path[i]);
    const bool in_query = query != std::string_view::npos && i > query;
    if (const auto escaped = escaped_byte(path, i)) {
      i += 2;
      if (is_unreserved(*escaped)) {
        normal += static_cast<char>(*escaped);
      } else {
        append_escape(normal, *escaped);
      }
    } else if (must_be_escaped(byte) || is_plain_wildcard(path, i, owner) ||
               (in_query && (byte == ':' || byte == '/'))) {
      append_escape(normal, byte);
    } else {
      normal += path[i];
    }
  }
  return normal;
}

// Where the authority of `url` begins, 0 when it has no scheme.
std::size_t authority_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == 0) return 2;
  const std::size_t delimiter = url.find_first_of("/?#");
  if (slashes == delimiter && slashes != std::string_view::npos && url[slashes - 1] == ':') {
    return slashes + 2;
  }
  return 0;
}

}  // namespace

std::string robots_path(std::string_view url) {
  url = url.substr(0, std::min(url.find('#'), url.size()));
  const bool path_alone = url.starts_with('/') && !url.starts_with("//");
  const std::size_t start = path_alone ? 0 : url.find_first_of("/?", authority_of(url));
  if (start == std::string_view::npos) return "/";
  std::string path(url.substr(start));
  if (path.front() == '?') path.insert(path.begin(), '/');
  return path;
}

std::string literal_rule_path(std::string_view path) { return literal_path(path, Owner::Rule); }
std::string literal_url_path(std::string_view path) { return literal_path(path, Owner::Url); }
std::string normal_rule_path(std::string_view path) { return normal_path(path, Owner::Rule); }
std::string normal_url_path(std::string_view path) { return normal_path(path, Owner::Url); }

}  // namespace dixit::policy
