#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/feed/feed.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// Finds the adapter for a payload, by its address and content, and reads the posts it holds.

struct PostsInput {
  std::string_view bytes;    // after content decoding; borrowed for the call
  std::string url;           // where they were found
  std::string content_type;  // the header's value, "" when unknown
};

// The posts of a payload that is a platform's answer and nothing else: JSON of Mastodon,
// ActivityPub or Bluesky, a Telegram preview, a feed of statuses. Empty when it is none of these.
//
// Pure and thread-safe; time linear in the bytes.
std::vector<PostReading> find_posts(const PostsInput& input);

}  // namespace dixit::parser
