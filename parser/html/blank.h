#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// A script element's text, with what tells data from programs.
struct ScriptText {
  std::string_view type;  // as written, "" when absent
  std::string_view id;
  std::string_view text;
};

// A page whose programs, styles, drawings and comments are emptied before a tree is built of it.
struct BlankedPage {
  std::string html;
  std::vector<ScriptText> scripts;  // in document order; views into the page blanked
  bool cut = false;                 // something was longer than the limits below
};

// No text between two tags of an honest page is longer (a novel in one element is shorter), and no
// tag has more attributes in so many bytes; what is beyond is left out.
inline constexpr std::size_t kTextRunBytesMax = 1u << 20;
inline constexpr std::size_t kWideTagBytes = 64u << 10;
inline constexpr std::size_t kTagAttributesMax = 1000;

// Empties every script, style, svg and comment of `html`, which is most of the bytes of most pages
// and all of it cost for nothing in the tree builder; cuts what is beyond the limits. The tree
// outside those elements stays exactly what it would be: where the rules of the HTML standard would
// need the tree to tell how the tokenizer goes on (framesets, MathML, HTML inside drawings), the
// rest of the page is kept as it is.
BlankedPage blank_page(std::string_view html);

// The page's meta, link, base and title elements and its first headings alone, for pages whose
// whole tree costs too much.
std::string summary_of(std::string_view html);

}  // namespace dixit::parser
