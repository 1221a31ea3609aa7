#include "parser/html/container.h"

#include <algorithm>

#include "parser/html/block_weights.h"

namespace dixit::parser {
namespace {

// Menus, notices and teasers stand before the title; only a standfirst may.
constexpr double kBeforeTitleFactor = 0.2;

// An element named for the article's body beats a wider one by this, at most this share of its own.
constexpr double kBodyNameBonusMax = 400;
constexpr double kBodyNameBonusShare = 0.3;

// A wider element must add at least this share to be better than one inside it.
constexpr double kWiderShareMin = 0.001;

}  // namespace

NodeIndex choose_container(const Tree& tree, const std::vector<TextBlock>& blocks,
                           const std::vector<MarkupRoles>& roles, NodeIndex title) {
  std::vector<double> weights;
  for (const TextBlock& block : blocks) {
    double weight = weight_of(block);
    if (weight > 0 && title != kNoNode && block.first < title) weight *= kBeforeTitleFactor;
    weights.push_back(weight);
  }
  std::vector<double> scores = sum_by_node(tree, blocks, weights);
  NodeIndex best = kNoNode;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text()) continue;
    if (roles[i].has(MarkupRole::Body) && scores[i] > 0) {
      scores[i] += std::min(kBodyNameBonusMax, kBodyNameBonusShare * scores[i]);
    }
    const double needed = best == kNoNode ? 0 : scores[best] * (1 - kWiderShareMin);
    const bool inside_best = best != kNoNode && i < tree[best].end;
    if (best == kNoNode || scores[i] > scores[best] || (inside_best && scores[i] >= needed))
      best = i;
  }
  return best;
}

}  // namespace dixit::parser
