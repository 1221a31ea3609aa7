#include "parser/http/media_type.h"

#include <algorithm>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// A header line longer than this says nothing of use; servers cap theirs at 8 KiB as well.
constexpr std::size_t kHeaderBytesMax = 8u << 10;

// RFC 9110 section 5.6.2: token
bool is_token_character(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return is_ascii_alphanumeric(c) || kMarks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

// RFC 9110 section 5.6.4: quoted-string, its opening quote already cut off.
std::string take_quoted(std::string_view& rest) {
  std::string value;
  while (!rest.empty() && rest.front() != '"') {
    if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
    value += rest.front();
    rest.remove_prefix(1);
  }
  rest.remove_prefix(std::min(rest.find(';'), rest.size()));
  return value;
}

std::string take_value(std::string_view& rest) {
  rest = trim_ascii(rest);
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return take_quoted(rest);
  }
  const std::size_t end = std::min(rest.find(';'), rest.size());
  const std::string_view value = trim_ascii(rest.substr(0, end));
  rest.remove_prefix(end);
  return std::string(value);
}

void read_parameters(MediaType& media_type, std::string_view rest) {
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the ";"
    const std::size_t name_end = std::min(rest.find_first_of("=;"), rest.size());
    const std::string name = ascii_lowercase(trim_ascii(rest.substr(0, name_end)));
    rest.remove_prefix(name_end);
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    std::string value = take_value(rest);
    if (is_token(name)) media_type.parameters.emplace_back(name, std::move(value));
  }
}

}  // namespace

std::optional<MediaType> parse_media_type(std::string_view header) {
  header = trim_ascii(header.substr(0, kHeaderBytesMax));
  const std::size_t parameters = std::min(header.find(';'), header.size());
  const std::string_view essence = trim_ascii(header.substr(0, parameters));
  const std::size_t slash = essence.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  MediaType media_type;
  media_type.type = ascii_lowercase(essence.substr(0, slash));
  media_type.subtype = ascii_lowercase(essence.substr(slash + 1));
  if (!is_token(media_type.type) || !is_token(media_type.subtype)) return std::nullopt;
  read_parameters(media_type, header.substr(parameters));
  return media_type;
}

std::string essence_of(const MediaType& media_type) {
  return media_type.type + "/" + media_type.subtype;
}

std::string parameter_of(const MediaType& media_type, std::string_view name) {
  for (const auto& [key, value] : media_type.parameters) {
    if (key == name) return value;
  }
  return "";
}

std::string charset_of(std::string_view content_type) {
  const std::optional<MediaType> media_type = parse_media_type(content_type);
  return media_type ? parameter_of(*media_type, "charset") : "";
}

}  // namespace dixit::parser
