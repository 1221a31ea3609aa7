#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "parser/html/tree.h"

namespace dixit::tests {

// A page's tree as text, less what blanking empties: the inside of scripts, styles and drawings.
// Two pages whose outlines are equal have the same elements, attributes and texts in the same
// places.
inline std::string outline(const parser::Tree& tree) {
  std::string out;
  const auto add = [&out](std::string_view text) {
    out.append(std::to_string(text.size())).append(":").append(text);
  };
  // Nodes are numbered as they are written, so that what is left out moves none.
  std::vector<std::size_t> numbers(tree.size());
  std::size_t written = 0;
  for (parser::NodeIndex i = 0; i < tree.size();) {
    const parser::Node& node = tree[i];
    const std::size_t parent = node.parent == parser::kNoNode ? 0 : numbers[node.parent];
    numbers[i] = ++written;
    if (node.is_text()) {
      out.append("\n").append(std::to_string(parent)).append(" text ");
      add(node.text);
      ++i;
      continue;
    }
    out.append("\n").append(std::to_string(parent)).append(" element ");
    const GumboStringPiece& name = node.element->original_tag;
    add(node.tag == GUMBO_TAG_UNKNOWN ? std::string_view(name.data, name.length)
                                      : std::string_view(gumbo_normalized_tagname(node.tag)));
    out.append(" ").append(std::to_string(node.element->tag_namespace));
    const GumboVector& attributes = node.element->attributes;
    for (unsigned a = 0; a < attributes.length; ++a) {
      const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[a]);
      add(attribute->name);
      add(attribute->value);
    }
    const bool is_emptied =
        node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE || node.tag == GUMBO_TAG_SVG;
    i = is_emptied ? node.end : i + 1;
  }
  return out;
}

}  // namespace dixit::tests
