#include "cli/extract_request.h"

#include <fmt/format.h>

#include <array>

#include "parser/url/url.h"

namespace dixit::cli {
namespace {

using simdjson::dom::element;

// The string under `key`, or nothing when it is absent or null. Anything else is an error.
tl::expected<std::optional<std::string_view>, std::string> optional_string(
    const simdjson::dom::object& object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return tl::unexpected(fmt::format("\"{}\" must be a string", key));
  }
  return text;
}

std::optional<std::string> read_fields(const simdjson::dom::object& object,
                                       ExtractRequest& request) {
  using Sources = std::array<std::pair<std::string_view, std::optional<std::string_view>*>, 3>;
  for (const auto& [key, field] :
       Sources{{{"path", &request.path}, {"html", &request.html}, {"text", &request.text}}}) {
    const auto value = optional_string(object, key);
    if (!value) return value.error();
    *field = *value;
  }
  using Hints = std::array<std::pair<std::string_view, std::string_view*>, 4>;
  for (const auto& [key, field] : Hints{{{"url", &request.url},
                                         {"lang", &request.lang},
                                         {"title", &request.title},
                                         {"published", &request.published}}}) {
    const auto value = optional_string(object, key);
    if (!value) return value.error();
    *field = value->value_or("");
  }
  if (!request.url.empty()) {
    if (const auto url = parser::parse_url(request.url); !url)
      return fmt::format("\"url\" is no URL: {}", describe(url.error()));
  }
  const int given =
      int{request.path.has_value()} + int{request.html.has_value()} + int{request.text.has_value()};
  if (given != 1) return "needs exactly one of \"path\", \"html\" and \"text\"";
  return std::nullopt;
}

}  // namespace

tl::expected<ExtractRequest, BadRequest> read_request(simdjson::dom::parser& parser,
                                                      const std::string& line) {
  simdjson::dom::object object;
  element root;
  if (const auto error = parser.parse(line).get(root)) {
    return tl::unexpected(
        BadRequest{"null", fmt::format("not JSON: {}", simdjson::error_message(error))});
  }
  if (root.get(object) != simdjson::SUCCESS) {
    return tl::unexpected(BadRequest{"null", "not a JSON object"});
  }
  ExtractRequest request;
  element id;
  if (object["id"].get(id) == simdjson::SUCCESS) request.id = simdjson::minify(id);
  if (auto error = read_fields(object, request)) {
    return tl::unexpected(BadRequest{request.id, std::move(*error)});
  }
  return request;
}

}  // namespace dixit::cli
