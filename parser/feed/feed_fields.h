#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "parser/feed/feed.h"

namespace dixit::parser {

// A feed as named fields, for printing and for comparison with other readers: the names are those
// of the Universal Feed Parser's documentation, synonyms of a field included.

struct Field;

// A value of a field; std::monostate is "nothing", as in a language that is not declared.
struct FieldValue {
  std::variant<std::monostate, bool, std::int64_t, std::string, std::vector<FieldValue>,
               std::vector<Field>>
      value;
};

struct Field {
  std::string name;
  FieldValue value;
};

FieldValue fields_of(const Feed& feed);

// The member called `name` of a list of fields, or null.
const FieldValue* find_field(const FieldValue& object, std::string_view name);

}  // namespace dixit::parser
