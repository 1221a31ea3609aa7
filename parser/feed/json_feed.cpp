#include <simdjson.h>

#include "parser/feed/feed_date.h"
#include "parser/feed/feed_markup.h"
#include "parser/feed/feed_people.h"
#include "parser/feed/feed_reader.h"
#include "parser/text/charset.h"

namespace dixit::parser {
namespace {

using simdjson::dom::element;

std::string text_of(const element& object, std::string_view key) {
  std::string_view text;
  if (object[key].get_string().get(text)) {
    // Numbers serve as identifiers often enough.
    std::int64_t number = 0;
    return object[key].get_int64().get(number) ? "" : std::to_string(number);
  }
  return std::string(text);
}

simdjson::dom::array list_of(const element& object, std::string_view key) {
  simdjson::dom::array list;
  return object[key].get_array().get(list) ? simdjson::dom::array() : list;
}

bool has_list(const element& object, std::string_view key) {
  simdjson::dom::array list;
  return !object[key].get_array().get(list);
}

FeedDate date_of(const element& object, std::string_view key) {
  FeedDate date;
  date.text = text_of(object, key);
  date.moment = parse_feed_date(date.text);
  return date;
}

// The base of a JSON Feed is its own address; its language stands in each object.
class JsonFeedReader {
 public:
  JsonFeedReader(Feed& feed, std::string base) : feed_(feed), base_(std::move(base)) {}

  void read(const element& root) {
    feed_.language = text_of(root, "language");
    set_text(feed_.title, text_of(root, "title"), "text/plain", feed_.language);
    set_text(feed_.subtitle, text_of(root, "description"), "text/plain", feed_.language);
    read_link(feed_, root, "home_page_url");
    read_authors(feed_, root);
    if (!has_list(root, "items")) return;
    for (const element& item : list_of(root, "items")) {
      if (feed_.entries.size() >= kFeedEntriesMax) {
        feed_.truncated = true;
        return;
      }
      feed_.entries.push_back(read_item(item));
    }
  }

 private:
  void set_text(std::optional<FeedText>& field, std::string value, std::string_view type,
                const std::string& language) const {
    if (value.empty()) return;
    if (type == "text/html") value = normalise_markup(value, base_);
    field = FeedText{std::move(value), std::string(type), base_, language};
  }

  void read_link(FeedNode& node, const element& object, std::string_view key) const {
    const std::string reference = text_of(object, key);
    if (reference.empty()) return;
    FeedLink link{"alternate", "text/html", resolve_reference(reference, base_), "", ""};
    if (node.link.empty()) node.link = link.href;
    node.links.push_back(std::move(link));
  }

  void read_authors(FeedNode& node, const element& object) const {
    const auto add = [&node, this](const element& author) {
      FeedPerson person{text_of(author, "name"), "", text_of(author, "url")};
      if (!person.url.empty()) person.url = resolve_reference(person.url, base_);
      if (person == FeedPerson{}) return;
      node.author = person_line(person);
      node.authors.push_back(std::move(person));
    };
    if (has_list(object, "authors")) {
      for (const element& author : list_of(object, "authors")) add(author);
      return;
    }
    // Version 1.0 had one author.
    element author;
    if (!object["author"].get(author)) add(author);
  }

  FeedEntry read_item(const element& item) const {
    FeedEntry entry;
    entry.id = text_of(item, "id");
    entry.language = text_of(item, "language");
    const std::string& language = entry.language.empty() ? feed_.language : entry.language;
    read_link(entry, item, "url");
    set_text(entry.title, text_of(item, "title"), "text/plain", language);
    set_text(entry.summary, text_of(item, "summary"), "text/plain", language);
    read_content(entry, item, language);
    entry.published = date_of(item, "date_published");
    entry.updated = date_of(item, "date_modified");
    read_authors(entry, item);
    if (has_list(item, "tags")) {
      for (const element& tag : list_of(item, "tags")) {
        std::string_view term;
        if (!tag.get_string().get(term)) entry.categories.push_back({std::string(term), "", ""});
      }
    }
    read_attachments(entry, item);
    if (entry.link.empty() && entry.id.find("://") != std::string::npos) {
      entry.link = entry.id;
      entry.id_is_link = true;
    }
    return entry;
  }

  void read_content(FeedEntry& entry, const element& item, const std::string& language) const {
    for (const auto& [key, type] :
         {std::pair{"content_html", "text/html"}, std::pair{"content_text", "text/plain"}}) {
      std::optional<FeedText> content;
      set_text(content, text_of(item, key), type, language);
      if (!content) continue;
      if (!entry.summary) entry.summary = content;
      entry.contents.push_back(*std::move(content));
    }
  }

  void read_attachments(FeedEntry& entry, const element& item) const {
    if (!has_list(item, "attachments")) return;
    for (const element& attachment : list_of(item, "attachments")) {
      const std::string url = text_of(attachment, "url");
      if (url.empty()) continue;
      entry.links.push_back({"enclosure", text_of(attachment, "mime_type"),
                             resolve_reference(url, base_), text_of(attachment, "title"),
                             text_of(attachment, "size_in_bytes")});
    }
  }

  Feed& feed_;
  std::string base_;
};

}  // namespace

Feed read_json_feed(const FeedInput& input) {
  Feed feed;
  // RFC 8259 section 8.1: JSON is UTF-8; a mark or another encoding is read all the same.
  const DecodedText decoded = decode_text(input.bytes, "", Markup::None);
  feed.charset = decoded.charset;
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(decoded.text).get(root)) {
    feed.flawed = true;
    return feed;
  }
  const std::string version = text_of(root, "version");
  if (version.find("jsonfeed.org/version/") == std::string::npos) {
    feed.flawed = true;
    return feed;
  }
  feed.version = version.ends_with("/1") ? "json1" : "json11";
  JsonFeedReader(feed, resolve_base(input.content_location, input.url)).read(root);
  return feed;
}

}  // namespace dixit::parser
