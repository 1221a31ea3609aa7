#pragma once

#include <string_view>
#include <vector>

#include "parser/knowledge/entities.h"
#include "parser/knowledge/language.h"
#include "parser/text/tokens.h"

namespace dixit::parser {

// Cuts off what the language writes onto the front of the next word, such as the Arabic
// conjunctions and one-letter prepositions. Whether a first letter is one of them only words can
// tell, so a word that is known whole stays whole and the rest must be known, or have the article.
std::vector<Token> cut_proclitics(std::string_view text, const std::vector<Token>& tokens,
                                  const Language& language, const Entities& entities);

// The folded word without the article that the language writes onto its noun; empty when it has
// none or nothing would be left of a noun.
std::string_view without_article(std::string_view folded, const Language& language);

}  // namespace dixit::parser
