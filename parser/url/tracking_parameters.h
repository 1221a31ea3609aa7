#pragma once

#include <string_view>

namespace dixit::parser {

// True for a query parameter that changes nothing on the page: campaign and click marks (utm_*,
// fbclid, ...) and session identifiers. A short "sid" stays, because it names stories on some
// sites.
bool is_tracking_parameter(std::string_view name, std::string_view value);

// Cuts ";jsessionid=..." and its like off a path's segment.
std::string_view without_session_suffix(std::string_view segment);

}  // namespace dixit::parser
