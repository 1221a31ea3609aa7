#pragma once

#include <toml++/toml.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "parser/knowledge/knowledge_error.h"

// Shared by the readers of configuration files; included by their sources alone, since toml++ is
// slow to compile.
namespace dixit::parser {

// Thrown inside a configuration reader at the first bad line and caught at its door.
struct ConfigurationFault {
  std::size_t line = 0;
  std::string message;
};

[[noreturn]] inline void fail_at(const toml::node& node, std::string message) {
  throw ConfigurationFault{.line = node.source().begin.line, .message = std::move(message)};
}

inline std::string string_of(const toml::node& node) {
  const auto* text = node.as_string();
  if (text == nullptr) fail_at(node, "a string is wanted here");
  return text->get();
}

// Calls each(text, node) for every string of an array.
template <typename Each>
void for_each_string(const toml::node& node, Each each) {
  const toml::array* array = node.as_array();
  if (array == nullptr) fail_at(node, "a list of strings is wanted here");
  for (const toml::node& element : *array) each(string_of(element), element);
}

inline const toml::table& table_of(const toml::node& node) {
  const toml::table* table = node.as_table();
  if (table == nullptr) fail_at(node, "a table is wanted here");
  return *table;
}

// Parses `file` and hands its table to `read`, turning faults of either into a KnowledgeError.
template <typename Result, typename Read>
tl::expected<Result, KnowledgeError> read_toml(const NamedText& file, Read read) {
  try {
    const toml::table table = toml::parse(file.text, file.name);
    return read(table);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(KnowledgeError{.file = file.name,
                                         .line = error.source().begin.line,
                                         .message = std::string(error.description())});
  } catch (const ConfigurationFault& fault) {
    return tl::unexpected(
        KnowledgeError{.file = file.name, .line = fault.line, .message = fault.message});
  }
}

}  // namespace dixit::parser
