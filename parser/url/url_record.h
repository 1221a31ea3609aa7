#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/url.h"

namespace dixit::parser {

// A URL while it is being read: the standard's "URL record", which knows more than model::Url
// (whether there is a host at all, the path's segments).
// https://url.spec.whatwg.org/#concept-url
struct UrlRecord {
  std::string scheme;
  std::string username;
  std::string password;
  std::optional<std::string> host;  // absent: no authority; empty: "file:///"
  std::optional<std::uint16_t> port;
  std::vector<std::string> path;
  std::string opaque_path;  // in place of `path`, where has_opaque_path
  bool has_opaque_path = false;
  std::optional<std::string> query;
  std::optional<std::string> fragment;
};

// http, https, ws, wss, ftp and file, whose syntax differs from all others'.
bool is_special_scheme(std::string_view scheme);

std::optional<std::uint16_t> default_port(std::string_view scheme);

// A letter followed by ":" or "|"; normalised, ":" alone. ".." must not remove such a first segment
// from the path of a file URL.
bool is_windows_drive_letter(std::string_view segment);
bool is_normalised_windows_drive_letter(std::string_view segment);

// https://url.spec.whatwg.org/#shorten-a-urls-path
void shorten_path(UrlRecord& record);

model::Url to_url(UrlRecord&& record);

// Takes a serialised URL apart again. Requires: to_url() made it.
UrlRecord to_record(const model::Url& url);

}  // namespace dixit::parser
