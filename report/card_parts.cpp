#include "report/card_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/html.h"
#include "storage/quotation_row.h"

namespace dixit::report {
namespace {

struct ChainBox {
  std::string name;
  std::string roles;
  std::string hedge;
};

void add_after_comma(std::string& list, std::string_view word) {
  if (word.empty()) return;
  if (!list.empty()) list += ", ";
  list += word;
}

std::vector<ChainBox> chain_boxes(const storage::QuotationRow& row) {
  std::vector<ChainBox> boxes;
  for (const auto& link : chain_links(row)) {
    if (boxes.empty() || boxes.back().name != link.name) boxes.push_back({link.name, "", ""});
    ChainBox& box = boxes.back();
    add_after_comma(box.roles, spelt(model::name_of(link.role)));
    const std::string hedge = hedge_of(link.evidential, link.marker);
    if (box.hedge.find(hedge) == std::string::npos) add_after_comma(box.hedge, hedge);
  }
  return boxes;
}

}  // namespace

std::string spelt(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string time_element(std::string_view prefix, std::string date) {
  std::ranges::replace(date, 'T', ' ');
  return fmt::format("<time>{}{}</time>", prefix, html_escaped(date));
}

std::string badge(std::string_view css_class, std::string_view text) {
  return fmt::format(R"(<bdi class="badge {}">{}</bdi>)", css_class, html_escaped(text));
}

std::string words_block(const storage::QuotationRow& row) {
  const std::string& language = storage::language_of(row);
  return fmt::format(R"(<blockquote lang="{}" dir="auto">{}</blockquote>)", html_escaped(language),
                     html_escaped(row.quotation.text));
}

std::string chain_list(const storage::QuotationRow& row) {
  std::string html = R"(<ol class="chain">)";
  for (const auto& box : chain_boxes(row)) {
    html += fmt::format(R"(<li{}><span class="role">{}</span> {})",
                        box.hedge.empty() ? "" : R"( class="hedged")", html_escaped(box.roles),
                        html_name(box.name));
    if (!box.hedge.empty()) {
      html += fmt::format(R"( <em dir="auto">{}</em>)", html_escaped(box.hedge));
    }
    html += "</li>";
  }
  return html + "</ol>";
}

}  // namespace dixit::report
