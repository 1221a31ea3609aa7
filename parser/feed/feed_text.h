#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parser/feed/feed.h"
#include "parser/feed/xml_tree.h"

namespace dixit::parser {

// Around an element of a feed: what its own attributes do not say. Internal to this room.
struct TextSetting {
  std::string_view default_type;  // of an element without a "type"
  std::string_view base;
  std::string_view language;
  std::string_view version;  // of the feed, as Feed::version has it
};

// The text of a title, summary or content, decoded by its type (RFC 4287 section 3.1 and Atom 0.3's
// "mode"): base64 undone, inline XHTML written out, links resolved, white space at the ends cut.
FeedText read_feed_text(const pugi::xml_node& element, const TextSetting& setting,
                        const std::vector<NamespaceBinding>& bindings);

// "text/plain" for "text", and so on: RFC 4287's short names as media types.
std::string media_type_of_text(std::string_view type);

// True for HTML and XHTML.
bool is_markup_type(std::string_view type);

}  // namespace dixit::parser
