// Whatever is read from a text lies inside it, on the borders of its code points; quotations are
// apart or one inside the other, fragments inside theirs; and reading twice gives the same.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/quote/analysis.h"
#include "parser/quote/quotations.h"
#include "parser/text/fold.h"
#include "parser/text/utf8.h"
#include "tests/fuzz/require.h"
#include "tests/support/built_in_knowledge.h"

namespace {

namespace model = dixit::model;
namespace parser = dixit::parser;
using dixit::fuzz::require;

constexpr auto kLanguages = std::to_array<std::string_view>({"en", "fr", "de", "es", "pt", "ar"});

class Checker {
 public:
  explicit Checker(const std::string& text) : text_(&text), index_(text) {}

  void check(const std::vector<model::Quotation>& quotations) const {
    for (const model::Quotation& quotation : quotations) check(quotation);
    for (std::size_t i = 0; i + 1 < quotations.size(); ++i) {
      const model::Span& a = quotations[i].span;
      const model::Span& b = quotations[i + 1].span;
      require(a.start <= b.start);
    }
  }

 private:
  void inside(const model::Span& span) const {
    require(span.start <= span.end && span.end <= index_.size());
  }

  void covers(const model::Span& span, std::string_view words) const {
    inside(span);
    const std::size_t begin = index_.to_byte(span.start);
    const std::size_t end = index_.to_byte(span.end);
    require(std::string_view(*text_).substr(begin, end - begin) == words);
  }

  void check(const model::Quotation& quotation) const {
    covers(quotation.span, quotation.text);
    require(quotation.span.start < quotation.span.end && quotation.group >= 0);
    for (const model::Span& fragment : quotation.fragments) {
      inside(fragment);
      require(fragment.start >= quotation.span.start && fragment.end <= quotation.span.end);
    }
    if (quotation.source) covers(quotation.source->span, quotation.source->text);
    if (quotation.cue) covers(quotation.cue->span, quotation.cue->text);
    for (const model::Hop& hop : quotation.hops) {
      if (hop.span) inside(*hop.span);
      if (hop.marker_span) inside(*hop.marker_span);
    }
    for (const model::Reason& reason : quotation.reasons) inside(reason.span);
    if (quotation.threat.condition) {
      covers(quotation.threat.condition->span, quotation.threat.condition->text);
    }
    if (quotation.threat.target) {
      covers(quotation.threat.target->span, quotation.threat.target->text);
    }
  }

  const std::string* text_;
  parser::CodePointIndex index_;
};

// Direct and mixed words, which marks bound, nest; what is reported without marks may cross them.
void check_nesting(const std::vector<model::Quotation>& quotations) {
  std::vector<model::Span> around;
  for (const model::Quotation& quotation : quotations) {
    if (quotation.form == model::QuotationForm::Indirect) continue;
    const model::Span& span = quotation.span;
    while (!around.empty() && around.back().end <= span.start) around.pop_back();
    require(around.empty() || span.end <= around.back().end);
    around.push_back(span);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view code = kLanguages[data[0] % kLanguages.size()];
  const std::string text = parser::replace_invalid_utf8(std::string(data + 1, data + size));
  const parser::Knowledge& knowledge = dixit::support::built_in_knowledge();
  const parser::Analysis analysis(text, *knowledge.language(code), knowledge.entities());
  const parser::FoundQuotations found = parser::find_quotations(analysis, {});
  Checker(text).check(found.quotations);
  check_nesting(found.quotations);
  require(parser::find_quotations(analysis, {}) == found);
  return 0;
}
