#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quotation.h"

namespace dixit::storage {

// How people's and organisations' names are looked for: whole words in order, case and diacritics
// folded, or an entity's id. "dorsey" finds "Jack Dorsey", "is" does not find "Christine".
class NameQuery {
 public:
  explicit NameQuery(std::string_view text);

  [[nodiscard]] bool is_empty() const { return text_.empty(); }
  [[nodiscard]] bool matches_name(std::string_view name) const;
  [[nodiscard]] bool matches_entity(std::string_view entity) const;
  // The word to look up in an index: the longest, as the rarest; "" when the query has no word.
  [[nodiscard]] std::string rarest_word() const;

 private:
  std::string text_;  // folded
  std::vector<std::string> words_;
};

bool matches(const NameQuery& query, const model::Source& source);
bool matches(const NameQuery& query, const model::Target& target);
bool matches(const NameQuery& query, const model::Hop& hop);

// "lemonde.fr" of "https://user@lemonde.fr:443/a".
std::string_view host_of(std::string_view url);

}  // namespace dixit::storage
