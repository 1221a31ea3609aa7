#pragma once

#include <string>
#include <string_view>

#include "parser/html/page_labels.h"
#include "parser/html/page_meta.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The outlet's name on a page that declares none, or "". A name is believed when two signs of
// different kinds agree on it: the end of the title element, the logo or name that links to the
// home page, the title of a feed, a line with the copyright, the host.
std::string outlet_shown(const PageLabels& labels, const Tree& tree, const PageMeta& meta,
                         std::string_view host);

}  // namespace dixit::parser
