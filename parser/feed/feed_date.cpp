#include "parser/feed/feed_date.h"

#include "parser/text/ascii.h"
#include "parser/text/loose_date.h"

namespace dixit::parser {

std::optional<DateTime> parse_truncated_iso_date(std::string_view) { return std::nullopt; }

std::optional<DateTime> parse_feed_date(std::string_view text) { return parse_machine_date(text); }

}  // namespace dixit::parser
