#include "parser/post/bluesky.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/post/post_text.h"
#include "parser/post/post_values.h"

namespace dixit::parser {
namespace {

using model::PostRelationKind;

constexpr std::string_view kScheme = "at://";
constexpr std::string_view kSite = "https://bsky.app/profile/";

// As the lexicon spells a handle that could not be verified.
constexpr std::string_view kInvalidHandle = "handle.invalid";

std::string actor_of(const JsonValue& author) {
  const std::string handle = json_text(author, "handle");
  return handle.empty() || handle == kInvalidHandle ? json_text(author, "did") : handle;
}

// https://atproto.com/specs/label: the author's wish to be shown to those with an account alone.
bool wants_account(const JsonValue& author) {
  const auto labels = json_list(author, "labels", kPostLinksMax);
  return std::any_of(labels.begin(), labels.end(), [](const JsonValue& label) {
    return json_text(label, "val") == "!no-unauthenticated";
  });
}

bool is_post_view(const JsonValue& value) {
  return json_text(value, "uri").starts_with(kScheme) && json_member(value, "author") &&
         (json_member(value, "record") || json_member(value, "value"));
}

PostWords words_of(const JsonValue& view, const JsonValue& record) {
  PostWords words;
  const JsonValue author = view["author"];
  const std::string actor = actor_of(author);
  words.handle = "@" + actor;
  words.name = json_text(author, "displayName");
  words.profile_url = std::string(kSite) + actor;
  words.url = bluesky_post_url(json_text(view, "uri"), actor);
  words.paragraphs = post_paragraphs(json_text(record, "text"));
  return words;
}

// Links are facets beside the text, and cards below it.
void add_links(const JsonValue& record, const JsonValue& embed, PostReading& reading) {
  for (const JsonValue& facet : json_list(record, "facets", kPostLinksMax)) {
    for (const JsonValue& feature : json_list(facet, "features", kPostLinksMax)) {
      add_post_link(reading.links, json_text(feature, "uri"));
    }
  }
  for (const std::string_view key : {"external", "media"}) {
    const auto part = json_member(embed, key);
    if (!part) continue;
    add_post_link(reading.links, json_text(*part, "uri"));
    if (const auto external = json_member(*part, "external")) {
      add_post_link(reading.links, json_text(*external, "uri"));
    }
  }
}

// app.bsky.embed.record#view, and inside recordWithMedia#view another one.
void read_quote(const JsonValue& embed, PostReading& reading) {
  auto record = json_member(embed, "record");
  if (!record) return;
  if (const auto inner = json_member(*record, "record")) record = inner;
  const std::string uri = json_text(*record, "uri");
  if (is_post_view(*record) && !wants_account((*record)["author"])) {
    const auto value = json_member(*record, "value");
    PostWords words = words_of(*record, value ? *value : *record);
    if (words.url.empty()) return;  // a list or a feed
    reading.relations.push_back({PostRelationKind::QuoteOf, words.url, words.handle});
    reading.passed_on.push_back(std::move(words));
  } else if (const std::string url = bluesky_post_url(uri, ""); !url.empty()) {
    reading.relations.push_back({PostRelationKind::QuoteOf, url, ""});
  }
}

PostReading read_view(const JsonValue& view) {
  PostReading reading;
  reading.platform = model::PostPlatform::Bluesky;
  const JsonValue record = view["record"];
  reading.own = words_of(view, record);
  reading.published_at = post_date(json_text(record, "createdAt"), model::DateSource::Feed);
  const auto languages = json_list(record, "langs", 2);
  std::string_view language;
  if (languages.size() == 1 && !languages.front().get_string().get(language)) {
    reading.language = language;
  }
  if (const auto reply = json_member(record, "reply")) {
    const auto parent = json_member(*reply, "parent");
    const std::string url = parent ? bluesky_post_url(json_text(*parent, "uri"), "") : "";
    if (!url.empty()) reading.relations.push_back({PostRelationKind::ReplyTo, url, ""});
  }
  const auto embed = json_member(view, "embed");
  add_links(record, embed ? *embed : record, reading);
  if (embed) read_quote(*embed, reading);
  return reading;
}

// A feed's item that is there because somebody reposted it is that one's post.
PostReading read_repost(const JsonValue& view, const JsonValue& reason, const JsonValue& by) {
  PostReading original = read_view(view);
  PostReading reading;
  reading.platform = model::PostPlatform::Bluesky;
  reading.own.handle = "@" + actor_of(by);
  reading.own.name = json_text(by, "displayName");
  reading.own.profile_url = std::string(kSite) + actor_of(by);
  reading.own.url = original.own.url + "#" + actor_of(by);  // reposts have no page of their own
  reading.published_at = post_date(json_text(reason, "indexedAt"), model::DateSource::Feed);
  reading.language = std::move(original.language);
  reading.links = std::move(original.links);
  reading.relations.push_back({PostRelationKind::RepostOf, original.own.url, original.own.handle});
  reading.passed_on.push_back(std::move(original.own));
  return reading;
}

// app.bsky.feed.defs#notFoundPost: all that is left is the address.
PostReading read_missing(const std::string& uri) {
  PostReading reading;
  reading.platform = model::PostPlatform::Bluesky;
  reading.deleted = true;
  reading.own.url = bluesky_post_url(uri, "");
  return reading;
}

class Reader {
 public:
  std::vector<PostReading> read(const JsonValue& root) {
    add(root);
    for (const std::string_view key : {"feed", "posts"}) {
      for (const JsonValue& item : json_list(root, key, kPostsMax)) add(item);
    }
    if (const auto thread = json_member(root, "thread")) read_thread(*thread);
    return std::move(readings_);
  }

 private:
  void add(const JsonValue& item) {
    if (readings_.size() >= kPostsMax) return;
    const auto inner = json_member(item, "post");
    const JsonValue& view = inner ? *inner : item;
    if (json_is_set(item, "notFound")) {
      const std::string uri = json_text(item, "uri");
      if (uri.starts_with(kScheme)) readings_.push_back(read_missing(uri));
      return;
    }
    if (!is_post_view(view) || !json_member(view, "record") || wants_account(view["author"]))
      return;
    const auto reason = json_member(item, "reason");
    const auto by = reason ? json_member(*reason, "by") : std::nullopt;
    readings_.push_back(by ? read_repost(view, *reason, *by) : read_view(view));
  }

  // Parents upward and replies downward, without recursion: a thread may be as deep as it likes.
  void read_thread(const JsonValue& thread) {
    std::vector<JsonValue> open{thread};
    while (!open.empty() && readings_.size() < kPostsMax) {
      const JsonValue node = open.back();
      open.pop_back();
      add(node);
      if (const auto parent = json_member(node, "parent")) open.push_back(*parent);
      for (const JsonValue& reply : json_list(node, "replies", kPostsMax)) open.push_back(reply);
    }
  }

  std::vector<PostReading> readings_;
};

}  // namespace

std::string bluesky_post_url(std::string_view uri, const std::string& actor) {
  if (!uri.starts_with(kScheme)) return {};
  uri.remove_prefix(kScheme.size() - 1);
  if (path_segment(uri, 1) != "app.bsky.feed.post" || path_segment(uri, 2).empty()) return {};
  return std::string(kSite) + (actor.empty() ? path_segment(uri, 0) : actor) + "/post/" +
         path_segment(uri, 2);
}

std::vector<PostReading> read_bluesky_posts(const JsonValue& root) { return Reader().read(root); }

}  // namespace dixit::parser
