#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "parser/html/article.h"
#include "parser/html/tree.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {

inline constexpr std::string_view kPageUrl = "https://www.press.example/news/page";

inline Article read_html(std::string_view html, std::string_view url = kPageUrl) {
  return read_article(support::built_in_knowledge(), html, std::string(url));
}

// A page with the head and body given, and enough prose to be an article. "%" in the body stands
// for three paragraphs of it.
inline std::string page(std::string_view head, std::string_view body) {
  constexpr std::string_view kProse =
      "<p>The council of the small town met on Monday to speak about the old bridge, which has "
      "been "
      "closed since the flood of last spring.</p><p>Nobody could say when it will open again, or "
      "who is going to pay for the work that has to be done before.</p><p>The mayor promised that "
      "everyone will hear about it in time, and thanked all who had come to listen.</p>";
  std::string out = "<!doctype html><html lang=\"en\"><head>" + std::string(head) + "</head><body>";
  const std::size_t mark = body.find('%');
  out.append(body.substr(0, mark));
  if (mark != std::string_view::npos) out.append(kProse).append(body.substr(mark + 1));
  return out + "</body></html>";
}

// The kept blocks, one a line.
inline std::string text_of(const Article& article) {
  std::string out;
  for (const ArticleBlock& block : article.blocks) out += block.text + "\n";
  return out;
}

inline bool keeps(const Article& article, std::string_view part) {
  return text_of(article).find(part) != std::string::npos;
}

// The rule that left out what begins with `excerpt`, or "".
inline std::string rule_for(const Article& article, std::string_view excerpt) {
  for (const Dropped& dropped : article.dropped) {
    if (dropped.excerpt.starts_with(excerpt)) return dropped.rule;
  }
  return "";
}

// The published date as written, "" when there is none.
inline std::string published(const Article& article) {
  return article.published_at ? article.published_at->value : "";
}

}  // namespace dixit::parser
