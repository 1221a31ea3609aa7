#include "parser/html/body.h"

#include <algorithm>

#include "parser/html/block_weights.h"
#include "parser/html/container.h"
#include "parser/html/drop_rules.h"
#include "parser/html/headline.h"
#include "parser/html/text_blocks.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

constexpr std::size_t kExcerptBytesMax = 120;

Dropped dropped_block(std::string_view rule, std::string_view text) {
  return {std::string(rule), std::string(truncate_utf8(text, kExcerptBytesMax))};
}

// The first heading whose text is the title.
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

// The blocks of the container, judged in their context.
class Selection {
 public:
  Selection(const std::vector<TextBlock>& blocks, const Tree& tree, NodeIndex container) {
    for (const TextBlock& block : blocks) {
      if (block.first >= container && block.first < tree[container].end) blocks_.push_back(&block);
    }
    rules_.resize(blocks_.size());
  }

  void run(const std::string& title) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_link_dense(*blocks_[i]) && !is_sentence_with_links(*blocks_[i])) {
        rules_[i] = "block.links";
      } else if (blocks_[i]->kind == model::BlockKind::Heading &&
                 comparable(blocks_[i]->text) == title) {
        rules_[i] = "block.title";
      }
    }
    trim_ends();
    drop_idle_headings();
  }

  void deliver(Body& body) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (rules_[i].empty()) {
        body.blocks.push_back({blocks_[i]->kind, blocks_[i]->text, {}, {}});
      } else {
        body.dropped.push_back(dropped_block(rules_[i], blocks_[i]->text));
      }
    }
  }

 private:
  static bool is_sentence_with_links(const TextBlock& block) {
    return block.kind == model::BlockKind::Paragraph && block.sentence_ends > 0 &&
           block.mass - block.link_mass >= 40;
  }

  [[nodiscard]] bool is_prose(std::size_t i) const {
    return rules_[i].empty() && weight_of(*blocks_[i]) > 0;
  }

  // Before the first and after the last prose stand labels, dates and buttons.
  void trim_ends() {
    std::size_t first = 0;
    while (first < blocks_.size() && !is_prose(first)) ++first;
    if (first == blocks_.size()) return;
    std::size_t last = blocks_.size() - 1;
    while (!is_prose(last)) --last;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if ((i < first || i > last) && rules_[i].empty()) rules_[i] = "block.edge";
    }
  }

  // A heading belongs to what follows it; one that heads nothing kept headed something dropped.
  void drop_idle_headings() {
    bool text_follows = false;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (blocks_[i]->kind != model::BlockKind::Heading) {
        text_follows = rules_[i].empty();
      } else if (rules_[i].empty() && !text_follows) {
        rules_[i] = "block.idle_heading";
      }
    }
  }

  std::vector<const TextBlock*> blocks_;
  std::vector<std::string_view> rules_;
};

}  // namespace

Body read_body(const Knowledge&, const Tree& tree, std::string_view title) {
  Body body;
  DropMarks marks = mark_machinery(tree);
  const std::vector<MarkupRoles> roles = roles_of_nodes(tree);
  mark_by_name(tree, roles, collect_text_blocks(tree, marks), marks);
  const std::vector<TextBlock> blocks = collect_text_blocks(tree, marks);
  body.container = choose_container(tree, blocks, roles, find_title(tree, title));
  if (body.container == kNoNode) return body;
  Selection selection(blocks, tree, body.container);
  selection.run(comparable(title));
  selection.deliver(body);
  for (NodeIndex i = body.container; i < tree[body.container].end; ++i) {
    if (marks[i].empty()) continue;
    const std::string text = tree.text(i);
    if (!text.empty()) body.dropped.push_back(dropped_block(marks[i], text));
    i = tree[i].end - 1;
  }
  return body;
}

}  // namespace dixit::parser
