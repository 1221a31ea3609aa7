#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/capture.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// What a page's meta, title, link and html elements declare: Open Graph (https://ogp.me/), Dublin
// Core, and the names that publishers and search engines agreed on.
struct PageMeta {
  std::string title_element;
  std::string html_language;
  std::string base_url;                                      // as written
  std::string canonical_url;                                 // as written
  std::vector<std::pair<std::string, std::string>> entries;  // lower-case name, content

  // The first non-empty content under the earliest of `names` that has one, else "".
  [[nodiscard]] std::string_view first(std::initializer_list<std::string_view> names) const;

  // Every non-empty content under `name`.
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
};

PageMeta read_page_meta(const Tree& tree);

// Robots directives (noarchive, noindex, nofollow, none) and the TDM Reservation Protocol
// (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/, section 6.2).
model::OptOuts opt_outs_of(const PageMeta& meta);

}  // namespace dixit::parser
