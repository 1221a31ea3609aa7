#include <memory>

#include "cli/inspect_kinds.h"
#include "parser/feed/feed.h"
#include "report/counted.h"
#include "report/document_json.h"
#include "report/field_line.h"
#include "report/row_table.h"
#include "report/table.h"

namespace dixit::cli {
namespace {

std::string value_of(const std::optional<parser::FeedText>& text) {
  return text ? text->value : std::string();
}

void write_links(const std::vector<parser::FeedLink>& links, report::JsonWriter& json) {
  json.key("links");
  json.begin_array();
  for (const auto& link : links) {
    json.begin_object();
    json.member("rel", link.rel);
    json.member("type", link.type);
    json.member("href", link.href);
    json.end_object();
  }
  json.end_array();
}

// What feeds and entries have in common.
void write_node(const parser::FeedNode& node, report::JsonWriter& json) {
  json.member_or_null("id", node.id);
  json.member_or_null("link", node.link);
  json.member_or_null("title", value_of(node.title));
  json.member_or_null("subtitle", value_of(node.subtitle));
  json.member_or_null("summary", value_of(node.summary));
  json.member_or_null("author", node.author);
  json.member_or_null("publisher", node.publisher);
  json.member_or_null("lang", node.language);
  json.key("published_at");
  report::write_published_at(json, parser::published_at(node));
  json.member_or_null("published", node.published.text);
  json.member_or_null("updated", node.updated.text);
  json.key("categories");
  json.begin_array();
  for (const auto& category : node.categories) json.string(category.term);
  json.end_array();
  write_links(node.links, json);
}

void write(const parser::Feed& feed, report::JsonWriter& json) {
  json.member_or_null("version", feed.version);
  json.member_boolean("flawed", feed.flawed);
  json.member_boolean("truncated", feed.truncated);
  json.member_or_null("charset", feed.charset);
  json.key("feed");
  json.begin_object();
  write_node(feed, json);
  json.end_object();
  json.key("entries");
  json.begin_array();
  for (const auto& entry : feed.entries) {
    json.begin_object();
    write_node(entry, json);
    json.key("contents");
    json.begin_array();
    for (const auto& content : entry.contents) {
      json.begin_object();
      json.member("type", content.type);
      json.member("value", content.value);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

std::string text(const parser::Feed& feed, const report::Style& style) {
  using report::StyledText;
  using report::Tone;
  if (feed.version.empty()) return "not a feed\n";
  std::string out = StyledText().add(Tone::Heading, value_of(feed.title)).block(style, "", 0);
  out += report::field_line(style, "version",
                            StyledText().add(feed.version + (feed.flawed ? ", flawed" : "")));
  out += report::field_line(style, "link", StyledText().add(feed.link));
  report::Table table({{.title = "DATE", .width_min = 10, .width_max = 21},
                       {.title = "TITLE", .width_min = 12, .lines_max = 2},
                       {.title = "LINK", .width_min = 20}});
  for (const auto& entry : feed.entries) {
    const auto published_at = parser::published_at(entry);
    table.add_row({StyledText().add(published_at ? report::short_date(published_at->value) : "?"),
                   StyledText().add(value_of(entry.title)), StyledText().add(entry.link)});
  }
  out += "\n" + table.print(style);
  return out + "\n" + std::to_string(feed.entries.size()) +
         (feed.entries.size() == 1 ? " entry\n" : " entries\n");
}

}  // namespace

tl::expected<InspectAnswer, std::string> inspect_feed(const InspectRequest& request,
                                                      const parser::Knowledge&) {
  const auto body = body_of(request, "feed", parser::kFeedBytesMax + 1);
  if (!body) return tl::unexpected(body.error());
  parser::FeedInput input;
  input.bytes = *body;
  input.url = request.first_of({"fetch_url", "url"});
  input.content_type = request.first_of({"headers.content-type", "content_type"});
  input.content_location = request.first_of({"headers.content-location"});
  input.content_language = request.first_of({"headers.content-language"});
  input.last_modified = request.first_of({"headers.last-modified"});
  const auto feed = std::make_shared<parser::Feed>(parser::parse_feed(input));
  return InspectAnswer{[feed](report::JsonWriter& json) { write(*feed, json); },
                       [feed](const report::Style& style) { return text(*feed, style); }};
}

}  // namespace dixit::cli
