#include "parser/feed/xml_tree.h"

#include <algorithm>
#include <map>

#include "parser/feed/xml_text.h"
#include "parser/http/media_type.h"
#include "parser/text/ascii.h"
#include "parser/text/charset_prescan.h"
#include "parser/text/encoding_labels.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

constexpr std::string_view kXhtmlSvg = "http://www.w3.org/2000/svg";
constexpr std::string_view kMathMl = "http://www.w3.org/1998/Math/MathML";
constexpr std::string_view kXlink = "http://www.w3.org/1999/xlink";

// Feeds declare a dozen; more are an attack on the look-up.
constexpr std::size_t kBindingsMax = 256;

// Visits everything inside `root` in document order without recursion.
template <typename Enter, typename Leave>
void walk(const pugi::xml_node& root, Enter enter, Leave leave) {
  pugi::xml_node node = root.first_child();
  while (node && node != root) {
    enter(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    leave(node);
    while (!node.next_sibling()) {
      node = node.parent();
      if (node == root || !node) return;
      leave(node);
    }
    node = node.next_sibling();
  }
}

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_element(const pugi::xml_node& node) { return node.type() == pugi::node_element; }

bool is_xml_media_type(std::string_view content_type) {
  const auto media_type = parse_media_type(content_type);
  return content_type.empty() ||
         (media_type && media_type->subtype.find("xml") != std::string::npos);
}

std::string transport_label(std::string_view content_type) {
  std::string label = charset_of(content_type);
  // Quotation marks of the wrong kind are common enough.
  std::erase(label, '\'');
  return label;
}

// The name to report: a label of ISO's or ASCII's own stays, though it is read as windows-1252.
std::string charset_name(const DecodedText& decoded, std::string_view content_type,
                         std::string_view bytes) {
  const auto or_label = [&decoded](const std::string& label) {
    return decoded.charset == "windows-1252" ? ascii_lowercase(trim_ascii(label)) : decoded.charset;
  };
  if (decoded.evidence == CharsetEvidence::TransportLabel) {
    return or_label(transport_label(content_type));
  }
  const bool is_text_type = starts_with_ignoring_ascii_case(content_type, "text/");
  if (is_text_type && charset_of(content_type).empty() && is_ascii(bytes)) return "us-ascii";
  if (decoded.evidence == CharsetEvidence::XmlDeclaration) {
    return or_label(xml_declared_charset(bytes).value_or(decoded.charset));
  }
  return decoded.charset;
}

bool is_wrongly_encoded(const DecodedText& decoded, std::string_view bytes) {
  const auto declared = xml_declared_charset(bytes);
  if (declared && find_encoding(*declared) == nullptr) return true;
  if (decoded.charset == "utf-8") return !is_valid_utf8(bytes);
  return decoded.evidence == CharsetEvidence::Detected ||
         decoded.evidence == CharsetEvidence::Default;
}

bool uses_undeclared_prefix(const pugi::xml_document& document) {
  std::vector<NamespaceBinding> bindings{{"xml", "http://www.w3.org/XML/1998/namespace"}};
  std::vector<std::size_t> marks;
  bool undeclared = false;
  walk(
      document,
      [&](const pugi::xml_node& node) {
        marks.push_back(bindings.size());
        bind_namespaces(bindings, node);
        const std::string_view prefix = split_name(node.name()).prefix;
        undeclared = undeclared || (!prefix.empty() && !find_namespace(bindings, prefix));
      },
      [&](const pugi::xml_node&) {
        bindings.resize(marks.back());
        marks.pop_back();
      });
  return undeclared;
}

bool load(pugi::xml_document& document, const std::string& text) {
  constexpr unsigned kFlags = pugi::parse_default | pugi::parse_ws_pcdata;
  return static_cast<bool>(
      document.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8));
}

class MarkupWriter {
 public:
  explicit MarkupWriter(std::vector<NamespaceBinding> bindings) : bindings_(std::move(bindings)) {}

  void enter(const pugi::xml_node& node) {
    marks_.push_back(bindings_.size());
    if (is_text(node)) out_ += escape_xml_text(node.value());
    if (!is_element(node)) return;
    bind_namespaces(bindings_, node);
    out_ += '<';
    out_ += split_name(node.name()).local;
    for (const auto& [name, value] : attributes(node)) {
      out_ += ' ' + name + "=\"" + escape_xml_attribute(value) + '"';
    }
    out_ += '>';
  }

  void leave(const pugi::xml_node& node) {
    bindings_.resize(marks_.back());
    marks_.pop_back();
    if (!is_element(node)) return;
    out_ += "</";
    out_ += split_name(node.name()).local;
    out_ += '>';
  }

  std::string take() { return std::move(out_); }

 private:
  std::map<std::string, std::string> attributes(const pugi::xml_node& node) const {
    std::map<std::string, std::string> out;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const auto [prefix, local] = split_name(attribute.name());
      if (prefix == "xmlns" || local == "xmlns") continue;
      out.emplace(attribute.name(), attribute.value());
      const std::string* uri = prefix.empty() ? nullptr : find_namespace(bindings_, prefix);
      if (uri != nullptr && *uri == kXlink) out.emplace("xmlns:xlink", kXlink);
    }
    const auto [prefix, local] = split_name(node.name());
    const std::string* uri = find_namespace(bindings_, prefix);
    const bool is_root = local == "svg" || local == "math";
    if (is_root && uri != nullptr && (*uri == kXhtmlSvg || *uri == kMathMl)) {
      out.emplace("xmlns", *uri);
    }
    return out;
  }

  std::vector<NamespaceBinding> bindings_;
  std::vector<std::size_t> marks_;
  std::string out_;
};

}  // namespace

XmlTree read_xml(std::string_view bytes, std::string_view content_type) {
  XmlTree tree;
  const DecodedText decoded = decode_text(bytes, transport_label(content_type), Markup::Xml);
  tree.charset = charset_name(decoded, content_type, bytes);
  tree.flawed = is_wrongly_encoded(decoded, bytes) || !is_xml_media_type(content_type);
  PreparedXml prepared = prepare_xml(trim_ascii(decoded.text));
  tree.doctype = std::move(prepared.doctype);
  tree.flawed = tree.flawed || prepared.unknown_reference;
  if (!load(tree.document, prepared.text)) {
    tree.flawed = true;
    load(tree.document, repair_xml(prepared.text));
  }
  tree.flawed = tree.flawed || uses_undeclared_prefix(tree.document);
  return tree;
}

void bind_namespaces(std::vector<NamespaceBinding>& bindings, const pugi::xml_node& element) {
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    const auto [prefix, local] = split_name(attribute.name());
    if (bindings.size() >= kBindingsMax) return;
    if (prefix == "xmlns") bindings.push_back({std::string(local), attribute.value()});
    if (prefix.empty() && local == "xmlns") bindings.push_back({"", attribute.value()});
  }
}

const std::string* find_namespace(const std::vector<NamespaceBinding>& bindings,
                                  std::string_view prefix) {
  const auto found =
      std::find_if(bindings.rbegin(), bindings.rend(),
                   [prefix](const NamespaceBinding& binding) { return binding.prefix == prefix; });
  return found == bindings.rend() ? nullptr : &found->uri;
}

QualifiedName split_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {"", name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

std::string_view attribute_value(const pugi::xml_node& element, std::string_view name) {
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    if (equals_ignoring_ascii_case(attribute.name(), name)) return attribute.value();
  }
  return "";
}

std::string text_inside(const pugi::xml_node& element) {
  std::string out;
  walk(
      element,
      [&out](const pugi::xml_node& node) {
        if (is_text(node)) out += node.value();
      },
      [](const pugi::xml_node&) {});
  return out;
}

bool has_child_elements(const pugi::xml_node& element) {
  return std::any_of(element.begin(), element.end(), is_element);
}

std::string markup_inside(const pugi::xml_node& element,
                          const std::vector<NamespaceBinding>& bindings) {
  MarkupWriter writer(bindings);
  walk(
      element, [&writer](const pugi::xml_node& node) { writer.enter(node); },
      [&writer](const pugi::xml_node& node) { writer.leave(node); });
  return writer.take();
}

}  // namespace dixit::parser
