#pragma once

#include <string>
#include <vector>

#include "parser/html/json_ld.h"
#include "parser/html/page_meta.h"
#include "parser/html/tree.h"

namespace dixit::parser {

class Knowledge;

// Who wrote the article, as the page says: linked data, then meta elements, then rel=author,
// microdata and bylines in the text.
std::vector<std::string> read_authors(const Knowledge& knowledge, const Tree& tree,
                                      const PageMeta& meta, const LinkedArticle* linked);

}  // namespace dixit::parser
