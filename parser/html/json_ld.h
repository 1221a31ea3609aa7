#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parser/html/blank.h"

namespace dixit::parser {

// An article as the page's linked data describe it (https://schema.org/Article). Texts are plain:
// entities decoded, tags removed.
struct LinkedArticle {
  std::string type;
  std::string headline;
  std::string description;
  std::vector<std::string> people;         // authors of type Person, or of no type
  std::vector<std::string> organisations;  // authors of another type
  std::string published;                   // datePublished, as written
  std::string language;
  std::string publisher;
  std::string url;   // of the page it is the main entity of, as written
  std::string body;  // articleBody, as written

  bool operator==(const LinkedArticle&) const = default;
};

struct LinkedData {
  std::vector<LinkedArticle> articles;  // in document order
  std::string site_name;                // of a WebSite
  std::string page_published;           // datePublished of a WebPage, as written
  bool has_live_blog = false;

  // The article the page is about: the one whose address is `page_url`, else the first with a
  // headline, else the first; null when there is none.
  [[nodiscard]] const LinkedArticle* main_article(std::string_view page_url) const;
};

// Reads every JSON-LD script (https://www.w3.org/TR/json-ld11/), broken ones after repair. Objects
// are found at the top, in arrays, in @graph and as a page's main entity; those merely listed,
// mentioned or related are not the page's own. References by @id are followed once.
LinkedData read_linked_data(std::span<const ScriptText> scripts);

}  // namespace dixit::parser
