#pragma once

#include <string>
#include <string_view>

namespace dixit::report {

// `text` as HTML character data or as the value of a quoted attribute. Whatever a page's author
// wrote shows as text and nothing else: markup is escaped, control characters and broken bytes
// become U+FFFD.
std::string html_escaped(std::string_view text);

// Whether a page may be linked: http and https alone. A "javascript:" URL would run on a click.
bool is_linkable(std::string_view url);

// A name in isolation, so that neither one written from right to left nor a character that orders
// it turns its neighbours around.
std::string html_name(std::string_view name);

// `label` as a name that links to `url`, or alone when that may not be linked.
std::string html_link(std::string_view url, std::string_view label);

}  // namespace dixit::report
