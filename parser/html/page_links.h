#pragma once

#include <string>
#include <vector>

#include "model/url.h"
#include "parser/html/tree.h"
#include "parser/reader.h"

namespace dixit::parser {

// Every http(s) link of the page, absolute, each address once for each kind: anchors in document
// order, and what link elements declare as feeds, sitemaps and alternate versions.
std::vector<PageLink> read_links(const Tree& tree, const model::Url& base);

}  // namespace dixit::parser
