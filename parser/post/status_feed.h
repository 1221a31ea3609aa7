#pragma once

#include <vector>

#include "parser/feed/feed.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// Posts in a feed of a person or tag of an ActivityPub server, as Mastodon writes it: RSS 2.0 whose
// items have no title and stand at "https://server/@name/number" ("user.rss", Mastodon 4.5; its
// documentation, "Playing with public data", names the addresses). Empty for other feeds.
std::vector<PostReading> read_status_feed(const Feed& feed);

}  // namespace dixit::parser
