#include "parser/html/tree.h"

#include <cstring>
#include <utility>

#include "parser/html/white_space.h"

namespace dixit::parser {
namespace {

void* allocate_from_arena(void* arena, std::size_t bytes) {
  return static_cast<Arena*>(arena)->allocate(bytes);
}

void release_to_arena(void* arena, void* block) { static_cast<Arena*>(arena)->release(block); }

// The one frame that a spent budget jumps back to; it must hold nothing with a destructor.
const GumboOutput* parse_within(Arena& arena, const char* html, std::size_t length) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate_from_arena;
  options.deallocator = release_to_arena;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.escape()) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html, length);
}

const GumboVector& children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return node.v.document.children;
  return node.v.element.children;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

const GumboAttribute* find_attribute(const Node& node, std::string_view name) {
  if (node.element == nullptr || name.empty()) return nullptr;
  const GumboVector& attributes = node.element->attributes;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
    // Most attributes are not the one asked for, and differ in their first letters.
    if (attribute->name[0] != name[0]) continue;
    if (std::strncmp(attribute->name, name.data(), name.size()) == 0 &&
        attribute->name[name.size()] == '\0') {
      return attribute;
    }
  }
  return nullptr;
}

}  // namespace

tl::expected<Tree, TreeError> Tree::parse(std::string html, TreeBudget budget) {
  Tree tree;
  tree.html_ = std::make_unique<const std::string>(std::move(html));
  tree.arena_ = std::make_unique<Arena>(budget);
  const GumboOutput* output = parse_within(*tree.arena_, tree.html_->data(), tree.html_->size());
  if (output == nullptr) return tl::unexpected(TreeError::BudgetSpent);
  tree.flatten(output->document);
  return tree;
}

void Tree::flatten(const GumboNode* document) {
  struct Frame {
    const GumboVector* children;
    unsigned next;
    NodeIndex index;
  };
  std::vector<Frame> open{{&children_of(*document), 0, kNoNode}};
  while (!open.empty()) {
    Frame& frame = open.back();
    if (frame.next == frame.children->length) {
      if (frame.index != kNoNode) nodes_[frame.index].end = size();
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(frame.children->data[frame.next++]);
    const NodeIndex parent = frame.index;
    const NodeIndex index = size();
    if (is_element(*child)) {
      nodes_.push_back({child->v.element.tag, parent, index + 1, {}, &child->v.element});
      open.push_back({&children_of(*child), 0, index});
    } else if (is_text(*child)) {
      nodes_.push_back({GUMBO_TAG_LAST, parent, index + 1, child->v.text.text, nullptr});
    }
  }
}

std::string_view Tree::attribute(NodeIndex index, std::string_view name) const {
  const GumboAttribute* found = find_attribute(nodes_[index], name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool Tree::has_attribute(NodeIndex index, std::string_view name) const {
  return find_attribute(nodes_[index], name) != nullptr;
}

NodeIndex Tree::find(GumboTag tag, NodeIndex root) const {
  if (root >= size()) return kNoNode;
  for (NodeIndex i = root; i < nodes_[root].end; ++i) {
    if (nodes_[i].tag == tag) return i;
  }
  return kNoNode;
}

std::string Tree::raw_text(NodeIndex root) const {
  std::string out;
  for (NodeIndex i = root; i < nodes_[root].end; ++i) out += nodes_[i].text;
  return out;
}

std::string Tree::text(NodeIndex root, std::size_t bytes_wanted) const {
  std::string out;
  for (NodeIndex i = root; i < nodes_[root].end && out.size() < bytes_wanted;) {
    const Node& node = nodes_[i];
    if (node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE) {
      i = node.end;
      continue;
    }
    append_collapsed(out, node.tag == GUMBO_TAG_BR ? std::string_view(" ") : node.text);
    ++i;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string text_of_markup(std::string_view markup) {
  if (markup.find_first_of("&<") == std::string_view::npos) return collapse_white_space(markup);
  const auto tree = Tree::parse(std::string(markup), kFragmentBudget);
  return tree ? tree->text(0) : collapse_white_space(markup);
}

}  // namespace dixit::parser
