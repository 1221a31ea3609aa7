#pragma once

#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// Members of JSON as adapters ask for them: what is not there or of another type is nothing.

using JsonValue = simdjson::dom::element;

inline std::optional<JsonValue> json_member(const JsonValue& object, std::string_view key) {
  JsonValue value;
  if (object[key].get(value) || value.is_null()) return std::nullopt;
  return value;
}

inline std::string json_text(const JsonValue& object, std::string_view key) {
  std::string_view text;
  return object[key].get_string().get(text) ? std::string() : std::string(text);
}

// The elements of a list, at most `most`.
inline std::vector<JsonValue> json_list(const JsonValue& value, std::size_t most) {
  std::vector<JsonValue> elements;
  simdjson::dom::array list;
  if (value.get_array().get(list)) return elements;
  for (const JsonValue& element : list) {
    if (elements.size() >= most) break;
    elements.push_back(element);
  }
  return elements;
}

inline std::vector<JsonValue> json_list(const JsonValue& object, std::string_view key,
                                        std::size_t most) {
  const auto member = json_member(object, key);
  return member ? json_list(*member, most) : std::vector<JsonValue>();
}

inline bool json_is_set(const JsonValue& object, std::string_view key) {
  bool flag = false;
  return !object[key].get_bool().get(flag) && flag;
}

}  // namespace dixit::parser
