#pragma once

#include "parser/html/author_names.h"
#include "parser/html/page_labels.h"
#include "parser/html/page_text.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// Adds the authors that the page prints: links to an author's page, elements named for authors, and
// lines with a byline's label near the title, the surest kind that names anybody.
void find_printed_authors(const PageLabels& labels, const Tree& tree, const PageText& text,
                          const ArticlePlace& place, AuthorNames& names);

}  // namespace dixit::parser
