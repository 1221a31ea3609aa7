#include "parser/reader.h"

#include <algorithm>
#include <utility>

#include "parser/html/article.h"
#include "parser/http/media_type.h"
#include "parser/knowledge/knowledge.h"
#include "parser/post/post_document.h"
#include "parser/post/posts.h"
#include "parser/quote/analysis.h"
#include "parser/quote/credit.h"
#include "parser/quote/quotation_room.h"
#include "parser/quote/quotations.h"
#include "parser/text/charset.h"
#include "parser/text/language.h"
#include "parser/text/utf8.h"
#include "parser/url/page_url.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// Joins the blocks line by line and remembers where each came to stand.
void lay_out(std::vector<ArticleBlock> blocks, model::Document& document) {
  std::size_t at = 0;
  for (ArticleBlock& block : blocks) {
    if (!document.text.empty()) {
      document.text += '\n';
      ++at;
    }
    const std::size_t length = count_code_points(block.text);
    document.blocks.push_back({.kind = block.kind,
                               .span = {.start = at, .end = at + length},
                               .author = std::move(block.author),
                               .url = std::move(block.url)});
    document.text += block.text;
    at += length;
  }
}

// Each line that is not blank is a paragraph.
void mark_paragraphs(model::Document& document) {
  const CodePointIndex index(document.text);
  const std::string_view text = document.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, end - begin).find_first_not_of(" \t\r") != std::string_view::npos) {
      document.blocks.push_back(
          {.kind = model::BlockKind::Paragraph,
           .span = {.start = index.to_code_point(begin), .end = index.to_code_point(end)}});
    }
    begin = end + 1;
  }
}

// A text whose authors are all agencies is the agency's own; one that credits an agency beside its
// own words is a rewrite of it.
model::SyndicationRole syndication_of(const model::Document& document, const Entities& entities) {
  const auto is_agency = [&entities](const std::string& author) {
    const std::span<const EntityMatch> matches = entities.named(author);
    return std::any_of(matches.begin(), matches.end(), [&entities](const EntityMatch& match) {
      return entities.all()[match.entity].kind == EntityKind::Agency;
    });
  };
  if (!document.authors.empty() &&
      std::all_of(document.authors.begin(), document.authors.end(), is_agency)) {
    return model::SyndicationRole::WireCopy;
  }
  if (!document.credit.agencies.empty()) return model::SyndicationRole::Rewrite;
  return model::SyndicationRole::Unknown;
}

// Reads credit and quotations out of document.text. A language without a file gives none: better
// nothing than another grammar's guesses.
void read_words(const Knowledge& knowledge, model::Document& document) {
  const Language* language = knowledge.language(document.language);
  if (language != nullptr) {
    const Analysis analysis(document.text, *language, knowledge.entities());
    document.credit = find_credit(analysis);
    set_quotations(document, find_quotations(analysis, {.title = document.title,
                                                        .outlet = document.outlet,
                                                        .credit = document.credit}));
    if (document.credit.span) {
      const CodePointIndex index(document.text);
      document.credit.span = model::Span{.start = index.to_code_point(document.credit.span->start),
                                         .end = index.to_code_point(document.credit.span->end)};
    }
  }
  document.syndication_role = syndication_of(document, knowledge.entities());
  document.extractor_version = kExtractorVersion;
}

// The name of whoever publishes the page where it does not give one: its host.
std::string host_of(const std::string& url) {
  const tl::expected<model::Url, UrlError> parsed = parse_url(url);
  return parsed ? parsed->host : std::string();
}

std::vector<model::Document> documents_of(const Knowledge& knowledge,
                                          std::vector<PostReading> readings, const std::string& url,
                                          const std::string& language_hint, QuotationRoom& room) {
  std::vector<model::Document> documents;
  documents.reserve(readings.size());
  for (PostReading& reading : readings) {
    documents.push_back(post_document(knowledge, std::move(reading), url, language_hint));
    room.admit(documents.back());
  }
  return documents;
}

}  // namespace

Page read_page(const Knowledge& knowledge, const PageInput& input) {
  const std::string_view bytes = input.bytes.substr(0, kPageBytesMax);
  const DecodedText html = decode_text(bytes, charset_of(input.content_type));
  Article article = read_article(knowledge, html.text, input.url);
  Page page{
      .links = std::move(article.links),
      .opt_outs = article.opt_outs,
      .outcome = bytes.size() < input.bytes.size() && article.outcome == ParseOutcome::Complete
                     ? ParseOutcome::Truncated
                     : article.outcome,
      .dropped = std::move(article.dropped)};
  model::Document& document = page.document;
  document.url = input.url;
  document.canonical_url = article.canonical_url.empty() ? input.url : article.canonical_url;
  document.page_url = page_url(input.url, article.canonical_url);
  document.outlet = article.outlet.empty() ? host_of(input.url) : std::move(article.outlet);
  document.title = std::move(article.title);
  if (document.title.empty()) document.title = input.title_hint;
  document.authors = std::move(article.authors);
  document.published_at = std::move(article.published_at);
  if (!document.published_at) document.published_at = input.published_hint;
  document.is_article = article.is_article;
  lay_out(std::move(article.blocks), document);
  const std::string& hint = article.language.empty() ? input.language_hint : article.language;
  document.language = detect_language(document.text, hint).code;
  read_words(knowledge, document);
  QuotationRoom room;
  room.admit(document);
  page.posts = documents_of(knowledge, std::move(article.posts), input.url, "", room);
  return page;
}

std::vector<model::Document> read_posts(const Knowledge& knowledge, const PageInput& input) {
  QuotationRoom room;
  return documents_of(knowledge, find_posts({input.bytes, input.url, input.content_type}),
                      input.url, input.language_hint, room);
}

model::Document read_text(const Knowledge& knowledge, const TextInput& input) {
  model::Document document;
  document.url = input.url;
  document.canonical_url = input.url;
  document.page_url = input.url;
  document.outlet = input.url.empty() ? std::string() : host_of(input.url);
  document.title = input.title;
  document.published_at = input.published;
  document.is_article = true;
  document.text = replace_invalid_utf8(input.text);
  mark_paragraphs(document);
  // Whoever hands over a text and its language knows; a page's declaration is often wrong.
  document.language = input.language_hint.empty() ? detect_language(document.text, "").code
                                                  : primary_subtag(input.language_hint);
  read_words(knowledge, document);
  QuotationRoom().admit(document);
  return document;
}

}  // namespace dixit::parser
