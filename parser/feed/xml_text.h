#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// XML made fit for a strict parser: what feeds and sitemaps get wrong, put right before it reads.

// A document whose references are all XML's own, and what the work brought to light.
struct PreparedXml {
  std::string text;
  std::string doctype;             // the document type declaration, cut out of the text
  bool unknown_reference = false;  // a stray "&" or a name that nothing declares
};

// Cuts out the document type declaration, expands the entities it declares (one level, a megabyte
// at most, so that no "billion laughs" are had) and HTML's, escapes every "&" that begins no
// reference, reads references to C1 controls as windows-1252, and puts U+FFFD for NUL and for
// references to what is no character (XML 1.0, production 2). Linear.
PreparedXml prepare_xml(std::string_view text);

// Makes a document well-formed that is not: bare "<" escaped, attribute values quoted, end tags
// without start dropped, elements left open closed, CDATA sections and comments ended. Text and
// order stay. Linear.
std::string repair_xml(std::string_view text);

// "&", "<" and ">" (and in attribute values quotation marks) as references.
std::string escape_xml_text(std::string_view text);
std::string escape_xml_attribute(std::string_view value);

}  // namespace dixit::parser
