#include "crawler/content_reader.h"

#include <fmt/format.h>

#include <utility>

#include "parser/http/content_coding.h"
#include "parser/http/media_type.h"
#include "parser/reader.h"
#include "parser/text/date.h"

namespace dixit::crawler {
namespace {

using storage::UrlKind;

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

Content read_html(const parser::Knowledge& knowledge, const Payload& payload,
                  std::string_view bytes) {
  parser::PageInput input;
  input.bytes = bytes;
  input.url = payload.url;
  input.content_type = payload.content_type;
  input.language_hint = payload.language_hint;
  input.published_hint = read_hint(payload.published_hint);
  parser::Page page = parser::read_page(knowledge, input);
  Content content;
  content.opt_outs = page.opt_outs;
  for (parser::Link& link : page.links)
    if (!link.nofollow)
      content.found.push_back({std::move(link.url), kind_of(link.kind), false, ""});
  if (!payload.outlet.empty()) page.document.outlet = payload.outlet;
  content.document = std::move(page.document);
  return content;
}

}  // namespace

Content read_content(const parser::Knowledge& knowledge, const Payload& payload) {
  Content content;
  const auto decoded = parser::decode_content(payload.bytes, payload.content_encoding);
  if (!decoded) {
    content.problem = fmt::format("content coding: {}", parser::describe(decoded.error()));
    return content;
  }
  switch (parser::sniff_content(payload.content_type, decoded->bytes)) {
    case parser::ContentKind::Html:
      return read_html(knowledge, payload, decoded->bytes);
    default:
      return content;
  }
}

}  // namespace dixit::crawler
