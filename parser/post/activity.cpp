#include "parser/post/activity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/post/post_text.h"
#include "parser/post/post_values.h"

namespace dixit::parser {
namespace {

using model::PostRelationKind;

template <std::size_t N>
bool is_one_of(const std::string& type, const std::array<std::string_view, N>& types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_note(const std::string& type) {
  constexpr std::array<std::string_view, 5> kTypes{"Note", "Article", "Question", "Page", "Video"};
  return is_one_of(type, kTypes);
}

bool is_collection(const std::string& type) {
  constexpr std::array<std::string_view, 4> kTypes{"OrderedCollection", "OrderedCollectionPage",
                                                   "Collection", "CollectionPage"};
  return is_one_of(type, kTypes);
}

// A reference: an address, an object with one, or a list that begins with either.
std::string address_of(const JsonValue& value) {
  std::string_view text;
  if (!value.get_string().get(text)) return std::string(text);
  const auto list = json_list(value, 1);
  const JsonValue& object = list.empty() ? value : list.front();
  if (!object.get_string().get(text)) return std::string(text);
  const std::string href = json_text(object, "href");
  return href.empty() ? json_text(object, "id") : href;
}

std::string address_in(const JsonValue& object, std::string_view key) {
  const auto value = json_member(object, key);
  return value ? address_of(*value) : std::string();
}

bool names_public(const JsonValue& object, std::string_view key) {
  constexpr std::array<std::string_view, 3> kPublic{"https://www.w3.org/ns/activitystreams#Public",
                                                    "as:Public", "Public"};
  const auto value = json_member(object, key);
  if (!value) return false;
  std::string_view text;
  if (!value->get_string().get(text)) return is_one_of(std::string(text), kPublic);
  const auto list = json_list(*value, kPostLinksMax);
  return std::any_of(list.begin(), list.end(), [&](const JsonValue& item) {
    std::string_view address;
    return !item.get_string().get(address) && is_one_of(std::string(address), kPublic);
  });
}

// Section 5.6 of ActivityPub. What is addressed to nobody at all was published as it stands.
bool is_public(const JsonValue& object) {
  const bool addressed = json_member(object, "to") || json_member(object, "cc");
  return !addressed || names_public(object, "to") || names_public(object, "cc");
}

std::string address_of_post(const JsonValue& object) {
  const std::string url = address_in(object, "url");
  return url.empty() ? json_text(object, "id") : url;
}

void set_author(const JsonValue& object, std::string_view key, PostWords& words) {
  words.profile_url = address_in(object, key);
  words.handle = fediverse_handle(words.profile_url);
  if (const auto actor = json_member(object, key)) words.name = json_text(*actor, "name");
}

PostWords words_of(const JsonValue& note, std::vector<std::string>& links) {
  PostWords words;
  set_author(note, "attributedTo", words);
  words.url = address_of_post(note);
  for (const std::string_view key : {"name", "summary"}) {
    for (std::string& line : post_paragraphs(json_text(note, key))) {
      words.paragraphs.push_back(std::move(line));
    }
  }
  PostText content = read_post_markup(json_text(note, "content"));
  for (std::string& line : content.paragraphs) words.paragraphs.push_back(std::move(line));
  for (const std::string& link : content.links) add_post_link(links, link);
  return words;
}

void add_relation(PostRelationKind kind, const std::string& url, PostReading& reading) {
  if (!url.empty()) reading.relations.push_back({kind, url, fediverse_handle(url)});
}

std::string language_of(const JsonValue& note) {
  simdjson::dom::object map;
  if (note["contentMap"].get_object().get(map) || map.size() != 1) return {};
  return std::string((*map.begin()).key);
}

PostReading read_note(const JsonValue& note) {
  PostReading reading;
  reading.own = words_of(note, reading.links);
  reading.language = language_of(note);
  reading.published_at = post_date(json_text(note, "published"), model::DateSource::Feed);
  const auto updated = post_date(json_text(note, "updated"), model::DateSource::Feed);
  if (updated &&
      (!reading.published_at || updated->unix_seconds > reading.published_at->unix_seconds)) {
    reading.edited = true;
    reading.edited_at = updated->value;
  }
  add_relation(PostRelationKind::ReplyTo, address_in(note, "inReplyTo"), reading);
  for (const std::string_view key : {"quote", "quoteUrl", "quoteUri", "_misskey_quote"}) {
    const std::string quoted = address_in(note, key);
    add_relation(PostRelationKind::QuoteOf, quoted, reading);
    if (!quoted.empty()) break;
  }
  return reading;
}

PostReading read_announce(const JsonValue& activity) {
  PostReading reading;
  set_author(activity, "actor", reading.own);
  reading.own.url = json_text(activity, "id");
  reading.published_at = post_date(json_text(activity, "published"), model::DateSource::Feed);
  const auto object = json_member(activity, "object");
  if (!object) return reading;
  add_relation(PostRelationKind::RepostOf,
               object->is_object() ? address_of_post(*object) : address_of(*object), reading);
  if (is_note(json_text(*object, "type")) && is_public(*object)) {
    reading.passed_on.push_back(words_of(*object, reading.links));
    reading.language = language_of(*object);
  }
  return reading;
}

// A Tombstone says that something stood there, and when it was taken away.
PostReading read_deleted(const JsonValue& object, const JsonValue& activity) {
  PostReading reading;
  reading.deleted = true;
  set_author(activity, "actor", reading.own);
  reading.own.url = address_of(object);
  if (reading.own.handle.empty()) reading.own.handle = fediverse_handle(reading.own.url);
  const auto deleted = post_date(json_text(object, "deleted"), model::DateSource::Feed);
  if (deleted) reading.edited_at = deleted->value;
  return reading;
}

void add_object(const JsonValue& value, std::vector<PostReading>& readings) {
  const std::string type = json_text(value, "type");
  const auto object = json_member(value, "object");
  if (!is_public(value)) return;
  if (is_note(type)) {
    readings.push_back(read_note(value));
  } else if (type == "Tombstone") {
    readings.push_back(read_deleted(value, value));
  } else if (type == "Announce") {
    readings.push_back(read_announce(value));
  } else if (type == "Delete" && object) {
    readings.push_back(read_deleted(*object, value));
  } else if ((type == "Create" || type == "Update") && object &&
             is_note(json_text(*object, "type")) && is_public(*object)) {
    readings.push_back(read_note(*object));
  }
}

}  // namespace

std::vector<PostReading> read_activities(const JsonValue& root) {
  std::vector<PostReading> readings;
  const std::string type = json_text(root, "type");
  if (!is_collection(type)) {
    if (json_member(root, "@context")) add_object(root, readings);
    return readings;
  }
  const auto first = json_member(root, "first");
  for (const JsonValue& page : {root, first ? *first : root}) {
    for (const std::string_view key : {"orderedItems", "items"}) {
      for (const JsonValue& item : json_list(page, key, kPostsMax)) add_object(item, readings);
    }
    if (!first || !first->is_object()) break;
  }
  if (readings.size() > kPostsMax) readings.resize(kPostsMax);
  return readings;
}

}  // namespace dixit::parser
