#include "parser/html/published.h"

#include <array>

#include "parser/html/page_dates.h"
#include "parser/html/white_space.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"
#include "parser/text/date.h"

namespace dixit::parser {
namespace {

using model::DateSource;
using model::PublishedAt;

// Names under which pages declare their first publication, the most exact in meaning first.
constexpr auto kPublishedNames =
    std::to_array<std::string_view>({"article:published_time",
                                     "article:published",
                                     "og:article:published_time",
                                     "og:published_time",
                                     "datepublished",
                                     "rnews:datepublished",
                                     "dcterms.issued",
                                     "dc.date.issued",
                                     "dcterms.created",
                                     "dc.date.created",
                                     "dcterms.date",
                                     "dc.date",
                                     "publish_date",
                                     "publish-date",
                                     "publishdate",
                                     "published_date",
                                     "published-date",
                                     "publication_date",
                                     "publication-date",
                                     "pubdate",
                                     "article_date_original",
                                     "article.published",
                                     "originalpublicationdate",
                                     "sailthru.date",
                                     "parsely-pub-date",
                                     "cxenseparse:recs:publishtime",
                                     "shareaholic:article_published_time",
                                     "citation_publication_date",
                                     "citation_date",
                                     "citation_online_date",
                                     "bt:pubdate",
                                     "ptime",
                                     "release_date",
                                     "posted",
                                     "datecreated",
                                     "date",
                                     "created",
                                     "og:pubdate",
                                     "publishtime",
                                     "artikel:publish",
                                     "display_date",
                                     "article.created",
                                     "news_datepublished",
                                     "vr:published_time",
                                     "dc.created"});

// The first years of the Web; an earlier date is of something told, not of the telling.
constexpr int kYearMin = 1990;

std::optional<PublishedAt> published(const std::optional<DateTime>& date, DateSource source) {
  if (!date || date->year < kYearMin) return std::nullopt;
  return to_published_at(*date, source);
}

std::optional<PublishedAt> declared(std::string_view text, DateSource source) {
  return published(parse_machine_date(trim_ascii(text)), source);
}

// Whether the names of the element or of one near above it speak of a change.
bool is_of_change(const Tree& tree, NodeIndex index) {
  for (int level = 0; level < 2 && index != kNoNode; ++level, index = tree[index].parent) {
    for (const std::string_view attribute : {"class", "itemprop", "id"}) {
      const std::string names = ascii_lowercase(tree.attribute(index, attribute));
      for (const std::string_view word : {"updat", "modif", "revis", "change"}) {
        if (names.find(word) != std::string::npos) return true;
      }
    }
  }
  return false;
}

// What a time element or a microdata property states.
std::optional<PublishedAt> stated_by(const Tree& tree, NodeIndex index, DateSource source) {
  for (const std::string_view attribute : {"datetime", "content", "title"}) {
    if (auto found = declared(tree.attribute(index, attribute), source)) return found;
  }
  return declared(tree.text(index, kDateBytesMax), source);
}

std::optional<PublishedAt> from_microdata(const Tree& tree) {
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text()) continue;
    const std::string_view property = tree.attribute(i, "itemprop");
    if (property.find("datePublished") == std::string_view::npos) continue;
    if (auto found = stated_by(tree, i, DateSource::Microdata)) return found;
  }
  return std::nullopt;
}

// The first time element after the title, else the first of all; one marked for publication wins.
std::optional<PublishedAt> from_time_elements(const Tree& tree, NodeIndex title) {
  std::optional<PublishedAt> best;
  int best_rank = 0;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != GUMBO_TAG_TIME && tree[i].tag != GUMBO_TAG_ABBR) continue;
    if (is_of_change(tree, i)) continue;
    auto found = stated_by(tree, i, DateSource::TimeElement);
    if (!found) continue;
    const std::string names = ascii_lowercase(tree.attribute(i, "class"));
    const bool is_marked = tree.has_attribute(i, "pubdate") ||
                           names.find("publish") != std::string::npos ||
                           names.find("entry-date") != std::string::npos;
    const int rank = (is_marked ? 2 : 0) + (title == kNoNode || i > title ? 2 : 1);
    if (rank > best_rank) {
      best = std::move(found);
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace

std::optional<PublishedAt> read_published(const Knowledge& knowledge, const Tree& tree,
                                          const PageMeta& meta, const LinkedArticle* linked,
                                          const PublishedHints& hints) {
  if (linked != nullptr) {
    if (auto found = declared(linked->published, DateSource::JsonLd)) return found;
  }
  for (const std::string_view name : kPublishedNames) {
    if (auto found = declared(meta.first({name}), DateSource::Meta)) return found;
  }
  if (auto found = from_microdata(tree)) return found;
  if (auto found = from_time_elements(tree, hints.title)) return found;
  if (auto found = published(date_of_address(hints.url), DateSource::Url)) return found;
  return published(find_printed_date(knowledge, tree, hints.title, hints.language),
                   DateSource::Visible);
}

}  // namespace dixit::parser
