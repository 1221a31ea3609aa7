#include "storage/query_filter.h"

#include <algorithm>

#include "storage/ascii.h"
#include "storage/quotation_row.h"

namespace dixit::storage {

QueryFilter::QueryFilter(const Query& query)
    : query_(query),
      speaker_(query.speaker),
      target_(query.target),
      via_(query.via),
      outlet_(query.outlet) {}

bool QueryFilter::parties_pass(const QuotationRow& row) const {
  const model::Quotation& quotation = row.quotation;
  if (!speaker_.is_empty() && (!quotation.source || !matches(speaker_, *quotation.source))) {
    return false;
  }
  const auto& target = quotation.threat.target;
  if (!target_.is_empty() && (!target || !matches(target_, *target))) return false;
  return via_.is_empty() || std::ranges::any_of(quotation.hops, [&](const model::Hop& hop) {
           return matches(via_, hop);
         });
}

bool QueryFilter::passes(const QuotationRow& row) const {
  const model::Quotation& quotation = row.quotation;
  const std::int64_t time = row_time(row);
  if (query_.since && time < *query_.since) return false;
  if (query_.until && time >= *query_.until) return false;
  if (query_.threats_only && quotation.threat.threat_class == model::ThreatClass::None) {
    return false;
  }
  if (query_.threat && quotation.threat.threat_class != *query_.threat) return false;
  if (query_.evidential && quotation.evidential != *query_.evidential) return false;
  if (!query_.language.empty() && !in_language_range(row.language, query_.language) &&
      !in_language_range(quotation.language, query_.language)) {
    return false;
  }
  if (!outlet_.is_empty() && !outlet_.matches_name(row.outlet) &&
      !outlet_.matches_name(host_of(row.url))) {
    return false;
  }
  return parties_pass(row);
}

bool in_language_range(std::string_view tag, std::string_view range) {
  if (!ascii_equal(tag.substr(0, range.size()), range)) return false;
  return tag.size() == range.size() || tag[range.size()] == '-';
}

}  // namespace dixit::storage
