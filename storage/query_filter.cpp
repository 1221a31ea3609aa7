#include "storage/query_filter.h"

#include <algorithm>

#include "storage/ascii.h"
#include "storage/quotation_row.h"
#include "storage/utc.h"

namespace dixit::storage {
namespace {

// The date under which a reader sees the row, without its zone.
std::string printed_date(const QuotationRow& row) {
  std::string date = row.published_at ? row.published_at->value : iso_utc(row.fetched_at_ms);
  const std::size_t clock = std::min(date.find('T'), date.size());
  return date.substr(0, date.find_first_of("Z+-", clock));
}

// ISO dates of one precision sort as their letters do, and "2015" stands before "2015-03".
bool printed_date_passes(const QuotationRow& row, const Query& query) {
  if (query.since_printed.empty() && query.until_printed.empty()) return true;
  const std::string date = printed_date(row);
  if (date.compare(0, query.since_printed.size(), query.since_printed) < 0) return false;
  return query.until_printed.empty() ||
         date.compare(0, query.until_printed.size(), query.until_printed) <= 0;
}

}  // namespace

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
  if (!printed_date_passes(row, query_)) return false;
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
