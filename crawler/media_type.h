#pragma once

#include <string_view>

namespace dixit::crawler {

// Which answers may hold text that Dixit reads: pages, feeds, sitemaps and public posts' JSON.
//
// Both questions err towards yes: a wrong yes costs one download, a wrong no loses a page.

// Of a Content-Type header's value, "" for none.
bool may_hold_text(std::string_view content_type);

// Of a URL's path, by the ending of its last segment: no for images, sound, films, archives, ….
bool path_may_hold_text(std::string_view path);

}  // namespace dixit::crawler
