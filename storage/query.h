#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/cluster.h"
#include "model/document.h"
#include "model/quotation.h"

namespace dixit::storage {

// The filters that every command shares; an empty one passes everything. Names match an entity's id
// or, case and diacritics folded, whole words in a row of the printed or resolved name.
struct Query {
  std::string speaker;
  std::string target;
  std::string via;       // any hop's name or entity
  std::string outlet;    // its name, or words of its host's name
  std::string language;  // of the quotation or the document; "fr" holds "fr-CA"
  // Unix seconds of publication, or of the fetch when the page gives no date; inclusive.
  std::optional<std::int64_t> since;
  std::optional<std::int64_t> until;  // exclusive
  // Dates without a zone, ISO 8601 to any precision, held against the date that the page prints in
  // its own zone (the fetch is in UTC); both inclusive: "2015-03" holds all of that March. They
  // narrow no walk: `since` and `until`, wider by as much as zones differ, do.
  std::string since_printed;
  std::string until_printed;
  bool threats_only = false;
  std::optional<model::ThreatClass> threat;
  std::optional<model::Evidential> evidential;
  // Full-text expression over the quotation's words: words, "phrases", prefix*, -not, a OR b.
  std::string text;
  bool newest_first = false;
  std::size_t limit = 0;  // 0: no limit
};

// A quotation with what a reader must see beside it.
struct QuotationRow {
  std::string id;  // hex, 16 characters
  model::Quotation quotation;
  std::string prefix;  // up to 32 code points before the words (W3C TextQuoteSelector)
  std::string suffix;  // and after
  std::string document_id;
  std::string capture_id;
  std::string cluster_id;  // `id` itself when nobody else passes on the same words
  std::string url;
  std::string outlet;
  std::string title;
  std::string language;
  std::optional<model::PublishedAt> published_at;
  std::int64_t fetched_at_ms = 0;

  bool operator==(const QuotationRow&) const = default;
};

struct ArchiveStats {
  std::uint64_t captures = 0;
  std::uint64_t documents = 0;
  std::uint64_t articles = 0;
  std::uint64_t quotations = 0;
  std::uint64_t threats = 0;
  std::uint64_t clusters = 0;  // of two quotations or more
  std::uint64_t urls_known = 0;
  std::uint64_t urls_queued = 0;
  std::uint64_t warc_files = 0;
  std::uint64_t warc_bytes = 0;
  std::uint64_t database_bytes = 0;
  std::optional<std::int64_t> first_published;
  std::optional<std::int64_t> last_published;
  std::map<std::string, std::uint64_t> documents_by_outlet;
  std::map<std::string, std::uint64_t> documents_by_language;
};

}  // namespace dixit::storage
