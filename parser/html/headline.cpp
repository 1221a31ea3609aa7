#include "parser/html/headline.h"

#include <array>

#include "parser/text/tokens.h"

namespace dixit::parser {
namespace {

// What parts the headline from the site's name in a title element.
constexpr auto kSeparators = std::to_array<std::string_view>(
    {" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / "});

bool contains(const std::string& whole, const std::string& part) {
  return !part.empty() && whole.find(part) != std::string::npos;
}

// The title element's longest part between separators.
std::string without_site_name(std::string_view title) {
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = title.substr(0, at);
    const std::string_view after = title.substr(at + separator.size());
    return std::string(before.size() >= after.size() ? before : after);
  }
  return std::string(title);
}

}  // namespace

std::string comparable(std::string_view text) {
  std::string out;
  const JoiningRules none;
  const std::string folded = fold_word(text);
  for (const Token& token : tokenize(folded, none)) {
    if (token.kind == TokenKind::Punctuation) continue;
    if (!out.empty()) out += ' ';
    out.append(folded, token.start, token.end - token.start);
  }
  return out;
}

NodeIndex find_title(const Tree& tree, std::string_view title) {
  const std::string wanted = comparable(title);
  if (wanted.empty()) return kNoNode;
  NodeIndex other = kNoNode;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != GUMBO_TAG_H1 && (tree[i].tag != GUMBO_TAG_H2 || other != kNoNode)) continue;
    if (comparable(tree.text(i)) != wanted) continue;
    if (tree[i].tag == GUMBO_TAG_H1) return i;
    other = i;
  }
  return other;
}

std::string read_headline(const Tree& tree, const PageMeta& meta, const LinkedArticle* linked) {
  const std::string_view open_graph = meta.first({"og:title", "twitter:title"});
  const std::string in_title = comparable(meta.title_element);
  const std::string in_open_graph = comparable(open_graph);
  std::string first_heading;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != GUMBO_TAG_H1) continue;
    std::string heading = tree.text(i);
    const std::string key = comparable(heading);
    if (contains(in_title, key) || contains(in_open_graph, key)) return heading;
    if (first_heading.empty()) first_heading = std::move(heading);
  }
  if (linked != nullptr && !linked->headline.empty()) return linked->headline;
  if (!open_graph.empty()) return without_site_name(open_graph);
  if (!first_heading.empty()) return first_heading;
  return without_site_name(meta.title_element);
}

}  // namespace dixit::parser
