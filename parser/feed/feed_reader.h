#pragma once

#include "parser/feed/feed.h"

namespace dixit::parser {

// The two syntaxes behind parse_feed(). Internal to this room.

// RSS, Atom and CDF.
Feed read_xml_feed(const FeedInput& input);

// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
Feed read_json_feed(const FeedInput& input);

}  // namespace dixit::parser
