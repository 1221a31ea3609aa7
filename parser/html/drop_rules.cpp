#include "parser/html/drop_rules.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "parser/html/block_weights.h"
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

// Whether the class list hides the element on every screen, in the words of the usual frameworks. A
// word with a colon or a screen size shows it again on some.
bool is_hidden_by_class(std::string_view classes) {
  bool hidden = false;
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    const std::string_view word = classes.substr(0, end);
    for (const std::string_view name : {"hidden", "hide", "d-none", "is-hidden", "u-hidden"}) {
      hidden |= equals_ignoring_ascii_case(word, name);
    }
    for (const std::string_view shown :
         {":block", ":flex", ":inline", ":grid", "-block", "-flex"}) {
      if (word.ends_with(shown)) return false;
    }
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return hidden;
}

bool is_hidden(const Tree& tree, NodeIndex index) {
  if (tree.has_attribute(index, "hidden")) return true;
  if (is_hidden_by_class(tree.attribute(index, "class"))) return true;
  const std::string_view style = tree.attribute(index, "style");
  if (style.empty()) return false;
  const std::string declarations = squeezed(style);
  // The last two leave words to screen readers alone.
  return declarations.find("display:none") != std::string::npos ||
         declarations.find("visibility:hidden") != std::string::npos ||
         declarations.find("clip:rect(0") != std::string::npos ||
         declarations.find("clip-path:inset(50%") != std::string::npos;
}

bool is_role_of_machinery(std::string_view role) {
  for (const std::string_view name : {"navigation", "contentinfo", "search", "menu", "menubar",
                                      "dialog", "alertdialog", "toolbar", "button", "alert"}) {
    if (equals_ignoring_ascii_case(role, name)) return true;
  }
  return false;
}

// A paragraph with so much text holds sentences.
constexpr double kParagraphMassMin = 40;

// A name is believed unless this share of the page's prose stands in the element.
struct NameRule {
  std::string_view rule;
  double share_max = 0;
  bool body_inside_refutes = false;  // an article's body in it proves the name wrong
  bool counts_alone = false;         // not together with the others of its name
  bool needs_link = false;           // without one it leads nowhere, whatever its name
};

NameRule rule_of_roles(const MarkupRoles& roles) {
  if (roles.has(MarkupRole::Comment)) return {"name.comment", 0.7, false, true};
  if (roles.has(MarkupRole::Consent)) return {"name.consent", 0.35, true};
  if (roles.has(MarkupRole::Related)) return {"name.related", 0.5, false, true, true};
  if (roles.has(MarkupRole::Hidden)) return {"name.hidden", 0.35, true};
  if (roles.has(MarkupRole::Share)) return {"name.share", 0.35, true};
  if (roles.has(MarkupRole::Promotion)) return {"name.promotion", 0.35, true};
  if (roles.has(MarkupRole::Advert)) return {"name.advert", 0.35, true};
  if (roles.has(MarkupRole::Byline)) return {"name.byline", 0.35, true};
  if (roles.has(MarkupRole::Navigation)) return {"name.navigation", 0.35, true};
  if (roles.has(MarkupRole::Caption)) return {"name.caption", 0.35, true};
  if (roles.has(MarkupRole::Player)) return {"name.player", 0.35, true};
  if (roles.has(MarkupRole::Credit)) return {"name.credit", 0.35, true};
  return {};
}

NameRule rule_of_named_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ASIDE:
      return {"tag.aside", 0.35, true};
    case GUMBO_TAG_FOOTER:
      return {"tag.footer", 0.35, true};
    case GUMBO_TAG_FORM:
      return {"tag.form", 0.35, true};
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
      return {"tag.figure", 0.35, true};
    case GUMBO_TAG_ADDRESS:
      return {"tag.address", 0.35, true};
    default:
      return {};
  }
}

bool is_inside_link(const Tree& tree, NodeIndex index) {
  for (NodeIndex up = index; up != kNoNode; up = tree[up].parent) {
    if (tree[up].tag == GUMBO_TAG_A) return true;
  }
  return false;
}

NameRule rule_of_element(const Tree& tree, NodeIndex index, const MarkupRoles& roles) {
  if (is_hidden(tree, index)) return {"attribute.hidden", 0.35, false, false};
  if (equals_ignoring_ascii_case(tree.attribute(index, "role"), "banner")) {
    return {"role.banner", 0.35, true};
  }
  NameRule rule = roles.has(MarkupRole::Body) ? NameRule{} : rule_of_roles(roles);
  if (rule.rule.empty()) rule = rule_of_named_tag(tree[index].tag);
  return rule;
}

// Whether the element is a phrase of a longer paragraph: leaving it out would tear the sentence.
bool is_phrase(const Tree& tree, NodeIndex index, const std::vector<double>& mass) {
  if (is_block_level(tree[index].tag)) return false;
  NodeIndex paragraph = tree[index].parent;
  while (paragraph != kNoNode && !is_block_level(tree[paragraph].tag)) {
    paragraph = tree[paragraph].parent;
  }
  if (paragraph == kNoNode || tree[paragraph].tag != GUMBO_TAG_P) return false;
  return mass[paragraph] >= kParagraphMassMin;
}

}  // namespace

void mark_by_name(const Tree& tree, const std::vector<MarkupRoles>& roles,
                  const std::vector<TextBlock>& blocks, NodeIndex title, DropMarks& marks) {
  const std::vector<double> inside = prose_by_node(tree, blocks);
  const std::vector<double> mass = mass_by_node(tree, blocks);
  std::vector<double> body_inside(tree.size());
  for (NodeIndex i = tree.size(); i-- > 1;) {
    if (roles[i].has(MarkupRole::Body)) body_inside[i] = inside[i];
    const NodeIndex parent = tree[i].parent;
    if (parent != kNoNode) body_inside[parent] = std::max(body_inside[parent], body_inside[i]);
  }
  // Prose under one rule in elements with the same names: what a hundred elements hold together may
  // well be the article.
  std::map<std::pair<std::string_view, std::string_view>, double> together;
  std::vector<NameRule> rules(tree.size());
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    if (tree[i].is_text() || !marks[i].empty() || tree[i].tag == GUMBO_TAG_BODY) continue;
    rules[i] = rule_of_element(tree, i, roles[i]);
    if (!rules[i].rule.empty()) {
      together[{rules[i].rule, tree.attribute(i, "class")}] += inside[i];
    }
  }
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    const NameRule& rule = rules[i];
    if (rule.rule.empty()) continue;
    const double held =
        rule.counts_alone ? inside[i] : together[{rule.rule, tree.attribute(i, "class")}];
    if (held > rule.share_max * inside[0]) continue;
    const bool holds_title = title != kNoNode && i <= title && title < tree[i].end;
    if (holds_title && rule.rule == "name.navigation") continue;
    if (rule.body_inside_refutes && is_phrase(tree, i, mass)) continue;
    if (rule.body_inside_refutes && body_inside[i] > 0) continue;
    if (rule.needs_link && tree.find(GUMBO_TAG_A, i) == kNoNode && !is_inside_link(tree, i))
      continue;
    marks[i] = rule.rule;
  }
}

std::vector<MarkupRoles> roles_of_nodes(const Tree& tree) {
  std::vector<MarkupRoles> roles(tree.size());
  // A page's elements share few classes.
  std::unordered_map<std::string_view, MarkupRoles> of_class;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].element == nullptr || tree[i].element->attributes.length == 0) continue;
    const std::string_view names = tree.attribute(i, "class");
    if (!names.empty()) {
      const auto [known, is_new] = of_class.try_emplace(names);
      if (is_new) known->second = roles_of_names(names, {});
      roles[i] = known->second;
    }
    const std::string_view id = tree.attribute(i, "id");
    if (!id.empty()) roles[i].add(roles_of_names({}, id));
  }
  return roles;
}

DropMarks mark_machinery(const Tree& tree) {
  DropMarks marks(tree.size());
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text()) continue;
    marks[i] = rule_of_tag(tree[i].tag);
    if (marks[i].empty() && is_role_of_machinery(tree.attribute(i, "role"))) {
      marks[i] = "role.machinery";
    }
  }
  return marks;
}

}  // namespace dixit::parser
