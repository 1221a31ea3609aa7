#pragma once

#include <vector>

#include "parser/post/json_fields.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// Answers of Bluesky's public AppView: app.bsky.feed.getAuthorFeed, getPosts, getPostThread,
// searchPosts and a single postView (Lexicon 1 of app.bsky.feed.defs, app.bsky.feed.post and
// app.bsky.embed.*, https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed). Empty when it is
// something else. Authors who ask not to be shown without an account are left out.
std::vector<PostReading> read_bluesky_posts(const JsonValue& root);

// "https://bsky.app/profile/…/post/…" of "at://did:…/app.bsky.feed.post/…"; "" for other records.
// `actor` is the handle, "" to use the identifier itself.
std::string bluesky_post_url(std::string_view uri, const std::string& actor);

}  // namespace dixit::parser
