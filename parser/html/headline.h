#pragma once

#include <string>
#include <string_view>

#include "parser/html/json_ld.h"
#include "parser/html/page_meta.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The article's title: the first h1 that also stands in the title element or og:title, else the
// best of what the metadata call the headline, else the title element without the site's name.
std::string read_headline(const Tree& tree, const PageMeta& meta, const LinkedArticle* linked);

// The first heading whose text is the title, or kNoNode: an h1 if there is one, else an h2.
NodeIndex find_title(const Tree& tree, std::string_view title);

// Lower case letters and digits alone, words parted by one space: what makes two titles the same.
std::string comparable(std::string_view text);

}  // namespace dixit::parser
