#include "parser/html/published.h"

#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

std::optional<model::PublishedAt> iso_day(std::string_view text, model::DateSource source) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
    if (!is_ascii_digit(text[i])) return std::nullopt;
  }
  model::PublishedAt out;
  out.value = std::string(text.substr(0, 10));
  out.source = source;
  return out;
}

}  // namespace

std::optional<model::PublishedAt> read_published(const Knowledge&, const Tree& tree,
                                                 const PageMeta& meta, const LinkedArticle* linked,
                                                 std::string_view) {
  if (linked != nullptr) {
    if (auto found = iso_day(linked->published, model::DateSource::JsonLd)) return found;
  }
  const std::string_view declared =
      meta.first({"article:published_time", "og:published_time", "datepublished", "date", "dc.date",
                  "dc.date.issued", "pubdate", "publishdate", "parsely-pub-date"});
  if (auto found = iso_day(declared, model::DateSource::Meta)) return found;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != GUMBO_TAG_TIME) continue;
    const std::string_view value = tree.attribute(i, "datetime");
    if (auto found = iso_day(value, model::DateSource::TimeElement)) return found;
  }
  return std::nullopt;
}

}  // namespace dixit::parser
