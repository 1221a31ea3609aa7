#include "parser/feed/opml.h"

#include "parser/feed/xml_tree.h"
#include "parser/html/white_space.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

std::string value_of(const pugi::xml_node& outline, std::string_view name) {
  return collapse_white_space(attribute_value(outline, name));
}

OpmlSubscription read_outline(const pugi::xml_node& outline) {
  OpmlSubscription subscription;
  subscription.feed_url = value_of(outline, "xmlurl");
  subscription.site_url = value_of(outline, "htmlurl");
  subscription.language = value_of(outline, "language");
  subscription.title = value_of(outline, "title");
  if (subscription.title.empty()) subscription.title = value_of(outline, "text");
  return subscription;
}

// The node after `node` in document order, "" at the end; never recurses on the depth of a list.
pugi::xml_node next_in_order(pugi::xml_node node, const pugi::xml_node& root) {
  if (node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

}  // namespace

std::vector<OpmlSubscription> parse_opml(std::string_view bytes) {
  const XmlTree tree = read_xml(bytes, "");
  const pugi::xml_node root = tree.document.document_element();
  std::vector<OpmlSubscription> subscriptions;
  if (!equals_ignoring_ascii_case(root.name(), "opml")) return subscriptions;
  for (pugi::xml_node node = root; node && subscriptions.size() < kOpmlSubscriptionsMax;
       node = next_in_order(node, root)) {
    if (!equals_ignoring_ascii_case(node.name(), "outline")) continue;
    OpmlSubscription subscription = read_outline(node);
    if (!subscription.feed_url.empty()) subscriptions.push_back(std::move(subscription));
  }
  return subscriptions;
}

}  // namespace dixit::parser
