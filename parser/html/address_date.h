#pragma once

#include <optional>
#include <string_view>

#include "parser/text/date.h"

namespace dixit::parser {

// The day that stands in an address: /2021/01/15/, /2021-01-15-, /2021/jan/15/, 15-01-2021 or
// 20210115.
std::optional<DateTime> date_of_address(std::string_view url);

}  // namespace dixit::parser
