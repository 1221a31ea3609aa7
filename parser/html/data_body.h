#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "parser/html/article.h"
#include "parser/html/blank.h"

namespace dixit::parser {

// The article's text from the page's data, for pages whose tree is filled in by a program.

// The blocks of a text that may be plain, with a paragraph a line, or markup.
std::vector<ArticleBlock> blocks_of_text(std::string_view text);

// The longest text of paragraphs among the strings that programs and state data of the page hold;
// empty when none is long enough to be an article.
std::vector<ArticleBlock> blocks_of_scripts(std::span<const ScriptText> scripts);

}  // namespace dixit::parser
