#pragma once

#include <string>
#include <string_view>

#include "parser/html/json_ld.h"
#include "parser/html/page_meta.h"
#include "parser/html/site_name.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The article's title and the heading that shows it, or kNoNode.
struct Headline {
  std::string text;
  NodeIndex heading = kNoNode;
};

// The heading that the title element, og:title or the linked data agree with, an h1 first, never
// the site's own name; else the best of what the metadata call the headline, else the title element
// without the site's name.
Headline read_headline(const Tree& tree, const PageMeta& meta, const LinkedArticle* linked,
                       const SiteNames& site);

}  // namespace dixit::parser
