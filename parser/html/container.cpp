#include "parser/html/container.h"

#include <algorithm>
#include <map>

#include "parser/html/block_weights.h"

namespace dixit::parser {
namespace {

// What a level of depth leaves of the weight below it.
constexpr double kLevelFactor = 0.8;

// Menus, notices and teasers stand before the title; only a standfirst may.
constexpr double kBeforeTitleFactor = 0.2;

// An element named for the article's body beats others by this share of its own weight.
constexpr double kBodyNameBonusShare = 0.3;

// Less than this beside the title is a standfirst, whose article goes on elsewhere.
constexpr double kOwnArticleScoreMin = 300;

// A note of a few lines is an article too, when nothing longer is.
constexpr std::uint32_t kShortArticleMassMin = 80;

// How far around the container its text may be carried on.
constexpr int kLevelsAroundMax = 6;
constexpr double kLargeShareMin = 0.3;
constexpr int kParagraphsMin = 3;
constexpr int kLevelsSignedMax = 8;  // for paragraphs that look the same as the container's
constexpr double kCarriedOnProseMin = 80;

bool is_paragraph_like(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_LI ||
         tag == GUMBO_TAG_PRE || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
}

// What speaks for and against each element: sums over the blocks inside it.
struct Sums {
  std::vector<double> prose;
  std::vector<double> against;
};

Sums sums_of(const Tree& tree, const std::vector<TextBlock>& blocks) {
  std::vector<double> prose;
  std::vector<double> against;
  for (const TextBlock& block : blocks) {
    const double weight = weight_of(block);
    prose.push_back(std::max(weight, 0.0));
    against.push_back(std::max(-weight, 0.0));
  }
  return {sum_by_node(tree, blocks, prose), sum_by_node(tree, blocks, against)};
}

// Class names that differ by a running number alone are the same.
bool same_names(std::string_view a, std::string_view b) {
  const auto without_digits = [](std::string_view names) {
    std::string out;
    for (const char c : names) {
      if (c < '0' || c > '9') out += c;
    }
    return out;
  };
  return !a.empty() && without_digits(a) == without_digits(b);
}

bool holds(const Tree& tree, NodeIndex root, GumboTag tag) {
  return tree.find(tag, root) != kNoNode;
}

// Tag and class of an element, by which templates tell paragraphs of the article from others.
struct Signature {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::string_view names;

  auto operator<=>(const Signature&) const = default;
};

// The nearest element `tag` around the node, or kNoNode.
NodeIndex enclosing(const Tree& tree, NodeIndex node, GumboTag tag) {
  while (node != kNoNode && tree[node].tag != tag) node = tree[node].parent;
  return node;
}

// The nearest element around the title with some text of its own after it: a short note, beside
// which the notices of the page look like the better article.
NodeIndex short_article(const Tree& tree, const std::vector<TextBlock>& blocks, NodeIndex title) {
  for (NodeIndex up = tree[title].parent; up != kNoNode; up = tree[up].parent) {
    if (tree[up].tag == GUMBO_TAG_BODY || tree[up].tag == GUMBO_TAG_HTML) break;
    std::uint32_t mass = 0;
    for (const TextBlock& block : blocks) {
      const bool is_inside = block.first >= tree[title].end && block.first < tree[up].end;
      if (is_inside && !is_link_dense(block)) mass += block.mass;
    }
    if (mass >= kShortArticleMassMin) return up;
  }
  return kNoNode;
}

class Surroundings {
 public:
  Surroundings(const Tree& tree, const std::vector<TextBlock>& blocks, NodeIndex title)
      : tree_(tree), blocks_(blocks), sums_(sums_of(tree, blocks)), title_(title) {}

  std::vector<NodeIndex> run(NodeIndex container) {
    find_signature(container);
    std::vector<NodeIndex> regions{container};
    NodeIndex inside = container;
    for (int level = 1; level <= kLevelsSignedMax; ++level) {
      const NodeIndex parent = tree_[inside].parent;
      if (parent == kNoNode || tree_[inside].tag == GUMBO_TAG_BODY) break;
      for (NodeIndex i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
        if (i != inside && !tree_[i].is_text() && carries_on(i, inside, level))
          regions.push_back(i);
      }
      inside = parent;
    }
    std::ranges::sort(regions);
    return regions;
  }

 private:
  [[nodiscard]] Signature signature_of(NodeIndex node) const {
    return {tree_[node].tag, tree_.attribute(node, "class")};
  }

  // The signature of most of the container's prose, and how much of it each element holds.
  void find_signature(NodeIndex container) {
    std::map<Signature, double> prose;
    for (const TextBlock& block : blocks_) {
      if (block.first < container || block.first >= tree_[container].end) continue;
      prose[signature_of(block.owner)] += std::max(weight_of(block), 0.0);
    }
    Signature best;
    for (const auto& [signature, sum] : prose) {
      if (!signature.names.empty() && sum * 2 > sums_.prose[container]) best = signature;
    }
    std::vector<double> values;
    for (const TextBlock& block : blocks_) {
      const bool same = !best.names.empty() && signature_of(block.owner) == best;
      values.push_back(same ? std::max(weight_of(block), 0.0) : 0);
    }
    signed_prose_ = sum_by_node(tree_, blocks_, values);
  }

  [[nodiscard]] bool carries_on(NodeIndex other, NodeIndex inside, int level) const {
    const double prose = sums_.prose[other];
    if (prose < kCarriedOnProseMin || sums_.against[other] * 2 > prose) return false;
    if (holds(tree_, other, GUMBO_TAG_H1) || holds(tree_, other, GUMBO_TAG_ARTICLE)) return false;
    if (signed_prose_[other] * 2 > prose) return true;
    if (level > kLevelsAroundMax) return false;
    const GumboTag tag = tree_[other].tag;
    if (tag == tree_[inside].tag &&
        same_names(tree_.attribute(other, "class"), tree_.attribute(inside, "class"))) {
      return true;
    }
    // A good part of the text, without a link list or label in it, can hardly be anything else.
    if (sums_.against[other] == 0 && prose > kLargeShareMin * sums_.prose[inside] &&
        paragraphs_in(other) >= kParagraphsMin) {
      return true;
    }
    const bool after_title = title_ == kNoNode || other > title_;
    return level <= 2 && after_title && tag == GUMBO_TAG_P && sums_.against[other] == 0;
  }

  // Paragraphs of prose inside the element.
  [[nodiscard]] int paragraphs_in(NodeIndex node) const {
    int count = 0;
    for (const TextBlock& block : blocks_) {
      const bool inside = block.first >= node && block.first < tree_[node].end;
      count += inside && tree_[block.owner].tag == GUMBO_TAG_P && weight_of(block) > 0;
    }
    return count;
  }

  const Tree& tree_;
  const std::vector<TextBlock>& blocks_;
  Sums sums_;
  NodeIndex title_;
  std::vector<double> signed_prose_;
};

}  // namespace

NodeIndex choose_container(const Tree& tree, const std::vector<TextBlock>& blocks,
                           const std::vector<MarkupRoles>& roles, NodeIndex title) {
  if (tree.size() == 0) return kNoNode;
  std::vector<double> scores(tree.size());
  for (const TextBlock& block : blocks) {
    double weight = weight_of(block);
    if (weight > 0 && title != kNoNode && block.first < title) weight *= kBeforeTitleFactor;
    scores[block.owner] += weight;
  }
  for (NodeIndex i = tree.size(); i-- > 1;) {
    const NodeIndex parent = tree[i].parent;
    if (parent == kNoNode) continue;
    scores[parent] += scores[i] * (is_paragraph_like(tree[i].tag) ? 1 : kLevelFactor);
  }
  const auto best_inside = [&](NodeIndex root) {
    NodeIndex best = root;
    double best_score = 0;
    for (NodeIndex i = root; i < tree[root].end; ++i) {
      if (tree[i].is_text() || is_paragraph_like(tree[i].tag)) continue;
      const double bonus = roles[i].has(MarkupRole::Body) ? 1 + kBodyNameBonusShare : 1;
      if (scores[i] * bonus > best_score) {
        best = i;
        best_score = scores[i] * bonus;
      }
    }
    return best;
  };
  const NodeIndex best = best_inside(0);
  // On a page that goes on with the next articles, the longest is not the one asked for.
  const NodeIndex own = enclosing(tree, title, GUMBO_TAG_ARTICLE);
  const NodeIndex other = enclosing(tree, best, GUMBO_TAG_ARTICLE);
  const bool is_elsewhere = own != kNoNode && other != kNoNode &&
                            (best < own || best >= tree[own].end) &&
                            (own < other || own >= tree[other].end);
  if (is_elsewhere && scores[own] >= kOwnArticleScoreMin) return best_inside(own);
  std::uint32_t mass = 0;
  for (const TextBlock& block : blocks) {
    if (block.first >= best && block.first < tree[best].end) mass += block.mass;
  }
  const bool is_weak = best == 0 || mass < kOwnArticleScoreMin;
  const bool is_apart = title != kNoNode && (best > title || title >= tree[best].end);
  if (is_weak && is_apart) {
    const NodeIndex around = short_article(tree, blocks, title);
    if (around != kNoNode) return around;
  }
  return best;
}

std::vector<NodeIndex> regions_around(const Tree& tree, const std::vector<TextBlock>& blocks,
                                      NodeIndex container, NodeIndex title) {
  return Surroundings(tree, blocks, title).run(container);
}

}  // namespace dixit::parser
