#include "parser/html/page_meta.h"

#include "parser/html/white_space.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Honest pages have a few dozen; a hostile one must not make every look-up walk a million.
constexpr std::size_t kEntriesMax = 1000;

void add_meta_element(const Tree& tree, NodeIndex index, PageMeta& meta) {
  if (meta.entries.size() >= kEntriesMax) return;
  std::string content = collapse_white_space(tree.attribute(index, "content"));
  if (content.empty()) return;
  for (const std::string_view key : {"property", "name", "itemprop"}) {
    const std::string_view name = trim_ascii(tree.attribute(index, key));
    if (name.empty()) continue;
    meta.entries.emplace_back(ascii_lowercase(name), std::move(content));
    return;
  }
}

// Whether the directive stands in a comma-separated list, its agent's name before it or not.
bool has_directive(std::string_view list, std::string_view directive) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (equals_ignoring_ascii_case(trim_ascii(list.substr(0, end)), directive)) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace

std::string_view PageMeta::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : entries) {
      if (key == name) return content;
    }
  }
  return {};
}

std::vector<std::string_view> PageMeta::all(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [key, content] : entries) {
    if (key == name) found.push_back(content);
  }
  return found;
}

PageMeta read_page_meta(const Tree& tree) {
  PageMeta meta;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    switch (tree[i].tag) {
      case GUMBO_TAG_HTML:
        if (meta.html_language.empty()) meta.html_language = trim_ascii(tree.attribute(i, "lang"));
        break;
      case GUMBO_TAG_TITLE:
        // A drawing has a title too.
        if (meta.title_element.empty() && tree[i].element->tag_namespace == GUMBO_NAMESPACE_HTML) {
          meta.title_element = tree.text(i);
        }
        break;
      case GUMBO_TAG_BASE:
        if (meta.base_url.empty()) meta.base_url = trim_ascii(tree.attribute(i, "href"));
        break;
      case GUMBO_TAG_LINK:
        if (meta.canonical_url.empty() &&
            equals_ignoring_ascii_case(tree.attribute(i, "rel"), "canonical")) {
          meta.canonical_url = trim_ascii(tree.attribute(i, "href"));
        }
        break;
      case GUMBO_TAG_META:
        add_meta_element(tree, i, meta);
        break;
      default:
        break;
    }
  }
  return meta;
}

model::OptOuts opt_outs_of(const PageMeta& meta) {
  model::OptOuts out;
  for (const std::string_view list : meta.all("robots")) {
    const bool none = has_directive(list, "none");
    out.noarchive |= has_directive(list, "noarchive");
    out.noindex |= none || has_directive(list, "noindex");
    out.nofollow |= none || has_directive(list, "nofollow");
  }
  out.tdm_reserved = meta.first({"tdm-reservation"}) == "1";
  return out;
}

}  // namespace dixit::parser
