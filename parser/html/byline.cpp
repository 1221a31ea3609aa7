#include "parser/html/byline.h"

#include "parser/html/author_names.h"
#include "parser/html/printed_byline.h"
#include "parser/knowledge/knowledge.h"

namespace dixit::parser {

std::vector<std::string> read_authors(const BylineInput& input) {
  AuthorNames names(input.knowledge, input.labels, input.site);
  if (input.linked != nullptr) {
    for (const std::string& name : input.linked->people) names.add(name);
  }
  for (const std::string_view key :
       {"author", "article:author", "article:author_name", "dc.creator", "dcterms.creator",
        "sailthru.author", "parsely-author", "cxenseparse:author", "byl", "byline",
        "citation_author", "twitter:data1"}) {
    if (!names.empty()) break;
    if (key == std::string_view("twitter:data1") &&
        !input.labels.whole(input.meta.first({"twitter:label1"})))
      continue;
    for (const std::string_view name : input.meta.all(key)) names.add(name);
  }
  if (names.empty()) {
    find_printed_authors(input.labels, input.tree, input.text, input.place, names);
  }
  if (names.empty() && input.linked != nullptr) {
    for (const std::string& name : input.linked->organisations) names.add(name);
  }
  return names.best();
}

}  // namespace dixit::parser
