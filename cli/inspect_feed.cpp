#include <memory>
#include <variant>

#include "cli/inspect_kinds.h"
#include "parser/feed/feed.h"
#include "parser/feed/feed_fields.h"
#include "report/counted.h"
#include "report/field_line.h"
#include "report/row_table.h"
#include "report/table.h"

namespace dixit::cli {
namespace {

std::string value_of(const std::optional<parser::FeedText>& text) {
  return text ? text->value : std::string();
}

void write(const parser::FieldValue& field, report::JsonWriter& json);

void write_object(const std::vector<parser::Field>& members, report::JsonWriter& json) {
  json.begin_object();
  for (const parser::Field& member : members) {
    json.key(member.name);
    write(member.value, json);
  }
  json.end_object();
}

void write_list(const std::vector<parser::FieldValue>& values, report::JsonWriter& json) {
  json.begin_array();
  for (const parser::FieldValue& value : values) write(value, json);
  json.end_array();
}

// Recurses as deep as fields_of() nests, which no feed can change.
void write(const parser::FieldValue& field, report::JsonWriter& json) {
  if (const auto* members = std::get_if<std::vector<parser::Field>>(&field.value)) {
    write_object(*members, json);
  } else if (const auto* values = std::get_if<std::vector<parser::FieldValue>>(&field.value)) {
    write_list(*values, json);
  } else if (const auto* text = std::get_if<std::string>(&field.value)) {
    json.string(*text);
  } else if (const auto* flag = std::get_if<bool>(&field.value)) {
    json.boolean(*flag);
  } else if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
    json.integer(*number);
  } else {
    json.null();
  }
}

void write(const parser::Feed& feed, report::JsonWriter& json) {
  const parser::FieldValue fields = parser::fields_of(feed);
  for (const parser::Field& member : std::get<std::vector<parser::Field>>(fields.value)) {
    json.key(member.name);
    write(member.value, json);
  }
  json.member_boolean("truncated", feed.truncated);
}

std::string text(const parser::Feed& feed, const report::Style& style) {
  using report::StyledText;
  using report::Tone;
  if (feed.version.empty()) return "not a feed\n";
  std::string out = StyledText().add(Tone::Heading, value_of(feed.title)).block(style, "", 0);
  out += report::field_line(style, "version",
                            StyledText().add(feed.version + (feed.flawed ? ", flawed" : "")));
  out += report::field_line(style, "link", StyledText().add(feed.link));
  if (feed.truncated) {
    out += report::field_line(style, "truncated", StyledText().add("more than is read"));
  }
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
