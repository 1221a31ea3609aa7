#pragma once

#include <map>
#include <string>
#include <vector>

#include "parser/quote/draft.h"

namespace dixit::parser {

// Which drafts of a text have the same speaker: by entity, by resolved name, and where a later one
// is only described ("the spokesman"), by the noun of the last who was described so.
class Speakers {
 public:
  Speakers(const Analysis& analysis, const std::vector<Draft>& drafts);

  // What two drafts of one speaker have in common; "" where none is known.
  [[nodiscard]] const std::string& key(std::size_t draft) const { return keys_[draft]; }

 private:
  struct FullName {
    std::vector<std::string> words;
    std::string key;
  };
  std::string key_of(const Analysis& analysis, const Draft& draft);
  std::string key_of_name(const std::vector<std::string>& names, const std::string& key);

  std::vector<std::string> keys_;
  std::map<std::string, std::string, std::less<>> by_noun_;
  std::map<std::string, FullName, std::less<>> by_surname_;
};

// Whether a sentence speaks of the draft's speaker before a token: his name, or a pronoun.
bool speaks_of(const Analysis& analysis, const Draft& draft, const TokenRange& range);

}  // namespace dixit::parser
