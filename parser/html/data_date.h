#pragma once

#include <optional>
#include <span>

#include "parser/html/blank.h"
#include "parser/text/date.h"

namespace dixit::parser {

// The date of publication in the state data of a page's programs: what stands under a key that says
// so, when all its values in the page are of one day. Data of several articles agree on none.
std::optional<DateTime> date_in_scripts(std::span<const ScriptText> scripts);

}  // namespace dixit::parser
