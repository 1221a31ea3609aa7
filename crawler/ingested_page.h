#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "crawler/page_job.h"
#include "storage/archive.h"

namespace dixit::parser {
class Knowledge;
}

namespace dixit::crawler {

// What somebody else fetched, brought into the shape of an exchange.

struct IngestHints {
  std::string language;  // BCP 47, "" when unknown
  std::string outlet;    // "" leaves it to the page
};

struct IngestRoom {
  const storage::Archive& archive;
  const parser::Knowledge& knowledge;
  IngestHints hints;
};

// A page or a payload of posts saved as a file: the head that a server would have sent is made up.
storage::Exchange exchange_of_file(std::string url, std::string bytes, std::int64_t saved_at_ms);

// Whether a file's or record's bytes are worth ingesting by themselves: a page, or public posts as
// JSON or as a feed.
bool is_ingestible(std::string_view content_type, std::string_view bytes);

// Reads the exchange's page and decides what is kept. Runs on parser threads. A page that the
// archive already has comes out without exchange and document, its event as not modified.
ProcessedPage process_ingested(const IngestRoom& room, storage::Exchange exchange);

}  // namespace dixit::crawler
