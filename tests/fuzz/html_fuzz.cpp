// Blanking leaves the tree outside the emptied elements as it was; reading a page gives valid text
// with every span inside it, the same each time.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "config/embedded.h"
#include "parser/html/blank.h"
#include "parser/html/tree.h"
#include "parser/knowledge/knowledge.h"
#include "parser/reader.h"
#include "parser/text/utf8.h"
#include "tests/fuzz/require.h"
#include "tests/support/tree_outline.h"

namespace {

namespace model = dixit::model;
namespace parser = dixit::parser;
using dixit::fuzz::require;

const parser::Knowledge& knowledge() {
  static const parser::Knowledge kKnowledge = [] {
    std::vector<parser::NamedText> languages;
    for (const auto& file : dixit::config::languages())
      languages.push_back({std::string(file.name), file.text});
    const auto entities = dixit::config::entities();
    return parser::Knowledge::create(languages, {std::string(entities.name), entities.text})
        .value();
  }();
  return kKnowledge;
}

void check_blanking(const std::string& html) {
  const auto untouched = parser::Tree::parse(html);
  if (!untouched) return;  // a page beyond the budget has no tree to compare
  const auto blanked = parser::Tree::parse(parser::blank_page(html).html);
  require(blanked.has_value());
  require(dixit::tests::outline(*untouched) == dixit::tests::outline(*blanked));
}

void check_document(const model::Document& document) {
  require(parser::is_valid_utf8(document.text));
  require(parser::is_valid_utf8(document.title));
  for (const std::string& author : document.authors) require(parser::is_valid_utf8(author));
  const std::size_t length = parser::count_code_points(document.text);
  std::size_t at = 0;
  for (const model::Block& block : document.blocks) {
    require(block.span.start >= at && block.span.start < block.span.end);
    require(block.span.end <= length);
    at = block.span.end;
  }
  for (const model::Quotation& quotation : document.quotations) {
    require(quotation.span.start <= quotation.span.end && quotation.span.end <= length);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  check_blanking(parser::replace_invalid_utf8(bytes));

  parser::PageInput input;
  input.bytes = bytes;
  input.url = "https://press.example/2021/05/06/page";
  const parser::Page page = parser::read_page(knowledge(), input);
  check_document(page.document);
  const parser::Page again = parser::read_page(knowledge(), input);
  // A budget of processor time may be spent once and not the next time.
  if (page.outcome == again.outcome) {
    require(page.document == again.document);
    require(page.links == again.links);
    require(page.dropped == again.dropped);
  }
  return 0;
}
