#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/document.h"
#include "storage/code_points.h"
#include "storage/query.h"

namespace dixit::storage {

// The document's page URL. Records of older programs have none; they went by the canonical URL,
// whosever it was, or else the URL.
std::string_view page_url_of(const model::Document& document);

// 16 hexadecimal characters that stay the same however often the page is read again: the first
// bytes of SHA-256 over page URL, words and place, parted by line feeds.
std::string quotation_id(std::string_view page_url, const model::Quotation& quotation);

// The row of one of the document's quotations; its cluster is not known yet. `places` are those of
// the document's text.
QuotationRow quotation_row(const model::Document& document, const CodePointPlaces& places,
                           const model::Quotation& quotation, std::int64_t fetched_at_ms);

// The language of a row's words, a BCP 47 tag: its own or, when it has none, the document's.
const std::string& language_of(const QuotationRow& row);

// When a row stands in a timeline, in Unix seconds: its publication or, when the page does not say,
// its fetch, before which it must have been published.
std::int64_t row_time(const QuotationRow& row);

}  // namespace dixit::storage
