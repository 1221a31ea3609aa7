#include "parser/html/article.h"

#include <algorithm>

#include "parser/html/blank.h"
#include "parser/html/body.h"
#include "parser/html/byline.h"
#include "parser/html/data_body.h"
#include "parser/html/headline.h"
#include "parser/html/json_ld.h"
#include "parser/html/outlet_name.h"
#include "parser/html/page_labels.h"
#include "parser/html/page_links.h"
#include "parser/html/page_meta.h"
#include "parser/html/page_text.h"
#include "parser/html/published.h"
#include "parser/html/tree.h"
#include "parser/post/embeds.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// A page with less text than this is a teaser, a picture or a list, whatever it calls itself.
constexpr std::size_t kArticleBytesMin = 200;

// With less text than this the tree does not hold the article.
constexpr std::size_t kBodyBytesMin = 250;

// The data must hold this many times what the tree does, to be the fuller of the two.
constexpr std::size_t kDataFactor = 3;

std::string language_of(const PageMeta& meta, const LinkedArticle* linked) {
  std::string language = meta.html_language;
  if (language.empty()) language = std::string(meta.first({"og:locale", "content-language"}));
  if (language.empty() && linked != nullptr) language = linked->language;
  for (char& c : language) {
    if (c == '_') c = '-';
  }
  return language;
}

std::string absolute(std::string_view reference, const model::Url& base) {
  if (reference.empty()) return {};
  const auto url = parse_url(reference, base);
  return url && (url->scheme == "http" || url->scheme == "https") ? url->href : std::string();
}

model::Url base_of(const PageMeta& meta, const std::string& url) {
  model::Url page = parse_url(url).value_or(model::Url{});
  if (meta.base_url.empty() || page.href.empty()) return page;
  return parse_url(meta.base_url, page).value_or(page);
}

std::size_t bytes_of(const std::vector<ArticleBlock>& blocks) {
  std::size_t bytes = 0;
  for (const ArticleBlock& block : blocks) bytes += block.text.size();
  return bytes;
}

// When the tree holds next to nothing, the page is filled in by a program from data: those of the
// linked data first, then those of the program itself.
void fall_back_on_data(const LinkedArticle* linked, const std::vector<ScriptText>& scripts,
                       std::vector<ArticleBlock>& blocks) {
  const std::size_t found = bytes_of(blocks);
  if (linked != nullptr && linked->body.size() > std::max(kBodyBytesMin, found * kDataFactor)) {
    blocks = blocks_of_text(linked->body);
  } else if (found < kBodyBytesMin) {
    std::vector<ArticleBlock> filled = blocks_of_scripts(scripts);
    if (!filled.empty()) blocks = std::move(filled);
  }
}

}  // namespace

Article read_article(const Knowledge& knowledge, std::string_view html, const std::string& url) {
  Article article;
  if (html.size() > kPageBytesMax) {
    html = truncate_utf8(html, kPageBytesMax);
    article.outcome = ParseOutcome::Truncated;
  }
  BlankedPage blanked = blank_page(html);
  if (blanked.cut) article.outcome = ParseOutcome::Truncated;
  auto tree = Tree::parse(std::move(blanked.html));
  if (!tree) {
    article.outcome = ParseOutcome::BudgetSpent;
    tree = Tree::parse(summary_of(html));
    if (!tree) return article;
  }
  const PageMeta meta = read_page_meta(*tree);
  const LinkedData data = read_linked_data(blanked.scripts);
  const model::Url base = base_of(meta, url);
  article.canonical_url =
      absolute(meta.canonical_url.empty() ? meta.first({"og:url"}) : meta.canonical_url, base);
  const LinkedArticle* linked = data.main_article(
      article.canonical_url.empty() ? std::string_view(url) : article.canonical_url);
  article.language = language_of(meta, linked);
  article.outlet = meta.first({"og:site_name", "application-name"});
  if (article.outlet.empty() && linked != nullptr) article.outlet = linked->publisher;
  if (article.outlet.empty()) article.outlet = data.site_name;
  const PageLabels labels(knowledge);
  if (article.outlet.empty()) article.outlet = outlet_shown(labels, *tree, meta, base.host);
  article.opt_outs = opt_outs_of(meta);
  article.links = read_links(*tree, base);
  article.posts = read_embedded_posts(*tree);
  const SiteNames site({article.outlet, data.site_name, linked == nullptr ? "" : linked->publisher},
                       base.host);
  const Headline headline = read_headline(*tree, meta, linked, site);
  article.title = headline.text;
  const PageText text = read_page_text(*tree);
  BodyHints hints{article.title, base.host, headline.heading, {}};
  for (const std::string_view name : {"og:description", "description", "twitter:description"}) {
    hints.descriptions.push_back(meta.first({name}));
  }
  if (linked != nullptr) hints.descriptions.push_back(linked->description);
  Body body = read_body(labels, *tree, text, hints);
  article.blocks = std::move(body.blocks);
  article.dropped = std::move(body.dropped);
  const ArticlePlace place{headline.heading, body.container,
                           foreign_nodes(*tree, body.marks, headline.heading)};
  article.authors = read_authors({knowledge, labels, *tree, text, meta, linked, site, place});
  article.published_at = read_published({knowledge, labels, *tree, text, meta, data, linked,
                                         blanked.scripts, place, url, article.language});
  fall_back_on_data(linked, blanked.scripts, article.blocks);
  const bool declared = linked != nullptr || meta.first({"og:type"}) == "article";
  article.is_article =
      bytes_of(article.blocks) >= (declared ? kArticleBytesMin : 4 * kArticleBytesMin);
  return article;
}

}  // namespace dixit::parser
