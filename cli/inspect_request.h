#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace dixit::cli {

// One thing to look at, from a line of a batch or from the command line: named strings. Members of
// an object inside go by both names ("headers.content-type"), switches are "true" or "false".
struct InspectRequest {
  std::string id_key = "id";  // or "name", as the line has it
  std::string id = "null";    // as JSON
  std::map<std::string, std::string, std::less<>> fields;

  [[nodiscard]] bool has(std::string_view name) const;
  // The first of `names` that is given, or "".
  [[nodiscard]] std::string first_of(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] bool is_set(std::string_view name) const { return first_of({name}) == "true"; }
};

// Reads one line of `dixit inspect KIND --jsonl`; fails with a message on what is no JSON object.
[[nodiscard]] tl::expected<InspectRequest, std::string> parse_inspect_request(
    const std::string& line);

// The bytes to look at: the field `inline_name`, or that name with "_b64" (RFC 4648), or the file
// that "path" or "file" names, at most `bytes_max` of it.
[[nodiscard]] tl::expected<std::string, std::string> body_of(const InspectRequest& request,
                                                             std::string_view inline_name,
                                                             std::size_t bytes_max);

}  // namespace dixit::cli
