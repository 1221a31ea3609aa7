#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/html/tree.h"

namespace dixit::parser {

// The words of a post out of markup or plain text.

struct PostText {
  std::vector<std::string> paragraphs;  // without line breaks, none empty; within kPostBytesMax
  std::vector<std::string> links;       // absolute, each once; mentions of people and tags are none
};

// What stands inside `root`: a line break of the page parts paragraphs.
PostText read_post_markup(const Tree& tree, NodeIndex root);

// A fragment of HTML; its budget is a small page's.
PostText read_post_markup(std::string_view html);

// Plain text, whose lines are paragraphs.
std::vector<std::string> post_paragraphs(std::string_view text);

// Keeps the link when it is http(s) and new.
void add_post_link(std::vector<std::string>& links, std::string_view href);

// Whether `name` is one of an element's classes.
bool has_class(const Tree& tree, NodeIndex index, std::string_view name);

// The first element inside `root` with the class, or kNoNode.
NodeIndex find_class(const Tree& tree, NodeIndex root, std::string_view name);

}  // namespace dixit::parser
