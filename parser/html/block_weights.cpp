#include "parser/html/block_weights.h"

#include <algorithm>

namespace dixit::parser {
namespace {

// A sentence of fewer letters may as well be a label or a teaser.
constexpr double kSentenceMassMin = 50;

// Text of this length is prose even without a full stop.
constexpr double kProseMassMin = 100;

// One long link says no more against its surroundings than a few short ones.
constexpr double kPenaltyMax = 120;

}  // namespace

bool is_link_dense(const TextBlock& block) { return block.link_mass * 2 > block.mass; }

double weight_of(const TextBlock& block) {
  const double mass = block.mass;
  if (is_link_dense(block)) return -std::min(mass, kPenaltyMax);
  if (block.kind == model::BlockKind::Heading) return 0;
  const double prose = mass - 2.0 * block.link_mass;
  if (block.sentence_ends > 0 && mass >= kSentenceMassMin) return std::max(prose, 0.0);
  if (mass >= kProseMassMin) return std::max(prose, 0.0) / 2;
  return -std::min(mass, kPenaltyMax) * 0.15;
}

std::vector<double> sum_by_node(const Tree& tree, const std::vector<TextBlock>& blocks,
                                const std::vector<double>& values) {
  std::vector<double> sums(tree.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) sums[blocks[i].owner] += values[i];
  for (NodeIndex i = tree.size(); i-- > 1;) {
    if (tree[i].parent != kNoNode) sums[tree[i].parent] += sums[i];
  }
  return sums;
}

std::vector<double> prose_by_node(const Tree& tree, const std::vector<TextBlock>& blocks) {
  std::vector<double> prose;
  prose.reserve(blocks.size());
  for (const TextBlock& block : blocks) prose.push_back(std::max(weight_of(block), 0.0));
  return sum_by_node(tree, blocks, prose);
}

std::vector<double> mass_by_node(const Tree& tree, const std::vector<TextBlock>& blocks) {
  std::vector<double> masses;
  masses.reserve(blocks.size());
  for (const TextBlock& block : blocks) masses.push_back(block.mass);
  return sum_by_node(tree, blocks, masses);
}

}  // namespace dixit::parser
