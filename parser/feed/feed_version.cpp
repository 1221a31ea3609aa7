#include "parser/feed/feed_version.h"

#include <array>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

std::string rss_version(const pugi::xml_node& root, const std::string& doctype) {
  struct Version {
    std::string_view attribute;
    std::string_view name;
  };
  constexpr std::array<Version, 4> kVersions{
      {{"0.91", "rss091u"}, {"0.92", "rss092"}, {"0.93", "rss093"}, {"0.94", "rss094"}}};
  const std::string_view version = attribute_value(root, "version");
  if (version == "0.91" && doctype.find("Netscape") != std::string::npos) return "rss091n";
  for (const Version& known : kVersions) {
    if (known.attribute == version) return std::string(known.name);
  }
  return version.starts_with("2.") ? "rss20" : "rss";
}

bool binds(const pugi::xml_node& root, std::string_view uri) {
  std::vector<NamespaceBinding> bindings;
  bind_namespaces(bindings, root);
  for (const NamespaceBinding& binding : bindings) {
    if (equals_ignoring_ascii_case(binding.uri, uri)) return true;
  }
  return false;
}

std::string atom_version(const pugi::xml_node& root) {
  if (binds(root, "http://www.w3.org/2005/Atom")) return "atom10";
  const bool is_03 =
      attribute_value(root, "version") == "0.3" || binds(root, "http://purl.org/atom/ns#");
  return is_03 ? "atom03" : "atom";
}

std::string version_of_root(const pugi::xml_node& root, const std::string& doctype) {
  const std::string name = ascii_lowercase(split_name(root.name()).local);
  if (name == "rss") return rss_version(root, doctype);
  if (name == "feed") return atom_version(root);
  if (name == "channel") return "cdf";
  if (name == "rdf") {
    return binds(root, "http://my.netscape.com/rdf/simple/0.9/") ? "rss090" : "rss10";
  }
  return "";
}

}  // namespace

std::string feed_version(const XmlTree& tree) {
  for (const pugi::xml_node& child : tree.document) {
    if (child.type() != pugi::node_element) continue;
    const std::string version = version_of_root(child, tree.doctype);
    if (!version.empty()) return version;
  }
  return "";
}

}  // namespace dixit::parser
