#include "parser/url/canonical.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "parser/text/ascii.h"
#include "parser/url/percent_encoding.h"
#include "parser/url/tracking_parameters.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

using CharacterTable = std::array<bool, 256>;

constexpr CharacterTable make_table(std::string_view marks) {
  CharacterTable table{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    table[byte] = is_ascii_alphanumeric(static_cast<char>(byte));
  }
  for (const char c : marks) table[static_cast<unsigned char>(c)] = true;
  return table;
}

// RFC 3986 section 2.3
constexpr CharacterTable kUnreserved = make_table("-._~");

// What may stand unencoded in a path or query: RFC 3986's pchar, "/" and "?".
constexpr CharacterTable kAllowed = make_table("-._~!$&'()*+,;=:@/?");

std::string normalise_encoding(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    auto byte = static_cast<unsigned char>(text[offset]);
    const CharacterTable* stands_for_itself = &kAllowed;
    if (has_percent_byte_at(text, offset)) {
      byte = percent_byte_at(text, offset);
      stands_for_itself = &kUnreserved;
      offset += 2;
    }
    if ((*stands_for_itself)[byte]) {
      out.push_back(static_cast<char>(byte));
    } else {
      append_percent_byte(out, byte);
    }
  }
  return out;
}

// Calls `use` with each part of `text` between `mark`s.
template <typename Use>
void for_each_part(std::string_view text, char mark, Use use) {
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(mark, start), text.size());
    use(text.substr(start, end - start));
    start = end + 1;
  }
}

std::string canonical_path(std::string_view path) {
  std::string out;
  bool ends_in_slash = true;
  for_each_part(path, '/', [&](std::string_view segment) {
    segment = without_session_suffix(segment);
    ends_in_slash = segment.empty();
    if (segment.empty()) return;
    out += '/';
    out += normalise_encoding(segment);
  });
  if (ends_in_slash) out += '/';
  return out;
}

struct Parameter {
  std::string name;
  std::size_t position = 0;  // among those kept: equal names stay in order
  std::string value;
};

std::string canonical_query(std::string_view query) {
  std::vector<Parameter> parameters;
  for_each_part(query, '&', [&parameters](std::string_view part) {
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view value = part.substr(std::min(equals + 1, part.size()));
    Parameter parameter{normalise_encoding(part.substr(0, equals)), parameters.size(),
                        normalise_encoding(value)};
    if (parameter.name.empty() || is_tracking_parameter(parameter.name, value)) return;
    parameters.push_back(std::move(parameter));
  });
  std::sort(parameters.begin(), parameters.end(), [](const Parameter& a, const Parameter& b) {
    return std::tie(a.name, a.position) < std::tie(b.name, b.position);
  });
  std::string out;
  for (const Parameter& parameter : parameters) {
    if (!out.empty()) out += '&';
    out += parameter.name;
    if (!parameter.value.empty()) out += "=" + parameter.value;
  }
  return out;
}

bool is_fetchable_scheme(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "ftp" || scheme == "file";
}

// "host:8080/x" and "host.example:x" have something like a scheme before their ":".
bool lacks_scheme(std::string_view text) {
  const std::size_t end = text.find_first_of(":/?#");
  if (end == std::string_view::npos || text[end] != ':') return true;
  const std::string_view before = text.substr(0, end);
  const bool port_follows = end + 1 < text.size() && is_ascii_digit(text[end + 1]);
  return port_follows || before.find('.') != std::string_view::npos;
}

}  // namespace

tl::expected<model::Url, UrlError> canonicalise(const model::Url& url) {
  if (!is_fetchable_scheme(url.scheme)) return tl::unexpected(UrlError::UnsupportedScheme);
  model::Url out;
  out.scheme = url.scheme;
  out.host = url.host;
  while (out.host.ends_with('.')) out.host.pop_back();
  if (out.host.empty() && url.scheme != "file") return tl::unexpected(UrlError::MissingHost);
  out.port = url.port;
  out.path = canonical_path(url.path);
  std::string query = canonical_query(url.query.value_or(""));
  out.href = origin_of(out) + out.path;
  if (!query.empty()) {
    out.href += "?" + query;
    out.query = std::move(query);
  }
  if (out.href.size() > kCrawlUrlBytesMax) return tl::unexpected(UrlError::TooLong);
  // What was cut off may have uncovered a dot segment, an address or a drive letter.
  const bool is_settled = out.host.size() == url.host.size() && out.scheme != "file" &&
                          out.path.find("/.") == std::string::npos;
  return is_settled ? out : parse_url(out.href);
}

tl::expected<model::Url, UrlError> canonicalise_text(std::string_view text) {
  text = trim_ascii(text);
  if (!lacks_scheme(text)) {
    return parse_url(text).and_then([](const model::Url& url) { return canonicalise(url); });
  }
  while (text.starts_with('/')) text.remove_prefix(1);
  return parse_url("http://" + std::string(text)).and_then([](const model::Url& url) {
    return canonicalise(url);
  });
}

tl::expected<model::Url, UrlError> canonicalise_link(std::string_view reference,
                                                     const model::Url& base) {
  return parse_url(reference, base).and_then([](const model::Url& url) {
    return canonicalise(url);
  });
}

}  // namespace dixit::parser
