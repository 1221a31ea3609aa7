#pragma once

#include <vector>

#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// How much a block speaks for (above 0) or against being article text, in letters: a paragraph of
// sentences counts its letters, links count against it, fragments and link lists are negative.
double weight_of(const TextBlock& block);

// Whether more of the block is links than not.
bool is_link_dense(const TextBlock& block);

// For each node, the sum of `values` (one a block) over the blocks inside it.
std::vector<double> sum_by_node(const Tree& tree, const std::vector<TextBlock>& blocks,
                                const std::vector<double>& values);

// For each node, how much the blocks inside it speak for being article text.
std::vector<double> prose_by_node(const Tree& tree, const std::vector<TextBlock>& blocks);

// For each node, the mass of the blocks inside it.
std::vector<double> mass_by_node(const Tree& tree, const std::vector<TextBlock>& blocks);

}  // namespace dixit::parser
