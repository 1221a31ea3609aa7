#pragma once

#include <string_view>

namespace dixit::crawler {

// Whether a URL's path may lead to text that Dixit reads: pages, feeds, sitemaps, public posts.
//
// Asked of links before they are queued, by the ending of the last segment: no for images, sound,
// films, archives and what browsers load beside a page. Errs towards yes: a wrong yes costs one
// download, which the answer's Content-Type ends early; a wrong no loses a page.
bool path_may_hold_text(std::string_view path);

}  // namespace dixit::crawler
