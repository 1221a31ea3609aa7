#pragma once

#include <string>
#include <vector>

#include "parser/html/json_ld.h"
#include "parser/html/page_labels.h"
#include "parser/html/page_meta.h"
#include "parser/html/page_text.h"
#include "parser/html/site_name.h"
#include "parser/html/tree.h"

namespace dixit::parser {

class Knowledge;

// All that may state who wrote an article.
struct BylineInput {
  const Knowledge& knowledge;
  const PageLabels& labels;
  const Tree& tree;
  const PageText& text;
  const PageMeta& meta;
  const LinkedArticle* linked;
  const SiteNames& site;
  const ArticlePlace& place;
};

// Who wrote the article, as the page says: linked data, then meta elements, then what it prints.
// The outlet's own name is given only when nobody else is.
std::vector<std::string> read_authors(const BylineInput& input);

}  // namespace dixit::parser
