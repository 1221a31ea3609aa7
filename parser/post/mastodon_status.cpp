#include "parser/post/mastodon_status.h"

#include <utility>

#include "parser/post/post_text.h"
#include "parser/post/post_values.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

using model::PostRelationKind;

bool is_status(const JsonValue& value) {
  return json_member(value, "account") && json_member(value, "created_at") &&
         value["content"].is_string();
}

bool is_public(const JsonValue& status) {
  const std::string visibility = json_text(status, "visibility");
  return visibility.empty() || visibility == "public" || visibility == "unlisted";
}

std::string first_text(const JsonValue& object, std::string_view first, std::string_view second) {
  std::string text = json_text(object, first);
  return text.empty() ? json_text(object, second) : text;
}

// A server names its own people without itself.
std::string handle_of(const JsonValue& account) {
  const std::string name = json_text(account, "acct");
  if (name.empty()) return {};
  if (name.find('@') != std::string::npos) return "@" + name;
  const auto url = parse_url(json_text(account, "url"));
  return url ? "@" + name + "@" + host_with_port(*url) : "@" + name;
}

PostWords words_of(const JsonValue& status, std::vector<std::string>& links) {
  PostWords words;
  if (const auto account = json_member(status, "account")) {
    words.handle = handle_of(*account);
    words.name = json_text(*account, "display_name");
    words.profile_url = json_text(*account, "url");
  }
  words.url = first_text(status, "url", "uri");
  words.paragraphs = post_paragraphs(json_text(status, "spoiler_text"));
  PostText content = read_post_markup(json_text(status, "content"));
  for (std::string& paragraph : content.paragraphs) {
    words.paragraphs.push_back(std::move(paragraph));
  }
  for (const std::string& link : content.links) add_post_link(links, link);
  if (const auto card = json_member(status, "card")) add_post_link(links, json_text(*card, "url"));
  return words;
}

void pass_on(const JsonValue& other, PostRelationKind kind, PostReading& reading) {
  if (!is_status(other) || !is_public(other)) return;
  PostWords words = words_of(other, reading.links);
  reading.relations.push_back({kind, words.url, words.handle});
  reading.passed_on.push_back(std::move(words));
}

// Servers before 4.5 and their relatives give the quoted status without a wrapping.
void read_quote(const JsonValue& status, PostReading& reading) {
  const auto quote = json_member(status, "quote");
  if (!quote) return;
  const auto quoted = json_member(*quote, "quoted_status");
  pass_on(quoted ? *quoted : *quote, PostRelationKind::QuoteOf, reading);
}

// Of the post replied to only numbers are given; its author is among those mentioned, or the same.
void read_reply(const JsonValue& status, PostReading& reading) {
  if (!json_member(status, "in_reply_to_id")) return;
  const std::string to = json_text(status, "in_reply_to_account_id");
  std::string handle;
  const auto account = json_member(status, "account");
  if (account && json_text(*account, "id") == to) handle = reading.own.handle;
  for (const JsonValue& mention : json_list(status, "mentions", kPostLinksMax)) {
    if (json_text(mention, "id") == to) handle = handle_of(mention);
  }
  reading.relations.push_back({PostRelationKind::ReplyTo, "", handle});
}

PostReading read_status(const JsonValue& status) {
  PostReading reading;
  reading.platform = model::PostPlatform::ActivityPub;
  reading.own = words_of(status, reading.links);
  reading.language = json_text(status, "language");
  reading.published_at = post_date(json_text(status, "created_at"), model::DateSource::Feed);
  if (const auto edited = post_date(json_text(status, "edited_at"), model::DateSource::Feed)) {
    reading.edited = true;
    reading.edited_at = edited->value;
  }
  if (const auto reblog = json_member(status, "reblog")) {
    reading.own.paragraphs.clear();  // they repeat the other's
    pass_on(*reblog, PostRelationKind::RepostOf, reading);
    reading.language = json_text(*reblog, "language");
  }
  read_quote(status, reading);
  read_reply(status, reading);
  return reading;
}

void add_statuses(const std::vector<JsonValue>& statuses, std::vector<PostReading>& readings) {
  for (const JsonValue& status : statuses) {
    if (readings.size() >= kPostsMax) return;
    if (is_status(status) && is_public(status)) readings.push_back(read_status(status));
  }
}

}  // namespace

std::vector<PostReading> read_mastodon_statuses(const JsonValue& root) {
  std::vector<PostReading> readings;
  add_statuses({root}, readings);
  add_statuses(json_list(root, kPostsMax), readings);
  add_statuses(json_list(root, "ancestors", kPostsMax), readings);
  add_statuses(json_list(root, "descendants", kPostsMax), readings);
  return readings;
}

}  // namespace dixit::parser
