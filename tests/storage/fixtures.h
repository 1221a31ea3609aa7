#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "storage/archive.h"

namespace dixit::storage::testing {

// Archives, articles and quotations of our own making, for every test of the folder.

inline constexpr std::int64_t kDaySeconds = 24LL * 60 * 60;
inline constexpr std::int64_t kMarch1 = 1'709'251'200;  // 2024-03-01T00:00:00Z

struct Said {
  std::string words;
  std::string by;       // resolved name, "" for nobody
  std::string entity;   // of the speaker
  std::string against;  // target; a threat when given
  std::string against_entity;
  std::vector<model::Hop> hops;
  std::string language;  // "" for the document's
};

struct Story {
  std::string url;
  std::string outlet;
  std::int64_t published = kMarch1;  // 0: the page does not say
  std::string language = "fr";
  std::vector<Said> said;
  std::vector<model::Agency> credits;
  std::string extra;    // text that stands before the quotations
  std::string printed;  // the date to the minute as the page has it; "" for a day
};

// The document as the parser would give it: one quotation a paragraph.
model::Document document_of(const Story& story);

// Opens the archive for writing, or fails the test.
Archive open_archive(const std::filesystem::path& directory, const ArchiveOptions& options = {});

// An HTTP exchange that brings `body`.
Exchange exchange_of(std::string url, std::string body, std::int64_t fetched_at_ms);

// Appends and commits a page with its document, fetched an hour after its publication.
model::Document add_story(Archive& archive, const Story& story);
void add_story_at(Archive& archive, const Story& story, std::int64_t fetched_at_ms);

// "words | words | ..." of rows, in their order.
std::string texts_of(const std::vector<QuotationRow>& rows);
std::string find_texts(const Archive& archive, const Query& query);

// All rows.
std::vector<QuotationRow> all_rows(const Archive& archive);

}  // namespace dixit::storage::testing
