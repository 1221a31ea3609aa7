#pragma once

#include <set>
#include <string>
#include <string_view>

#include "parser/quote/draft.h"

namespace dixit::parser {

// The words by which a name or description is known again: folded, without articles, prepositions
// and the like. "the Salt Brigade" and "a brigade's" share "brigade".
std::set<std::string> name_words(const Language& language, std::string_view text);

// The words of a draft's source: its mention and its fullest name.
std::set<std::string> source_words(const Analysis& analysis, const Draft& draft);

bool share_word(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace dixit::parser
