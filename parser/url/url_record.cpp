#include "parser/url/url_record.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

struct SpecialScheme {
  std::string_view name;
  std::optional<std::uint16_t> port;
};

// https://url.spec.whatwg.org/#special-scheme
constexpr std::array<SpecialScheme, 6> kSpecialSchemes{
    {{"http", 80}, {"https", 443}, {"file", std::nullopt}, {"ftp", 21}, {"ws", 80}, {"wss", 443}}};

std::string serialise_path(const UrlRecord& record) {
  if (record.has_opaque_path) return record.opaque_path;
  std::string out;
  for (const std::string& segment : record.path) {
    out += '/';
    out += segment;
  }
  return out;
}

// https://url.spec.whatwg.org/#concept-url-serializer
std::string serialise(const model::Url& url, bool has_authority) {
  std::string out = url.scheme + ":";
  if (has_authority) {
    out += "//";
    if (!url.username.empty() || !url.password.empty()) {
      out += url.username;
      if (!url.password.empty()) out += ":" + url.password;
      out += '@';
    }
    out += url.host;
    if (url.port) out += ":" + std::to_string(*url.port);
  } else if (url.path.starts_with("//")) {
    // Without this an empty first segment would be read back as the start of an authority.
    out += "/.";
  }
  out += url.path;
  if (url.query) out += "?" + *url.query;
  if (url.fragment) out += "#" + *url.fragment;
  return out;
}

}  // namespace

bool is_special_scheme(std::string_view scheme) {
  for (const SpecialScheme& special : kSpecialSchemes) {
    if (special.name == scheme) return true;
  }
  return false;
}

std::optional<std::uint16_t> default_port(std::string_view scheme) {
  for (const SpecialScheme& special : kSpecialSchemes) {
    if (special.name == scheme) return special.port;
  }
  return std::nullopt;
}

bool is_windows_drive_letter(std::string_view segment) {
  return segment.size() == 2 && is_ascii_alpha(segment[0]) &&
         (segment[1] == ':' || segment[1] == '|');
}

bool is_normalised_windows_drive_letter(std::string_view segment) {
  return is_windows_drive_letter(segment) && segment[1] == ':';
}

void shorten_path(UrlRecord& record) {
  if (record.scheme == "file" && record.path.size() == 1 &&
      is_normalised_windows_drive_letter(record.path[0])) {
    return;
  }
  if (!record.path.empty()) record.path.pop_back();
}

model::Url to_url(UrlRecord&& record) {
  model::Url url;
  url.path = serialise_path(record);
  const bool has_authority = record.host.has_value();
  url.scheme = std::move(record.scheme);
  url.username = std::move(record.username);
  url.password = std::move(record.password);
  url.host = std::move(record.host).value_or("");
  url.port = record.port;
  url.query = std::move(record.query);
  url.fragment = std::move(record.fragment);
  url.href = serialise(url, has_authority);
  return url;
}

UrlRecord to_record(const model::Url& url) {
  UrlRecord record;
  record.scheme = url.scheme;
  record.username = url.username;
  record.password = url.password;
  record.port = url.port;
  record.query = url.query;
  record.fragment = url.fragment;
  const std::string_view after_scheme = std::string_view(url.href).substr(url.scheme.size() + 1);
  // "/." before a path that begins with "//" is serialisation, not an authority.
  if (after_scheme.starts_with("//")) record.host = url.host;
  if (!record.host && !url.path.starts_with('/')) {
    record.has_opaque_path = true;
    record.opaque_path = url.path;
    return record;
  }
  std::string_view path = url.path;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t slash = std::min(path.find('/'), path.size());
    record.path.emplace_back(path.substr(0, slash));
    path.remove_prefix(slash);
  }
  return record;
}

}  // namespace dixit::parser
