#include "parser/html/sections.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "parser/html/block_weights.h"

namespace dixit::parser {
namespace {

// A labelled section with more of the prose than this is the article under an odd heading.
constexpr double kRelatedShareMax = 0.4;
constexpr double kCommentsShareMax = 0.75;

// Comments come after the article; a label before it is a link to them.
constexpr double kProseBeforeCommentsMin = 0.25;

// More text than a summary of something linked.
constexpr double kPlainProseMin = 100;

// A paragraph of this length, none of it linked, sums up nothing.
constexpr double kStandingProseMin = 250;

// Comments come in threads, and are seldom longer than this.
constexpr double kRepliesMin = 3;
constexpr double kCommentProseMax = 1500;
constexpr double kProseBesideThreadMin = 800;  // with less, the thread is what the page is about

// A label is short.
constexpr std::uint32_t kLabelMassMax = 60;

// A teaser's text is a line or two.
constexpr double kTeaserMassMax = 450;
constexpr std::uint32_t kTeaserHeadlineMassMin = 15;
constexpr std::size_t kTeasersMin = 3;
constexpr double kTeaserShareMax = 0.9;

// For each node, the index of the first block inside it, or blocks.size().
std::vector<std::size_t> first_blocks(const Tree& tree, const std::vector<TextBlock>& blocks) {
  std::vector<std::size_t> first(tree.size(), blocks.size());
  for (std::size_t i = blocks.size(); i-- > 0;) first[blocks[i].owner] = i;
  for (NodeIndex i = tree.size(); i-- > 1;) {
    if (tree[i].parent == kNoNode) continue;
    std::size_t& above = first[tree[i].parent];
    above = std::min(above, first[i]);
  }
  return first;
}

class SectionMarker {
 public:
  SectionMarker(const Tree& tree, NodeIndex container, const std::vector<TextBlock>& blocks,
                DropMarks& marks)
      : tree_(tree),
        container_(container),
        blocks_(blocks),
        marks_(marks),
        first_(first_blocks(tree, blocks)),
        prose_(prose_by_node(tree, blocks)) {
    double before = 0;
    prose_before_.reserve(blocks.size());
    for (const TextBlock& block : blocks) {
      prose_before_.push_back(before);
      if (block.first >= container) before += std::max(weight_of(block), 0.0);
    }
  }

  void run(const PageLabels& labels) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const TextBlock& block = blocks_[i];
      if (block.owner <= container_ || block.owner >= tree_[container_].end) continue;
      if (block.mass > kLabelMassMax || !marks_[block.owner].empty()) continue;
      const std::optional<Tag> tag = labels.whole(block.text);
      if (tag == Tag::PageRelated) mark(i, "section.related", kRelatedShareMax);
      if (tag == Tag::PageComments &&
          prose_before_[i] > kProseBeforeCommentsMin * prose_[container_]) {
        mark(i, "section.comments", kCommentsShareMax);
      }
    }
  }

 private:
  void mark(std::size_t label, std::string_view rule, double share_max) {
    NodeIndex opened = blocks_[label].owner;
    if (first_[opened] != label) return;  // a line in the midst of an element opens nothing
    while (true) {
      const NodeIndex parent = tree_[opened].parent;
      if (parent == kNoNode || parent <= container_ || first_[parent] != label) break;
      if (prose_[parent] > share_max * prose_[container_]) break;
      if (rule == "section.related" && holds_standing_prose(parent)) break;
      opened = parent;
    }
    marks_[opened] = rule;
    const bool opens_more = last_block_in(opened) > label;
    if (!opens_more) mark_following(opened, rule, share_max);
  }

  [[nodiscard]] bool holds_teasers(NodeIndex node) const {
    for (NodeIndex i = node; i < tree_[node].end; ++i) {
      if (marks_[i] == "group.teasers") return true;
    }
    return false;
  }

  [[nodiscard]] bool holds_standing_prose(NodeIndex node) const {
    for (std::size_t i = first_[node]; i < blocks_.size() && blocks_[i].first < tree_[node].end;
         ++i) {
      if (blocks_[i].link_mass == 0 && weight_of(blocks_[i]) >= kStandingProseMin) return true;
    }
    return false;
  }

  // Text without a link leads to no other article.
  [[nodiscard]] bool is_plain_prose(NodeIndex node) const {
    std::uint32_t links = 0;
    for (std::size_t i = first_[node]; i < blocks_.size() && blocks_[i].first < tree_[node].end;
         ++i) {
      links += blocks_[i].link_mass;
    }
    return links == 0 && prose_[node] > kPlainProseMin;
  }

  // The last block inside the node, or the blocks' number when there is none.
  std::size_t last_block_in(NodeIndex node) const {
    std::size_t last = first_[node];
    while (last + 1 < blocks_.size() && blocks_[last + 1].first < tree_[node].end) ++last;
    return last;
  }

  // Elements after the label: one list of other articles, or all comments to the parent's end.
  void mark_following(NodeIndex opened, std::string_view rule, double share_max) {
    const NodeIndex parent = tree_[opened].parent;
    if (parent == kNoNode) return;
    const bool is_comments = rule == "section.comments";
    std::vector<NodeIndex> following;
    double prose = 0;
    for (NodeIndex next = tree_[opened].end; next < tree_[parent].end; next = tree_[next].end) {
      if (!is_comments && holds_teasers(next)) return;  // the label's list, marked before
      if (tree_[next].is_text() || first_[next] == blocks_.size()) continue;
      const TextBlock& block = blocks_[first_[next]];
      if (!is_comments && is_plain_prose(next)) return;
      if (!is_comments && tree_[next].tag == GUMBO_TAG_P && weight_of(block) > 0) break;
      if (!is_comments && block.heading_level != 0 && block.owner == next) break;
      following.push_back(next);
      prose += prose_[next];
      if (!is_comments) break;
    }
    if (prose > share_max * prose_[container_]) return;
    for (const NodeIndex next : following) marks_[next] = rule;
  }

  const Tree& tree_;
  NodeIndex container_;
  const std::vector<TextBlock>& blocks_;
  DropMarks& marks_;
  std::vector<std::size_t> first_;
  std::vector<double> prose_;
  std::vector<double> prose_before_;  // by block, inside the container
};

// "https:", with room to spare.
constexpr std::size_t kSchemeBytesMax = 8;

// Whether the block's first link leads to a page of the same site.
bool leads_within_site(const Tree& tree, const TextBlock& block, std::string_view host) {
  NodeIndex link = kNoNode;
  for (NodeIndex i = block.first; link == kNoNode && i <= block.last; ++i) {
    for (NodeIndex up = tree[i].parent; up != kNoNode && up >= block.owner; up = tree[up].parent) {
      if (tree[up].tag == GUMBO_TAG_A) link = up;
    }
  }
  for (NodeIndex up = block.owner; link == kNoNode && up != kNoNode; up = tree[up].parent) {
    if (tree[up].tag == GUMBO_TAG_A) link = up;
  }
  if (link == kNoNode) return false;
  std::string_view target = tree.attribute(link, "href");
  if (target.size() < 2 || target.front() == '#') return false;
  const std::size_t scheme = target.find("//");
  if (scheme > kSchemeBytesMax) return true;  // none, or the slashes stand further in
  target.remove_prefix(scheme + 2);
  const auto without_www = [](std::string_view name) {
    return name.starts_with("www.") ? name.substr(4) : name;
  };
  target = target.substr(0, target.find_first_of("/?#"));
  return without_www(target) == without_www(host);
}

bool may_be_teaser(GumboTag tag) {
  return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_ARTICLE ||
         tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_A ||
         tag == GUMBO_TAG_FIGURE;
}

}  // namespace

void mark_labelled_sections(const Tree& tree, const PageLabels& labels, NodeIndex container,
                            const std::vector<TextBlock>& blocks, DropMarks& marks) {
  SectionMarker(tree, container, blocks, marks).run(labels);
}

void mark_comment_threads(const Tree& tree, const PageLabels& labels, NodeIndex title,
                          const std::vector<TextBlock>& lines, DropMarks& marks) {
  std::vector<double> offers;
  double found = 0;
  for (const TextBlock& line : lines) {
    const bool is_label = line.mass <= kLabelMassMax && line.first > title &&
                          labels.whole(line.text) == Tag::PageComments;
    offers.push_back(is_label ? 1 : 0);
    found += offers.back();
  }
  if (title == kNoNode || found < kRepliesMin) return;
  const std::vector<double> replies = sum_by_node(tree, lines, offers);
  const std::vector<double> prose = prose_by_node(tree, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    NodeIndex thread = lines[i].owner;
    if (offers[i] == 0) continue;
    // Up as long as every step adds replies enough for the text that it adds.
    for (NodeIndex up = tree[thread].parent; up != kNoNode; up = tree[up].parent) {
      const double more_prose = prose[up] - prose[thread];
      const double more_replies = replies[up] - replies[thread];
      if (up <= title && title < tree[up].end) break;
      if (more_prose > kCommentProseMax * std::max(more_replies, 1.0)) break;
      if (more_replies > 0 || replies[thread] < kRepliesMin) thread = up;
    }
    if (replies[thread] < kRepliesMin || prose[0] - prose[thread] < kProseBesideThreadMin) {
      continue;
    }
    if (marks[thread].empty()) marks[thread] = "section.thread";
  }
}

void mark_teasers(const Tree& tree, std::string_view host, const std::vector<TextBlock>& blocks,
                  DropMarks& marks) {
  std::vector<double> headlines_of_blocks;
  headlines_of_blocks.reserve(blocks.size());
  for (const TextBlock& block : blocks) {
    const bool headline = is_link_dense(block) && block.mass >= kTeaserHeadlineMassMin &&
                          leads_within_site(tree, block, host);
    headlines_of_blocks.push_back(headline ? 1 : 0);
  }
  const std::vector<double> mass = mass_by_node(tree, blocks);
  const std::vector<double> headlines = sum_by_node(tree, blocks, headlines_of_blocks);
  const std::vector<double> prose = prose_by_node(tree, blocks);
  std::map<std::tuple<NodeIndex, GumboTag, std::string_view>, std::vector<NodeIndex>> groups;
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    if (!may_be_teaser(tree[i].tag) || mass[i] == 0 || !marks[i].empty()) continue;
    const std::string_view names = tree.attribute(i, "class");
    groups[{tree[i].parent, tree[i].tag, names.substr(0, names.find(' '))}].push_back(i);
  }
  for (const auto& [key, members] : groups) {
    if (members.size() < kTeasersMin) continue;
    std::size_t teasers = 0;
    double prose_inside = 0;
    for (const NodeIndex member : members) {
      teasers += headlines[member] >= 1 && headlines[member] <= 3 && mass[member] <= kTeaserMassMax;
      prose_inside += prose[member];
    }
    if (teasers < kTeasersMin || teasers * 4 < members.size() * 3) continue;
    if (prose_inside > kTeaserShareMax * prose[0]) continue;
    for (const NodeIndex member : members) marks[member] = "group.teasers";
  }
}

void mark_other_articles(const Tree& tree, NodeIndex container, NodeIndex title,
                         const std::vector<TextBlock>& blocks, DropMarks& marks) {
  if (title == kNoNode || title <= container || title >= tree[container].end) return;
  NodeIndex own = title;
  while (own > container && tree[own].tag != GUMBO_TAG_ARTICLE) own = tree[own].parent;
  if (own <= container) return;
  const std::vector<double> prose = prose_by_node(tree, blocks);
  constexpr double kOwnProseMin = 300;
  if (prose[own] < kOwnProseMin) return;
  for (NodeIndex i = container + 1; i < tree[container].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_ARTICLE || (i <= own && own < tree[i].end)) continue;
    if (i > own && i < tree[own].end) continue;
    marks[i] = "article.other";
  }
}

}  // namespace dixit::parser
