#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/source.h"

namespace dixit::cli {

// Reads a list of sources, in TOML:
//
//   [[source]]
//   url      = "https://gull.example/feed.xml"   # required
//   name     = "The Gull"                        # for people
//   kind     = "feed"                            # auto (default), page, feed, sitemap
//   scope    = "host"                            # page, prefix, host, site (default)
//   also     = ["feeds.gull.example"]            # further hosts that belong to it
//   language = "en"                              # a hint for its pages
//   outlet   = "The Gull"                        # who publishes
//
// or an OPML list, as feed readers export them: each outline with an xmlUrl is a feed, the host of
// its htmlUrl belongs to it, and its title is its name.
//
// On failure the message names file, line and what is wrong; an unknown key is an error, because a
// misspelt one would silently widen a crawl.
[[nodiscard]] tl::expected<std::vector<crawler::Source>, std::string> read_sources(
    const std::string& name, std::string_view text);

}  // namespace dixit::cli
