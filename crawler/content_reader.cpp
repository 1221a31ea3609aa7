#include "crawler/content_reader.h"

#include <fmt/format.h>

#include <utility>

#include "parser/feed/feed.h"
#include "parser/feed/sitemap.h"
#include "parser/http/content_coding.h"
#include "parser/http/media_type.h"
#include "parser/reader.h"
#include "parser/text/date.h"
#include "storage/digest.h"

namespace dixit::crawler {
namespace {

using storage::UrlKind;

constexpr std::size_t kDocumentIdBytes = 16;

std::optional<model::PublishedAt> read_hint(const std::string& hint) {
  const auto date = parser::parse_machine_date(hint);
  if (!date) return std::nullopt;
  return parser::to_published_at(*date, model::DateSource::Feed);
}

UrlKind kind_of(parser::LinkKind kind) {
  switch (kind) {
    case parser::LinkKind::Feed:
      return UrlKind::Feed;
    case parser::LinkKind::Sitemap:
      return UrlKind::Sitemap;
    default:
      return UrlKind::Page;
  }
}

std::string document_id(const model::Document& document) {
  // A URL holds no line break, so that the two parts cannot run into one another.
  return storage::to_hex(
      storage::sha256(document.page_url + '\n' + document.text).substr(0, kDocumentIdBytes));
}

void take_posts(std::vector<model::Document> posts, Content& content) {
  for (model::Document& post : posts) {
    post.id = document_id(post);
    content.posts.push_back(std::move(post));
  }
}

parser::PageInput page_input(const Payload& payload, std::string_view bytes) {
  parser::PageInput input;
  input.bytes = bytes;
  input.url = payload.url;
  input.content_type = payload.content_type;
  input.language_hint = payload.language_hint;
  input.published_hint = read_hint(payload.published_hint);
  return input;
}

Content read_html(const parser::Knowledge& knowledge, const Payload& payload,
                  std::string_view bytes) {
  parser::Page page = parser::read_page(knowledge, page_input(payload, bytes));
  Content content;
  content.opt_outs = page.opt_outs;
  for (parser::PageLink& link : page.links)
    if (!link.nofollow)
      content.found.push_back({std::move(link.url), kind_of(link.kind), false, ""});
  if (!payload.outlet.empty()) page.document.outlet = payload.outlet;
  page.document.id = document_id(page.document);
  content.document = std::move(page.document);
  take_posts(std::move(page.posts), content);
  return content;
}

Content read_feed(const Payload& payload, std::string_view bytes) {
  parser::FeedInput input;
  input.bytes = bytes;
  input.url = payload.url;
  input.content_type = payload.content_type;
  const parser::Feed feed = parser::parse_feed(input);
  Content content;
  for (const parser::FeedEntry& entry : feed.entries) {
    if (entry.link.empty()) continue;
    const auto published = parser::published_at(entry);
    content.found.push_back(
        {entry.link, UrlKind::Page, true, published ? published->value : std::string()});
  }
  if (feed.version.empty()) content.problem = "no feed that can be read";
  return content;
}

Content read_sitemap(const Payload& payload, std::string_view bytes) {
  Content content;
  auto sitemap = parser::parse_sitemap({bytes, payload.url, {}});
  if (!sitemap) {
    content.problem = fmt::format("sitemap: {}", parser::describe(sitemap.error()));
    return content;
  }
  const UrlKind kind =
      sitemap->kind == parser::SitemapKind::Index ? UrlKind::Sitemap : UrlKind::Page;
  for (parser::SitemapEntry& entry : sitemap->entries) {
    // lastmod is no hint: it says when a page was touched, not when it was published.
    std::string published;
    if (const auto& news = entry.news; news && news->published) {
      published = parser::to_iso_string(*news->published);
    }
    content.found.push_back({std::move(entry.loc), kind, true, std::move(published)});
  }
  return content;
}

}  // namespace

Content read_content(const parser::Knowledge& knowledge, const Payload& payload) {
  const auto decoded = parser::decode_content(payload.bytes, payload.content_encoding);
  if (!decoded) {
    Content content;
    content.problem = fmt::format("content coding: {}", parser::describe(decoded.error()));
    return content;
  }
  const std::string_view bytes = decoded->bytes;
  const bool wants_sitemap = payload.kind == UrlKind::Sitemap;
  auto posts = parser::read_posts(knowledge, page_input(payload, bytes));
  if (!posts.empty()) {
    Content content;
    take_posts(std::move(posts), content);
    return content;
  }
  switch (parser::sniff_content(payload.content_type, bytes)) {
    case parser::ContentKind::Html:
      return read_html(knowledge, payload, bytes);
    case parser::ContentKind::Feed:
      return wants_sitemap ? read_sitemap(payload, bytes) : read_feed(payload, bytes);
    case parser::ContentKind::JsonFeed:
      return read_feed(payload, bytes);
    case parser::ContentKind::Sitemap:
      return read_sitemap(payload, bytes);
    default:
      break;
  }
  if (wants_sitemap || parser::is_gzip(bytes)) return read_sitemap(payload, bytes);
  return {};
}

}  // namespace dixit::crawler
