#include "storage/http_message.h"

#include <charconv>
#include <cstdint>

#include "storage/ascii.h"

namespace dixit::storage {
namespace {

// One line without its end, taken off the front of `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// RFC 9112 section 4: HTTP-version SP status-code SP reason. A request line ends in the version.
bool read_start_line(std::string_view line, HttpHead& head) {
  constexpr std::string_view kName = "HTTP/";
  const std::size_t at = line.starts_with(kName) ? 0 : line.rfind(" HTTP/");
  if (at == std::string_view::npos) return false;
  std::string_view rest = line.substr(at == 0 ? kName.size() : at + kName.size() + 1);
  const std::size_t space = rest.find(' ');
  head.http_version = rest.substr(0, space);
  if (at == 0 && space != std::string_view::npos) {
    rest = trim(rest.substr(space));
    std::from_chars(rest.data(), rest.data() + rest.size(), head.status);
  }
  head.start_line = line;
  return true;
}

// chunk-size in hexadecimal, before any chunk extension.
std::optional<std::size_t> chunk_size(std::string_view line) {
  std::size_t size = 0;
  line = trim(line.substr(0, line.find(';')));
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

}  // namespace

bool add_field_line(std::string_view line, HttpHeaders& fields) {
  const bool folded = line.starts_with(' ') || line.starts_with('\t');
  if (folded && !fields.empty()) {
    std::string& value = fields.back().second;
    if (!value.empty()) value += ' ';
    value += trim(line);
    return true;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  fields.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  return true;
}

std::optional<HttpHead> parse_http_head(std::string_view message) {
  HttpHead head;
  std::string_view rest = message;
  if (!read_start_line(take_line(rest), head)) return std::nullopt;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    add_field_line(line, head.headers);
  }
  head.bytes = message.size() - rest.size();
  return head;
}

std::optional<std::string_view> header_value(const HttpHeaders& headers, std::string_view name) {
  for (const auto& [header, value] : headers) {
    if (ascii_equal(header, name)) return value;
  }
  return std::nullopt;
}

bool is_chunked(const HttpHeaders& headers) {
  const auto codings = header_value(headers, "Transfer-Encoding");
  if (!codings) return false;
  const std::size_t comma = codings->rfind(',');
  const std::size_t last = comma == std::string_view::npos ? 0 : comma + 1;
  return ascii_equal(trim(codings->substr(last)), "chunked");
}

std::optional<std::string> dechunk(std::string_view body, BodyEnd end) {
  std::string out;
  // What was cut off before its first chunk need not have had any.
  const auto at_end = [&] {
    return end == BodyEnd::Cut && !out.empty() ? std::optional(out) : std::nullopt;
  };
  while (!body.empty()) {
    const bool amid_size = body.find('\n') == std::string_view::npos;
    if (end == BodyEnd::Cut && amid_size) break;
    const auto size = chunk_size(take_line(body));
    if (!size) return std::nullopt;
    if (*size == 0) return out;  // what follows is the trailer section
    out += body.substr(0, *size);
    if (*size > body.size()) return at_end();
    body.remove_prefix(*size);
    if (!take_line(body).empty()) return std::nullopt;
  }
  return at_end();
}

std::string transfer_decoded(const HttpHeaders& headers, std::string_view body, BodyEnd end) {
  if (is_chunked(headers)) {
    if (auto content = dechunk(body, end)) return *std::move(content);
  }
  return std::string(body);
}

}  // namespace dixit::storage
