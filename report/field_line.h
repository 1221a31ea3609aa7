#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/style.h"
#include "report/styled_text.h"

namespace dixit::report {

// Where the names of fields and their values begin.
inline constexpr std::size_t kFieldColumn = 4;
inline constexpr std::size_t kValueColumn = 13;

// "    source   l'EI", the value wrapped in its own column.
std::string field_line(const Style& style, std::string_view name, const StyledText& value);

// A name as printed, its fuller form when there is one, and the entity it stands for.
void add_name(StyledText& out, std::string_view printed, std::string_view fuller,
              std::string_view entity);

}  // namespace dixit::report
