#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "parser/knowledge/tag.h"

namespace dixit::parser {

class Knowledge;

// The short texts with which pages label their parts, in all languages known: "Read also",
// "Comments (3)", "Advertisement".
//
// Lives no longer than the knowledge it is made from.
class PageLabels {
 public:
  explicit PageLabels(const Knowledge& knowledge);

  // What `text` labels when all of it is one known label, marks and numbers around it aside.
  [[nodiscard]] std::optional<Tag> whole(std::string_view text) const;

  // What it labels when it begins with a known label, followed by anything.
  [[nodiscard]] std::optional<Tag> beginning(std::string_view text) const;

  // How many words the longest label under `tag` at the beginning of `text` has, 0 for none.
  [[nodiscard]] std::size_t beginning_words(std::string_view text, Tag tag) const;

  // The length in bytes of the label under `tag` at the beginning of `text`, marks and white space
  // after it included; 0 when there is none.
  [[nodiscard]] std::size_t prefix_length(std::string_view text, Tag tag) const;

 private:
  // The longest label at the beginning and its number of words.
  [[nodiscard]] std::pair<std::optional<Tag>, std::size_t> longest_at_beginning(
      std::string_view text) const;

  std::unordered_map<std::string_view, Tag> labels_;
};

}  // namespace dixit::parser
