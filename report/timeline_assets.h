#pragma once

#include <string_view>

namespace dixit::report {

// The style sheet and script inside a timeline page.
std::string_view timeline_style();
std::string_view timeline_script();

}  // namespace dixit::report
