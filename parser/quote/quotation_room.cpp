#include "parser/quote/quotation_room.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dixit::parser {
namespace {

bool is_threat(const model::Quotation& quotation) {
  return quotation.threat.threat_class != model::ThreatClass::None;
}

}  // namespace

void set_quotations(model::Document& document, FoundQuotations found) {
  document.quotations = std::move(found.quotations);
  document.quotations_left_out = found.unread;
}

void QuotationRoom::admit(model::Document& document) {
  std::vector<model::Quotation>& quotations = document.quotations;
  if (quotations.size() > left_) {
    document.quotations_left_out += quotations.size() - left_;
    std::size_t threats =
        std::min(left_, static_cast<std::size_t>(std::ranges::count_if(quotations, is_threat)));
    std::size_t others = left_ - threats;
    std::erase_if(quotations, [&](const model::Quotation& quotation) {
      std::size_t& room = is_threat(quotation) ? threats : others;
      if (room == 0) return true;
      --room;
      return false;
    });
  }
  left_ -= quotations.size();
}

}  // namespace dixit::parser
