#include "parser/html/drop_rules.h"

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

std::string_view rule_of_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
      return "tag.program";
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
      return "tag.media";
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER:
      return "tag.control";
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
      return "tag.navigation";
    default:
      return {};
  }
}

// Without its spaces and in lower case, as declarations compare.
std::string squeezed(std::string_view style) {
  std::string out;
  for (const char c : style) {
    if (!is_ascii_space(c)) out += ascii_lower(c);
  }
  return out;
}

bool is_hidden(const Tree& tree, NodeIndex index) {
  if (tree.has_attribute(index, "hidden")) return true;
  const std::string_view style = tree.attribute(index, "style");
  if (style.empty()) return false;
  const std::string declarations = squeezed(style);
  return declarations.find("display:none") != std::string::npos ||
         declarations.find("visibility:hidden") != std::string::npos;
}

bool is_role_of_machinery(std::string_view role) {
  for (const std::string_view name :
       {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog",
        "toolbar", "tablist", "button", "alert"}) {
    if (equals_ignoring_ascii_case(role, name)) return true;
  }
  return false;
}

}  // namespace

std::vector<MarkupRoles> roles_of_nodes(const Tree& tree) {
  std::vector<MarkupRoles> roles(tree.size());
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].element == nullptr || tree[i].element->attributes.length == 0) continue;
    roles[i] = roles_of_names(tree.attribute(i, "class"), tree.attribute(i, "id"));
  }
  return roles;
}

DropMarks mark_machinery(const Tree& tree) {
  DropMarks marks(tree.size());
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text()) continue;
    marks[i] = rule_of_tag(tree[i].tag);
    if (!marks[i].empty() || tree[i].element->attributes.length == 0) continue;
    if (is_role_of_machinery(tree.attribute(i, "role"))) {
      marks[i] = "role.machinery";
    } else if (tree[i].tag != GUMBO_TAG_BODY && tree[i].tag != GUMBO_TAG_HTML &&
               is_hidden(tree, i)) {
      marks[i] = "attribute.hidden";
    }
  }
  return marks;
}

}  // namespace dixit::parser
