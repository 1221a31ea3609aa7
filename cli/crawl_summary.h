#pragma once

#include <string>

#include "crawler/crawl.h"
#include "crawler/ingest.h"
#include "report/json.h"

namespace dixit::cli {

// What a crawl fetched and read, in two lines for a person.
std::string summary_text(const crawler::Progress& progress);

// The members that crawl and ingest have in common, inside an object that the caller has begun.
void write_progress(report::JsonWriter& json, const crawler::Progress& progress);

// "finished", "page_limit", "stopped" or "waiting".
std::string_view name_of(crawler::CrawlEnd end);

}  // namespace dixit::cli
