#include "cli/inspect_request.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "cli/files.h"
#include "parser/feed/feed_markup.h"
#include "parser/text/ascii.h"

namespace dixit::cli {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// A scalar as a string; lists and null are nothing.
void add_scalar(InspectRequest& request, const std::string& name, const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    request.fields[name] = text;
  } else if (value.is_bool() || value.is_number()) {
    request.fields[name] = simdjson::minify(value);
  }
}

void add_member(InspectRequest& request, std::string_view key, const element& value) {
  const std::string name(key);
  object inner;
  if (value.get(inner) != simdjson::SUCCESS) {
    add_scalar(request, name, value);
    return;
  }
  for (const auto& [inner_key, inner_value] : inner) {
    add_scalar(request, name + "." + parser::ascii_lowercase(inner_key), inner_value);
  }
}

}  // namespace

bool InspectRequest::has(std::string_view name) const { return fields.find(name) != fields.end(); }

std::string InspectRequest::first_of(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    if (const auto found = fields.find(name); found != fields.end()) return found->second;
  }
  return {};
}

tl::expected<InspectRequest, std::string> parse_inspect_request(const std::string& line) {
  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(line).get(root)) {
    return tl::unexpected(fmt::format("not JSON: {}", simdjson::error_message(error)));
  }
  object members;
  if (root.get(members) != simdjson::SUCCESS)
    return tl::unexpected(std::string("not a JSON object"));
  InspectRequest request;
  for (const auto& [key, value] : members) {
    if (key == "id" || (key == "name" && request.id == "null")) {
      request.id_key = key;
      request.id = simdjson::minify(value);
    } else {
      add_member(request, key, value);
    }
  }
  return request;
}

tl::expected<std::string, std::string> body_of(const InspectRequest& request,
                                               std::string_view inline_name,
                                               std::size_t bytes_max) {
  const std::string encoded_name = std::string(inline_name) + "_b64";
  if (request.has(inline_name)) return request.first_of({inline_name});
  if (request.has(encoded_name)) return parser::decode_base64(request.first_of({encoded_name}));
  const std::string path = request.first_of({"path", "file"});
  if (path.empty()) {
    return tl::unexpected(fmt::format("needs \"{}\", \"path\" or \"file\"", inline_name));
  }
  return read_file(path, bytes_max);
}

}  // namespace dixit::cli
