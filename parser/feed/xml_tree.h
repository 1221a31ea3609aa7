#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parser/text/charset.h"

namespace dixit::parser {

// A feed's or sitemap's XML, read by pugixml after the repairs it needs. Internal to this room: no
// other header includes it.

struct XmlTree {
  pugi::xml_document document;
  std::string doctype;
  std::string charset;  // as declared, or found
  // Not well-formed, wrongly encoded, or encoded otherwise than it declares.
  bool flawed = false;
};

// Never fails: what cannot be read gives an empty document.
XmlTree read_xml(std::string_view bytes, std::string_view content_type);

// A prefix in scope and the namespace it stands for; "" is the default namespace's.
struct NamespaceBinding {
  std::string prefix;
  std::string uri;
};

// Adds the xmlns attributes of `element`.
void bind_namespaces(std::vector<NamespaceBinding>& bindings, const pugi::xml_node& element);

// The namespace of a prefix, innermost first, or null.
const std::string* find_namespace(const std::vector<NamespaceBinding>& bindings,
                                  std::string_view prefix);

// "prefix" and "local" of "prefix:local"; the prefix is "" where there is none.
struct QualifiedName {
  std::string_view prefix;
  std::string_view local;
};
QualifiedName split_name(std::string_view name);

// An attribute's value by lower-case name, "" when it is absent: feeds write isPermalink, too.
std::string_view attribute_value(const pugi::xml_node& element, std::string_view name);

// All text inside `element`, CDATA sections included.
std::string text_inside(const pugi::xml_node& element);

bool has_child_elements(const pugi::xml_node& element);

// The markup inside `element` as XML: prefixes cut, namespace declarations left out (but for those
// of SVG, MathML and XLink, without which the pieces mean nothing), attributes by name.
std::string markup_inside(const pugi::xml_node& element,
                          const std::vector<NamespaceBinding>& bindings);

}  // namespace dixit::parser
