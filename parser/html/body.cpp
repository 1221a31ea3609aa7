#include "parser/html/body.h"

#include <algorithm>

#include "parser/html/drop_rules.h"
#include "parser/html/text_blocks.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

constexpr std::size_t kExcerptBytesMax = 120;

std::string excerpt_of(const Tree& tree, NodeIndex index) {
  const std::string text = tree.text(index);
  return std::string(truncate_utf8(text, kExcerptBytesMax));
}

// Names that say an element holds something else than the article.
std::string_view rule_of_roles(const MarkupRoles& roles) {
  if (roles.has(MarkupRole::Comment)) return "name.comment";
  if (roles.has(MarkupRole::Consent)) return "name.consent";
  if (roles.has(MarkupRole::Hidden)) return "name.hidden";
  if (roles.has(MarkupRole::Related)) return "name.related";
  if (roles.has(MarkupRole::Share)) return "name.share";
  if (roles.has(MarkupRole::Promotion)) return "name.promotion";
  if (roles.has(MarkupRole::Advert)) return "name.advert";
  if (roles.has(MarkupRole::Navigation)) return "name.navigation";
  if (roles.has(MarkupRole::Byline)) return "name.byline";
  if (roles.has(MarkupRole::Caption)) return "name.caption";
  if (roles.has(MarkupRole::Player)) return "name.player";
  if (roles.has(MarkupRole::Credit)) return "name.credit";
  return {};
}

std::string_view rule_of_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ASIDE:
      return "tag.aside";
    case GUMBO_TAG_FOOTER:
      return "tag.footer";
    case GUMBO_TAG_FORM:
      return "tag.form";
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
      return "tag.figure";
    case GUMBO_TAG_ADDRESS:
      return "tag.address";
    default:
      return {};
  }
}

bool is_link_dense(const TextBlock& block) { return block.link_letters * 2 > block.letters; }

// How much a block speaks for (above 0) or against being article text.
double weight_of(const TextBlock& block) {
  const double letters = block.letters;
  if (is_link_dense(block)) return -letters;
  if (block.kind == model::BlockKind::Heading) return 0;
  const bool sentence = block.sentence_ends > 0 && block.letters >= 40;
  if (!sentence) return block.letters >= 80 ? letters * 0.3 : -letters * 0.5;
  return letters - 2.0 * block.link_letters;
}

// The weights of all blocks inside each element.
std::vector<double> weights_of_nodes(const Tree& tree, const std::vector<TextBlock>& blocks,
                                     double penalty) {
  std::vector<double> weights(tree.size());
  for (const TextBlock& block : blocks) {
    const double weight = weight_of(block);
    weights[block.owner] += weight > 0 ? weight : weight * penalty;
  }
  for (NodeIndex i = tree.size(); i-- > 1;) {
    if (tree[i].parent != kNoNode) weights[tree[i].parent] += weights[i];
  }
  return weights;
}

// Names often lie about what holds most of a page's text ("has-sidebar"), so such elements stay.
constexpr double kNamedShareMax = 0.45;

}  // namespace

Body read_body(const Knowledge&, const Tree& tree, std::string_view title) {
  Body body;
  DropMarks marks = mark_machinery(tree);
  const std::vector<MarkupRoles> roles = roles_of_nodes(tree);
  const std::vector<double> all = weights_of_nodes(tree, collect_text_blocks(tree, marks), 0);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text() || !marks[i].empty()) continue;
    std::string_view rule = rule_of_tag(tree[i].tag);
    if (rule.empty() && !roles[i].has(MarkupRole::Body)) rule = rule_of_roles(roles[i]);
    if (!rule.empty() && all[i] <= kNamedShareMax * all[0]) marks[i] = rule;
  }
  const std::vector<TextBlock> blocks = collect_text_blocks(tree, marks);
  const std::vector<double> weights = weights_of_nodes(tree, blocks, 1);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text()) continue;
    if (body.container == kNoNode || weights[i] > 1.001 * weights[body.container] ||
        (weights[i] >= weights[body.container] && tree[i].parent == body.container)) {
      body.container = i;
    }
  }
  if (body.container == kNoNode) return body;
  const NodeIndex end = tree[body.container].end;
  for (const TextBlock& block : blocks) {
    if (block.first < body.container || block.first >= end) continue;
    if (is_link_dense(block) || block.text == title) {
      body.dropped.push_back(
          {"block.links", std::string(truncate_utf8(block.text, kExcerptBytesMax))});
      continue;
    }
    body.blocks.push_back({block.kind, block.text, {}, {}});
  }
  for (NodeIndex i = body.container; i < end; ++i) {
    if (marks[i].empty()) continue;
    const std::string excerpt = excerpt_of(tree, i);
    if (!excerpt.empty()) body.dropped.push_back({std::string(marks[i]), excerpt});
    i = tree[i].end - 1;
  }
  return body;
}

}  // namespace dixit::parser
