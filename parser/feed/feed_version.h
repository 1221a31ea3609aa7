#pragma once

#include <string>

#include "parser/feed/xml_tree.h"

namespace dixit::parser {

// The format of a feed as Feed::version names it, by its root element; "" for no feed. Internal to
// this room.
std::string feed_version(const XmlTree& tree);

}  // namespace dixit::parser
