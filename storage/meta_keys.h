#pragma once

#include <string_view>

namespace dixit::storage {

// Keys of the meta family.
inline constexpr std::string_view kMetaSchema = "schema";                 // number_key
inline constexpr std::string_view kMetaWarcPosition = "warc";             // WarcPosition
inline constexpr std::string_view kMetaQueueSequence = "queue_sequence";  // number_key
inline constexpr std::string_view kMetaSources = "sources";               // CrawlSources

// Version of everything docs/formats.md says about db/.
inline constexpr unsigned kSchemaVersion = 2;

}  // namespace dixit::storage
