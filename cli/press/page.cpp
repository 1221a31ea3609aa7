#include "cli/press/page.h"

#include <cstddef>

namespace dixit::cli {

PageFile read_page_file(std::string_view text) {
  PageFile page;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) break;
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    page.fields.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  page.body = text;
  return page;
}

std::string fill_in(std::string_view text, const PageFields& fields) {
  std::string filled;
  for (;;) {
    const std::size_t open = text.find("{{");
    const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) break;
    const auto field = fields.find(text.substr(open + 2, close - open - 2));
    filled += text.substr(0, open);
    filled += field == fields.end() ? text.substr(open, close + 2 - open)
                                    : std::string_view(field->second);
    text.remove_prefix(close + 2);
  }
  return filled.append(text);
}

}  // namespace dixit::cli
