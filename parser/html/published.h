#pragma once

#include <optional>
#include <string_view>

#include "model/document.h"
#include "parser/html/json_ld.h"
#include "parser/html/page_meta.h"
#include "parser/html/tree.h"

namespace dixit::parser {

class Knowledge;

struct PublishedHints {
  std::string_view url;
  std::string_view language;  // of the page, BCP 47, "" when unknown
  NodeIndex title = kNoNode;  // the heading with the article's title
};

// When the article was first published, by the most trustworthy statement of the page: linked data,
// meta elements, microdata, time elements, the address, what is printed near the title. A date of
// change is never taken for it.
std::optional<model::PublishedAt> read_published(const Knowledge& knowledge, const Tree& tree,
                                                 const PageMeta& meta, const LinkedArticle* linked,
                                                 const PublishedHints& hints);

}  // namespace dixit::parser
