#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dixit::parser {

// Markup cut into tags, comments and text by the states of the HTML standard's tokenizer
// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), without building anything.
// Positions are byte offsets. The tokenizer's state after a start tag depends on the tree, so that
// the caller says when text that is not markup follows (raw_text_end, script_end).

enum class MarkupKind { Text, StartTag, EndTag, Comment, Declaration, End };

struct MarkupToken {
  MarkupKind kind = MarkupKind::End;
  std::size_t begin = 0;
  std::size_t end = 0;    // one past the token's last byte
  std::string_view name;  // of a tag, as written
  bool self_closing = false;
  bool complete = true;  // false: the input ends inside the token
};

struct TagAttribute {
  std::string_view name;   // as written
  std::string_view value;  // as written, entities not decoded
};

// Reads the attributes of one tag in order (clauses 13.2.5.32 to 13.2.5.40).
class TagReader {
 public:
  // `offset` is just after the tag's name.
  TagReader(std::string_view html, std::size_t offset) : html_(html), offset_(offset) {}

  // The next attribute, or nothing at the end of the tag.
  std::optional<TagAttribute> next();

  // After next() returned nothing: one past the ">", or the input's size when it is missing.
  [[nodiscard]] std::size_t end() const { return offset_; }
  [[nodiscard]] bool self_closing() const { return self_closing_; }
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  std::string_view read_value();

  std::string_view html_;
  std::size_t offset_;
  bool self_closing_ = false;
  bool complete_ = false;
};

// The value of the attribute `name` (lower case) of the tag token, or nothing.
std::optional<std::string_view> attribute_of(std::string_view html, const MarkupToken& tag,
                                             std::string_view name);

// The token that starts at `offset` in the data state.
MarkupToken markup_at(std::string_view html, std::size_t offset);

// Where the end tag `</name` of RCDATA or RAWTEXT that starts at `offset` begins; html.size() when
// there is none.
std::size_t raw_text_end(std::string_view html, std::size_t offset, std::string_view name);

// The same for script data with its escaped and double escaped states.
std::size_t script_end(std::string_view html, std::size_t offset);

}  // namespace dixit::parser
