#pragma once

#include <string>
#include <vector>

namespace dixit::model {

// Where a public post stands. ActivityPub is Mastodon and every server that speaks with it.
enum class PostPlatform { ActivityPub, Bluesky, Telegram, X, Instagram, YouTube };

enum class PostRelationKind {
  RepostOf,  // passes on another's post without words of its own
  QuoteOf,   // shows another's post below its own words
  ReplyTo,
};

struct PostRelation {
  PostRelationKind kind = PostRelationKind::RepostOf;
  std::string url;     // of the other post; "" when the platform does not say
  std::string handle;  // of its author, "" when unknown

  bool operator==(const PostRelation&) const = default;
};

// What a document that is a public post says beside its words. Its address, time and words are the
// document's own.
struct Post {
  PostPlatform platform = PostPlatform::ActivityPub;
  std::string handle;              // "@name@server", "@name.server", "@name"; "" when unknown
  std::string name;                // as shown beside it
  std::string profile_url;         // of the author
  std::vector<std::string> links;  // absolute, without mentions and tags, in their order
  std::vector<PostRelation> relations;
  bool edited = false;
  std::string edited_at;  // ISO 8601, "" when the platform does not say
  bool deleted = false;   // the platform says that it was taken back

  bool operator==(const Post&) const = default;
};

}  // namespace dixit::model
