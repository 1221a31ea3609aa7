#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// A run of text between two block boundaries, as a reader sees one paragraph.
struct TextBlock {
  NodeIndex owner = kNoNode;  // innermost block-level element around it
  NodeIndex first = kNoNode;  // its first text
  NodeIndex last = kNoNode;   // its last text
  model::BlockKind kind = model::BlockKind::Paragraph;
  std::uint8_t heading_level = 0;  // 1 to 6
  // Letters and marks other than white space; a character of a script without spaces between words
  // counts for three, a Korean syllable for two, so that all languages weigh alike.
  std::uint32_t mass = 0;
  std::uint32_t link_mass = 0;  // the part inside links
  std::uint32_t strong_mass = 0;
  std::uint32_t sentence_ends = 0;  // full stops and their like, commas not counted
  std::string text;
};

// Why an element and all inside it is left out; "" keeps it. One entry a node.
using DropMarks = std::vector<std::string_view>;

// Cuts everything that is not marked into blocks, in document order.
std::vector<TextBlock> collect_text_blocks(const Tree& tree, const DropMarks& dropped);

// Whether browsers begin a new line for this element.
bool is_block_level(GumboTag tag);

}  // namespace dixit::parser
