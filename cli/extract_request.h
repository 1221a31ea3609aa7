#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace dixit::cli {

// One line of `dixit extract --jsonl`: {"id", "path"|"html"|"text", "url"?, "lang"?, "title"?,
// "published"?}; "url" is absolute or empty. Views point into the parser that read the line and
// last until its next line.
struct ExtractRequest {
  std::string id = "null";  // as JSON
  std::optional<std::string_view> path;
  std::optional<std::string_view> html;
  std::optional<std::string_view> text;
  std::string_view url;
  std::string_view lang;
  std::string_view title;
  std::string_view published;
};

struct BadRequest {
  std::string id = "null";  // as JSON, when the line was readable enough to have one
  std::string error;
};

[[nodiscard]] tl::expected<ExtractRequest, BadRequest> read_request(simdjson::dom::parser& parser,
                                                                    const std::string& line);

}  // namespace dixit::cli
