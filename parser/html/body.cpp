#include "parser/html/body.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "parser/html/block_weights.h"
#include "parser/html/container.h"
#include "parser/html/drop_rules.h"
#include "parser/html/embedded_posts.h"
#include "parser/html/page_labels.h"
#include "parser/html/sections.h"
#include "parser/html/site_name.h"
#include "parser/html/standfirst.h"
#include "parser/html/text_blocks.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

constexpr std::size_t kExcerptBytesMax = 120;

// What a person would read through.
constexpr std::size_t kDroppedMax = 1000;

// A label is a line at most; what is longer says something.
constexpr std::uint32_t kBoilerplateMassMax = 120;

// Appeals to readers are a sentence or two, most of them after the text.
constexpr std::uint32_t kAppealMassMax = 200;
constexpr std::size_t kAppealsFromEnd = 4;

// Paragraphs beside one another with this much prose vouch for a short line among them.
constexpr double kCompanyWeightMin = 300;

Dropped dropped_block(std::string_view rule, std::string_view text) {
  return {std::string(rule), std::string(truncate_utf8(text, kExcerptBytesMax))};
}

// The blocks of the container, judged in their context.
class Selection {
 public:
  Selection(const std::vector<TextBlock>& blocks, const Tree& tree,
            const std::vector<NodeIndex>& regions, const PageLabels& labels,
            const StandfirstFinder& standfirst)
      : tree_(tree), labels_(labels), standfirst_(standfirst) {
    const auto is_inside = [&](const TextBlock& block) {
      return std::ranges::any_of(regions, [&](NodeIndex region) {
        return block.first >= region && block.first < tree[region].end;
      });
    };
    for (const TextBlock& block : blocks) {
      if (is_inside(block) || (block.first < regions.front() && is_new_standfirst(block, blocks))) {
        blocks_.push_back(&block);
      }
    }
    rules_.resize(blocks_.size());
    in_company_.resize(blocks_.size());
  }

  void run(const std::string& title) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_link_dense(*blocks_[i]) && !is_sentence_with_links(*blocks_[i])) {
        rules_[i] = "block.links";
      } else if (blocks_[i]->kind == model::BlockKind::Heading &&
                 comparable(blocks_[i]->text) == title) {
        rules_[i] = "block.title";
      } else if (is_boilerplate(*blocks_[i])) {
        rules_[i] = "block.boilerplate";
      }
    }
    drop_appeals();
    find_company();
    trim_ends();
    drop_idle_headings();
  }

  void deliver(Body& body) const {
    const std::vector<EmbeddedPost> posts = find_embedded_posts(tree_);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (rules_[i].empty()) {
        const EmbeddedPost* post = embedded_post_of(posts, tree_, *blocks_[i]);
        if (post != nullptr) {
          body.blocks.push_back(
              {model::BlockKind::EmbeddedPost, blocks_[i]->text, post->author, post->url});
        } else {
          body.blocks.push_back({blocks_[i]->kind, blocks_[i]->text, {}, {}});
        }
      } else {
        body.dropped.push_back(dropped_block(rules_[i], blocks_[i]->text));
      }
    }
  }

 private:
  // A standfirst that the text does not repeat.
  [[nodiscard]] bool is_new_standfirst(const TextBlock& block,
                                       const std::vector<TextBlock>& blocks) const {
    if (!standfirst_.is_standfirst(block)) return false;
    return std::ranges::none_of(blocks, [&](const TextBlock& other) {
      return other.first > block.first && other.text.starts_with(block.text);
    });
  }

  static bool is_sentence_with_links(const TextBlock& block) {
    return block.kind == model::BlockKind::Paragraph && block.sentence_ends > 0 &&
           block.mass - block.link_mass >= 40;
  }

  [[nodiscard]] bool is_boilerplate(const TextBlock& block) const {
    if (block.mass > kBoilerplateMassMax) return false;
    if (const auto tag = labels_.whole(block.text)) return tag != Tag::PageByline;
    return labels_.beginning(block.text) == Tag::PageBoilerplate && block.sentence_ends == 0;
  }

  // A sentence or two that ask the reader for something, as they stand around articles.
  [[nodiscard]] bool is_appeal(const TextBlock& block) const {
    return block.mass <= kAppealMassMax && block.sentence_ends <= 2 &&
           labels_.beginning_words(block.text, Tag::PageBoilerplate) >= 2;
  }

  // Near the end, or with a link to follow.
  void drop_appeals() {
    if (blocks_.size() < kAppealsFromEnd * 2) return;  // a note may well be one
    std::size_t kept_after = 0;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!rules_[i].empty()) continue;
      if ((kept_after < kAppealsFromEnd || blocks_[i]->link_mass > 0) && is_appeal(*blocks_[i])) {
        rules_[i] = "block.appeal";
      } else {
        ++kept_after;
      }
    }
  }

  // Short lines among paragraphs of the same kind are paragraphs too.
  void find_company() {
    std::map<std::tuple<NodeIndex, GumboTag, std::string_view>, double> groups;
    const auto group_of = [&](std::size_t i) -> double& {
      const NodeIndex owner = blocks_[i]->owner;
      return groups[{tree_[owner].parent, tree_[owner].tag, tree_.attribute(owner, "class")}];
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (rules_[i].empty()) group_of(i) += weight_of(*blocks_[i]);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const GumboTag tag = tree_[blocks_[i]->owner].tag;
      in_company_[i] = tag == GUMBO_TAG_P && group_of(i) > kCompanyWeightMin;
    }
  }

  [[nodiscard]] bool is_prose(std::size_t i) const {
    return rules_[i].empty() && (weight_of(*blocks_[i]) > 0 || in_company_[i]);
  }

  // Before the first and after the last prose stand labels, dates and buttons.
  void trim_ends() {
    std::size_t first = 0;
    while (first < blocks_.size() && !is_prose(first) &&
           !standfirst_.is_standfirst(*blocks_[first])) {
      ++first;
    }
    if (first == blocks_.size()) return;
    std::size_t last = blocks_.size() - 1;
    while (last > first && !is_prose(last)) --last;
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
      } else if (rules_[i].empty() && !text_follows && !standfirst_.is_standfirst(*blocks_[i])) {
        rules_[i] = "block.idle_heading";
      }
    }
  }

  const Tree& tree_;
  const PageLabels& labels_;
  const StandfirstFinder& standfirst_;
  std::vector<const TextBlock*> blocks_;

  std::vector<std::string_view> rules_;
  std::vector<bool> in_company_;
};

// The blocks that no mark of an element around them leaves out.
std::vector<TextBlock> unmarked(const Tree& tree, std::vector<TextBlock> blocks,
                                const DropMarks& marks) {
  NodeIndex skipped_until = 0;
  std::vector<bool> skipped(tree.size());
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (!marks[i].empty()) skipped_until = std::max(skipped_until, tree[i].end);
    skipped[i] = i < skipped_until;
  }
  std::erase_if(blocks, [&](const TextBlock& block) { return skipped[block.first]; });
  return blocks;
}

// Tells what the marks left out.
void report_marks(const Tree& tree, const DropMarks& marks, std::vector<Dropped>& dropped) {
  for (NodeIndex i = 0; i < tree.size() && dropped.size() < kDroppedMax;) {
    if (marks[i].empty()) {
      ++i;
      continue;
    }
    const std::string text = tree.text(i, kExcerptBytesMax);
    if (!text.empty()) dropped.push_back(dropped_block(marks[i], text));
    i = tree[i].end;
  }
}

}  // namespace

Body read_body(const PageLabels& labels, const Tree& tree, const PageText& text,
               const BodyHints& hints) {
  Body body;
  body.marks = text.machinery;
  DropMarks& marks = body.marks;
  mark_by_name(tree, text.roles, text.lines, hints.heading, marks);
  std::vector<TextBlock> blocks = collect_text_blocks(tree, marks);
  mark_teasers(tree, hints.host, blocks, marks);
  mark_comment_threads(tree, labels, hints.heading, text.lines, marks);
  blocks = unmarked(tree, std::move(blocks), marks);
  body.container = choose_container(tree, blocks, text.roles, hints.heading);
  if (body.container == kNoNode) return body;
  mark_labelled_sections(tree, labels, body.container, blocks, marks);
  mark_other_articles(tree, body.container, hints.heading, blocks, marks);
  blocks = unmarked(tree, std::move(blocks), marks);
  const StandfirstFinder standfirst(tree, text.roles, hints.heading, hints.descriptions);
  const std::vector<NodeIndex> regions =
      regions_around(tree, blocks, body.container, hints.heading);
  Selection selection(blocks, tree, regions, labels, standfirst);
  selection.run(comparable(hints.title));
  selection.deliver(body);
  report_marks(tree, marks, body.dropped);
  return body;
}

}  // namespace dixit::parser
