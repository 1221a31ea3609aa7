#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/post.h"

namespace dixit::parser {

// A public post as an adapter reads it, before anything is read in its words.

// An API's page has at most a hundred posts, a channel's preview twenty.
inline constexpr std::size_t kPostsMax = 1000;
// Servers cut posts at 300 to a few thousand letters; the most generous allow about 60,000.
inline constexpr std::size_t kPostBytesMax = 64u << 10;
inline constexpr std::size_t kPostLinksMax = 100;

// Somebody's words as they stand in a post.
struct PostWords {
  std::string handle;                   // "@name@server", "@name.server", "@name"; "" when unknown
  std::string name;                     // as shown beside it
  std::string profile_url;              // of the author
  std::string url;                      // where the words were posted
  std::vector<std::string> paragraphs;  // UTF-8 without line breaks; none is empty

  bool operator==(const PostWords&) const = default;
};

struct PostReading {
  model::PostPlatform platform = model::PostPlatform::ActivityPub;
  std::string title;                 // of what has one, such as a film; ""
  PostWords own;                     // without paragraphs when another's post is passed on
  std::vector<PostWords> passed_on;  // what it reposts or quotes, as far as it shows the words
  std::vector<std::string> links;
  std::vector<model::PostRelation> relations;
  std::optional<model::PublishedAt> published_at;
  std::string language;  // as declared, BCP 47, ""
  bool edited = false;
  std::string edited_at;
  bool deleted = false;

  bool operator==(const PostReading&) const = default;
};

}  // namespace dixit::parser
