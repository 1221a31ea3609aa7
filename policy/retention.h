#pragma once

#include <cstdint>
#include <string_view>

#include "policy/opt_outs.h"

// Whether a response is kept, and what may be done with it afterwards.
namespace dixit::policy {

// Ten times the largest news pages; what is larger is a film, a disk image or an attack.
inline constexpr std::uint64_t kBodyBytesMax = 16ULL * 1024 * 1024;

// What a sitemap may have (sitemaps.org), where one was announced.
inline constexpr std::uint64_t kSitemapBytesMax = 50ULL * 1024 * 1024;

// Archive: the whole response goes to the WARC. RecordOnly: URL, time, status and the reason are
// kept, so that the archive can say what it left out, but not the body. Drop: nothing is kept.
enum class RetentionAction { Archive, RecordOnly, Drop };

enum class RetentionReason {
  Kept,
  NotModified,      // 304: kept as a revisit of the page archived before
  NoArchive,        // the page asks not to be archived
  TdmReserved,      // the page reserves text and data mining, which is what reading quotations is
  Unavailable,      // the page's own date of removal has passed
  Unreadable,       // a media type we have no reader for
  TooLarge,         // the body was cut at the limit
  Gone,             // 4xx: kept as the news that a page is missing
  ServerError,      // 429 and 5xx: says nothing of the page, will be asked again
  NoFinalResponse,  // 1xx or no HTTP status at all
};

struct RetentionFacts {
  int status = 0;
  std::string_view content_type;  // as sent, with parameters; "" when absent
  std::uint64_t body_bytes = 0;   // as sent, before content decoding
  bool is_truncated = false;      // the fetcher stopped before the end
  std::int64_t now_s = 0;
  PageOptOuts opt_outs;
};

struct RetentionRules {
  std::uint64_t body_bytes_max = kBodyBytesMax;
};

struct RetentionDecision {
  RetentionAction action = RetentionAction::Archive;
  RetentionReason reason = RetentionReason::Kept;
  bool may_extract = true;  // whether the page may be read for quotations and searched
  bool may_follow = true;   // whether its links may be followed

  bool operator==(const RetentionDecision&) const = default;
};

// Opt-outs of headers are known before the body, those of meta elements after parsing: ask once
// with what the headers say and, before anything is written, again with both merged.
// noindex: archived as evidence of what was public, but not read into the searchable records.
RetentionDecision decide_retention(const RetentionFacts& facts, const RetentionRules& rules);

// HTML, XHTML, XML, feeds, JSON, plain text, and gzip for sitemaps. An absent type is readable too,
// since a parser that looks into the body can do better than a guess.
bool is_readable_type(std::string_view content_type);

std::string_view name_of(RetentionAction action);
std::string_view name_of(RetentionReason reason);

}  // namespace dixit::policy
