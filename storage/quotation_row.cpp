#include "storage/quotation_row.h"

#include <fmt/format.h>

#include "storage/digest.h"
#include "storage/keys.h"

namespace dixit::storage {
namespace {

// As much context as finds the words again in a page that has changed elsewhere (W3C Web Annotation
// Data Model, section 4.2.4, leaves the length open; 32 is what annotation tools use).
constexpr std::size_t kContextCodePoints = 32;

}  // namespace

std::string_view page_url_of(const model::Document& document) {
  if (!document.page_url.empty()) return document.page_url;
  return document.canonical_url.empty() ? document.url : document.canonical_url;
}

std::string quotation_id(std::string_view page_url, const model::Quotation& quotation) {
  return to_hex(
      short_hash(fmt::format("{}\n{}\n{}", page_url, quotation.text, quotation.span.start)));
}

QuotationRow quotation_row(const model::Document& document, const CodePointPlaces& places,
                           const model::Quotation& quotation, std::int64_t fetched_at_ms) {
  const auto [prefix, suffix] = context_of(places, quotation.span, kContextCodePoints);
  QuotationRow row;
  row.id = quotation_id(page_url_of(document), quotation);
  row.quotation = quotation;
  row.prefix = prefix;
  row.suffix = suffix;
  row.document_id = document.id;
  row.capture_id = document.capture_id;
  row.url = document.url;
  row.outlet = document.outlet;
  row.title = document.title;
  row.language = document.language;
  row.published_at = document.published_at;
  row.fetched_at_ms = fetched_at_ms;
  return row;
}

const std::string& language_of(const QuotationRow& row) {
  return row.quotation.language.empty() ? row.language : row.quotation.language;
}

std::int64_t row_time(const QuotationRow& row) {
  constexpr std::int64_t kMsPerSecond = 1000;
  return row.published_at ? row.published_at->unix_seconds : row.fetched_at_ms / kMsPerSecond;
}

}  // namespace dixit::storage
