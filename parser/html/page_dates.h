#pragma once

#include <optional>
#include <string_view>

#include "parser/html/tree.h"
#include "parser/text/date.h"

namespace dixit::parser {

class Knowledge;

// The day that stands in an address: /2021/01/15/, /2021-01-15- or 20210115.
std::optional<DateTime> date_of_address(std::string_view url);

// The date printed on the page for its article: in a short line near `title` (or near the top when
// it is kNoNode), best with a label that says "published"; never one labelled as of a change.
// `language` decides whether 3/4 is in March or April.
std::optional<DateTime> find_printed_date(const Knowledge& knowledge, const Tree& tree,
                                          NodeIndex title, std::string_view language);

}  // namespace dixit::parser
