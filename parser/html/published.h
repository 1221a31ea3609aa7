#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/document.h"
#include "parser/html/blank.h"
#include "parser/html/json_ld.h"
#include "parser/html/page_labels.h"
#include "parser/html/page_meta.h"
#include "parser/html/page_text.h"
#include "parser/html/tree.h"

namespace dixit::parser {

class Knowledge;

// All that may state when an article was published.
struct PublishedInput {
  const Knowledge& knowledge;
  const PageLabels& labels;
  const Tree& tree;
  const PageText& text;
  const PageMeta& meta;
  const LinkedData& data;
  const LinkedArticle* linked;  // the article of `data`, or null
  std::span<const ScriptText> scripts;
  const ArticlePlace& place;
  std::string_view url;
  std::string_view language;  // of the page, BCP 47, "" when unknown
};

// When the article was first published, by the most trustworthy statement of the page: linked data,
// meta elements, microdata, time elements, the title element, the address, what is printed near the
// title, state data. A date of change is never taken for it. Given on the outlet's own clock where
// the page tells it (see on_local_day()).
std::optional<model::PublishedAt> read_published(const PublishedInput& input);

}  // namespace dixit::parser
