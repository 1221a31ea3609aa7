#include "parser/html/standfirst.h"

#include <algorithm>

#include "parser/html/block_weights.h"
#include "parser/html/site_name.h"

namespace dixit::parser {
namespace {

// Shorter texts coincide by chance.
constexpr std::size_t kComparableBytesMin = 25;
constexpr std::uint32_t kNamedMassMin = 30;

// How far above the text an element's name still speaks of it.
constexpr int kNamedLevelsMax = 3;

}  // namespace

StandfirstFinder::StandfirstFinder(const Tree& tree, const std::vector<MarkupRoles>& roles,
                                   NodeIndex title,
                                   const std::vector<std::string_view>& descriptions)
    : tree_(tree), roles_(roles), title_(title) {
  for (const std::string_view text : descriptions) {
    std::string key = comparable(text);
    if (key.size() >= kComparableBytesMin) descriptions_.push_back(std::move(key));
  }
}

bool StandfirstFinder::is_standfirst(const TextBlock& block) const {
  if (is_link_dense(block) || block.heading_level == 1) return false;
  if (is_description(block)) return true;
  return title_ != kNoNode && block.first > title_ && is_named(block);
}

bool StandfirstFinder::is_description(const TextBlock& block) const {
  if (block.mass < kComparableBytesMin) return false;
  const std::string key = comparable(block.text);
  return std::ranges::any_of(descriptions_, [&](const std::string& description) {
    return key.size() >= kComparableBytesMin &&
           (description.starts_with(key) || key.starts_with(description));
  });
}

bool StandfirstFinder::is_named(const TextBlock& block) const {
  if (block.mass < kNamedMassMin) return false;
  // A heading beside the title that is a sentence.
  const bool is_beside = tree_[block.owner].parent == tree_[title_].parent;
  if (is_beside && block.heading_level > 1 && block.sentence_ends > 0) return true;
  NodeIndex node = block.owner;
  for (int level = 0; level < kNamedLevelsMax && node != kNoNode; ++level) {
    if (roles_[node].has(MarkupRole::Standfirst)) return true;
    // https://schema.org/description
    if (tree_.attribute(node, "itemprop") == "description") return true;
    node = tree_[node].parent;
  }
  return false;
}

}  // namespace dixit::parser
