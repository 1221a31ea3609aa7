#include "parser/post/post_text.h"

#include <algorithm>
#include <utility>

#include "parser/html/text_blocks.h"
#include "parser/html/white_space.h"
#include "parser/post/post_reading.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

class Collector {
 public:
  explicit Collector(const Tree& tree) : tree_(&tree) {}

  PostText read(NodeIndex root) {
    for (NodeIndex i = root; i < (*tree_)[root].end;) {
      leave_blocks(i);
      const Node& node = (*tree_)[i];
      if (node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE) {
        i = node.end;
        continue;
      }
      if (node.tag == GUMBO_TAG_BR) break_line();
      if (!node.is_text() && is_block_level(node.tag)) enter_block(node.end);
      if (node.tag == GUMBO_TAG_A) add_link(i);
      append_collapsed(line_, node.text);
      ++i;
    }
    break_line();
    return std::move(text_);
  }

 private:
  void enter_block(NodeIndex end) {
    break_line();
    block_ends_.push_back(end);
  }

  void leave_blocks(NodeIndex at) {
    while (!block_ends_.empty() && block_ends_.back() <= at) {
      block_ends_.pop_back();
      break_line();
    }
  }

  void break_line() {
    std::string line = std::exchange(line_, {});
    const std::string_view kept = truncate_utf8(trim_white_space(line), kPostBytesMax - bytes_);
    if (kept.empty()) return;
    bytes_ += kept.size();
    text_.paragraphs.emplace_back(kept);
  }

  // People and tags are named with a mark in front on every platform.
  void add_link(NodeIndex anchor) {
    const std::string shown = tree_->text(anchor, 1);
    if (shown.starts_with('@') || shown.starts_with('#')) return;
    add_post_link(text_.links, tree_->attribute(anchor, "href"));
  }

  const Tree* tree_;
  PostText text_;
  std::string line_;
  std::vector<NodeIndex> block_ends_;
  std::size_t bytes_ = 0;
};

}  // namespace

PostText read_post_markup(const Tree& tree, NodeIndex root) { return Collector(tree).read(root); }

PostText read_post_markup(std::string_view html) {
  // Markup is several times its words.
  const auto tree =
      Tree::parse(std::string(truncate_utf8(html, 8 * kPostBytesMax)), kFragmentBudget);
  return tree && tree->size() > 0 ? read_post_markup(*tree, 0) : PostText();
}

std::vector<std::string> post_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  text = truncate_utf8(text, kPostBytesMax);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = collapse_white_space(text.substr(0, end));
    if (!line.empty()) paragraphs.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paragraphs;
}

void add_post_link(std::vector<std::string>& links, std::string_view href) {
  if (links.size() >= kPostLinksMax) return;
  const auto url = parse_url(href);
  if (!url || (url->scheme != "http" && url->scheme != "https")) return;
  if (std::find(links.begin(), links.end(), url->href) == links.end()) links.push_back(url->href);
}

bool has_class(const Tree& tree, NodeIndex index, std::string_view name) {
  std::string_view classes = tree.attribute(index, "class");
  while (!classes.empty()) {
    const auto* end = std::find_if(classes.begin(), classes.end(), is_ascii_space);
    const auto length = static_cast<std::size_t>(end - classes.begin());
    if (classes.substr(0, length) == name) return true;
    classes.remove_prefix(std::min(length + 1, classes.size()));
  }
  return false;
}

NodeIndex find_class(const Tree& tree, NodeIndex root, std::string_view name) {
  for (NodeIndex i = root; i < tree[root].end; ++i) {
    if (has_class(tree, i, name)) return i;
  }
  return kNoNode;
}

}  // namespace dixit::parser
