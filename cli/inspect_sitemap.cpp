#include <fmt/format.h>

#include <memory>

#include "cli/inspect_kinds.h"
#include "parser/feed/sitemap.h"
#include "report/field_line.h"
#include "report/row_table.h"
#include "report/table.h"

namespace dixit::cli {
namespace {

std::string_view type_name(parser::SitemapKind kind) {
  switch (kind) {
    case parser::SitemapKind::Urls:
      return "XML";
    case parser::SitemapKind::Index:
      return "INDEX";
    case parser::SitemapKind::Text:
      return "TEXT";
    case parser::SitemapKind::Rss:
      return "RSS";
    case parser::SitemapKind::Atom:
      return "ATOM";
  }
  return "";
}

void write_entry(const parser::SitemapEntry& entry, report::JsonWriter& json) {
  json.begin_object();
  json.member("loc", entry.loc);
  if (entry.lastmod) {
    json.member_integer("lastmod_ms", parser::to_unix_seconds(*entry.lastmod) * 1000);
  } else {
    json.member_null("lastmod_ms");
  }
  json.member_or_null("changefreq", entry.changefreq);
  json.member_real("priority", entry.priority);
  json.member_boolean("valid", entry.within_location);
  if (entry.news) {
    json.key("news");
    json.begin_object();
    json.member("publication_name", entry.news->publication_name);
    json.member_or_null("publication_language", entry.news->publication_language);
    json.member_or_null("publication_date", entry.news->publication_date);
    json.member("title", entry.news->title);
    json.member_strings("keywords", entry.news->keywords);
    json.end_object();
  }
  json.end_object();
}

void write(const parser::Sitemap& sitemap, report::JsonWriter& json) {
  json.member("type", type_name(sitemap.kind));
  json.member_boolean("is_index", sitemap.kind == parser::SitemapKind::Index);
  json.member_boolean("flawed", sitemap.flawed);
  json.member_boolean("truncated", sitemap.truncated);
  json.key("entries");
  json.begin_array();
  for (const auto& entry : sitemap.entries) write_entry(entry, json);
  json.end_array();
}

std::string text(const parser::Sitemap& sitemap, const report::Style& style) {
  using report::StyledText;
  std::string out = report::field_line(style, "type", StyledText().add(type_name(sitemap.kind)));
  if (sitemap.flawed) {
    out += report::field_line(style, "flawed", StyledText().add("read as far as it went"));
  }
  if (sitemap.truncated) {
    out += report::field_line(style, "truncated", StyledText().add("more than is read"));
  }
  report::Table table({{.title = "LASTMOD", .width_min = 10, .width_max = 21},
                       {.title = "LOC", .width_min = 20},
                       {.title = "NEWS TITLE", .width_min = 10, .lines_max = 2}});
  for (const auto& entry : sitemap.entries) {
    const std::string lastmod = entry.lastmod ? parser::to_iso_string(*entry.lastmod) : "?";
    table.add_row({StyledText().add(report::short_date(lastmod)), StyledText().add(entry.loc),
                   StyledText().add(entry.news ? entry.news->title : "")});
  }
  return out + "\n" + table.print(style) + fmt::format("\n{} listed\n", sitemap.entries.size());
}

}  // namespace

tl::expected<InspectAnswer, std::string> inspect_sitemap(const InspectRequest& request,
                                                         const parser::Knowledge&) {
  const auto body = body_of(request, "sitemap", parser::kSitemapBytesMax + 1);
  if (!body) return tl::unexpected(body.error());
  parser::SitemapInput input;
  input.bytes = *body;
  input.url = request.first_of({"url"});
  input.rules.well_formed =
      request.has("options.allow_partial") && !request.is_set("options.allow_partial");
  input.rules.protocol_namespace = request.is_set("options.strict_ns");
  auto parsed = parser::parse_sitemap(input);
  if (!parsed) return tl::unexpected(std::string(parser::describe(parsed.error())));
  if (request.is_set("options.strict")) {
    std::erase_if(parsed->entries,
                  [](const parser::SitemapEntry& entry) { return !entry.within_location; });
  }
  const auto sitemap = std::make_shared<parser::Sitemap>(std::move(*parsed));
  return InspectAnswer{[sitemap](report::JsonWriter& json) { write(*sitemap, json); },
                       [sitemap](const report::Style& style) { return text(*sitemap, style); }};
}

}  // namespace dixit::cli
