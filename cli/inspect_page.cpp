#include <fmt/format.h>

#include <memory>

#include "cli/extract_input.h"
#include "cli/inspect_kinds.h"
#include "cli/page_explanation.h"
#include "model/names.h"
#include "parser/reader.h"
#include "report/code_points.h"
#include "report/counted.h"
#include "report/document_json.h"
#include "report/styled_text.h"

namespace dixit::cli {
namespace {

std::string_view name_of(parser::LinkKind kind) {
  switch (kind) {
    case parser::LinkKind::Anchor:
      return "anchor";
    case parser::LinkKind::Feed:
      return "feed";
    case parser::LinkKind::Sitemap:
      return "sitemap";
    case parser::LinkKind::Alternate:
      return "alternate";
  }
  return "";
}

void write_blocks(const model::Document& document, report::JsonWriter& json) {
  const report::CodePoints text(document.text);
  json.key("blocks");
  json.begin_array();
  for (const auto& block : document.blocks) {
    json.begin_object();
    json.member("kind", model::name_of(block.kind));
    json.member_number("start", block.span.start);
    json.member_number("end", block.span.end);
    json.member("text", text.slice(block.span));
    json.member_or_null("author", block.author);
    json.member_or_null("url", block.url);
    json.end_object();
  }
  json.end_array();
}

void write(const parser::Page& page, report::JsonWriter& json) {
  const auto& document = page.document;
  json.member("outcome", outcome_name(page.outcome));
  json.member_or_null("url", document.url);
  json.member_or_null("canonical_url", document.canonical_url);
  json.member("site", document.outlet);
  json.member("title", document.title);
  json.member_strings("authors", document.authors);
  report::write_publication(json, document.published_at);
  json.member("lang", document.language);
  json.member_boolean("is_article", document.is_article);
  json.key("opt_outs");
  json.begin_object();
  json.member_boolean("noarchive", page.opt_outs.noarchive);
  json.member_boolean("noindex", page.opt_outs.noindex);
  json.member_boolean("nofollow", page.opt_outs.nofollow);
  json.member_boolean("tdm_reserved", page.opt_outs.tdm_reserved);
  json.end_object();
  write_blocks(document, json);
  json.key("links");
  json.begin_array();
  for (const auto& link : page.links) {
    json.begin_object();
    json.member("kind", name_of(link.kind));
    json.member("url", link.url);
    json.member("text", link.text);
    json.member_boolean("nofollow", link.nofollow);
    json.end_object();
  }
  json.end_array();
  json.key("dropped");
  json.begin_array();
  for (const auto& dropped : page.dropped) {
    json.begin_object();
    json.member("rule", dropped.rule);
    json.member("excerpt", dropped.excerpt);
    json.end_object();
  }
  json.end_array();
}

std::string text(const parser::Page& page, const report::Style& style) {
  using report::StyledText;
  using report::Tone;
  std::string out = page_explanation(page, style);
  out += "\n" + report::counted(page.links.size(), "link") + "\n";
  for (const auto& link : page.links) {
    out += StyledText()
               .add(link.url)
               .add(Tone::Faint, fmt::format(" {} {}", name_of(link.kind), link.text))
               .block(style, "  ", 4);
  }
  return out;
}

}  // namespace

tl::expected<InspectAnswer, std::string> inspect_page(const InspectRequest& request,
                                                      const parser::Knowledge& knowledge) {
  const auto body = body_of(request, "html", parser::kPageBytesMax + 1);
  if (!body) return tl::unexpected(body.error());
  parser::PageInput input;
  input.bytes = *body;
  input.url = request.first_of({"url"});
  input.content_type =
      request.has("html") ? std::string(kDecodedHtml) : request.first_of({"content_type"});
  input.language_hint = request.first_of({"lang"});
  const auto page = std::make_shared<parser::Page>(parser::read_page(knowledge, input));
  return InspectAnswer{[page](report::JsonWriter& json) { write(*page, json); },
                       [page](const report::Style& style) { return text(*page, style); }};
}

}  // namespace dixit::cli
