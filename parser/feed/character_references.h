#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dixit::parser {

// References of XML and HTML: "&#233;", "&#xE9;", "&eacute;".

enum class ReferenceKind { Numeric, Named };

// A reference as it stands in a text, not yet looked up.
struct Reference {
  ReferenceKind kind = ReferenceKind::Named;
  std::string_view body;   // between "&" and ";", without "#"
  char32_t value = 0;      // of a numeric one
  std::size_t length = 0;  // with "&" and ";"
};

// The reference at the front of `text`, which begins with "&"; nothing when what follows is none.
std::optional<Reference> reference_at(std::string_view text);

// C1 controls are never meant: authors' tools copied windows-1252 bytes into references and
// documents (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
char32_t without_c1_control(char32_t value);

// The text with every C1 control replaced so.
std::string without_c1_controls(std::string_view text);

// The characters of one of HTML's named references, "" for an unknown name.
std::string named_reference(std::string_view name);

}  // namespace dixit::parser
