#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/text/date.h"

namespace dixit::parser {

// News feeds of every kind read into one shape: RSS 0.90 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0
// (RFC 4287), CDF and JSON Feed 1.1, with the common modules (Dublin Core, content:encoded, Media
// RSS, iTunes). Where the formats or their habits differ, the Universal Feed Parser's documentation
// is the measure, because feeds have been written against it for twenty years.

// A feed of 16 MB would take a minute to read by phone; the largest seen have two.
inline constexpr std::size_t kFeedBytesMax = 16u << 20;
inline constexpr std::size_t kFeedEntriesMax = 10'000;

// A piece of text and how to take it.
struct FeedText {
  std::string value;
  std::string type;      // "text/plain", "text/html", "application/xhtml+xml" or another media type
  std::string base;      // against which its relative links stand; they are resolved already
  std::string language;  // as declared on it or around it, ""

  bool operator==(const FeedText&) const = default;
};

struct FeedPerson {
  std::string name;
  std::string email;
  std::string url;

  bool operator==(const FeedPerson&) const = default;
};

struct FeedLink {
  std::string rel;
  std::string type;
  std::string href;  // resolved; absolute as written otherwise
  std::string title;
  std::string length;

  bool operator==(const FeedLink&) const = default;
};

struct FeedCategory {
  std::string term;
  std::string scheme;
  std::string label;

  bool operator==(const FeedCategory&) const = default;
};

struct FeedDate {
  std::string text;  // as written
  std::optional<DateTime> moment;

  bool operator==(const FeedDate&) const = default;
};

// What feeds, their entries and an entry's source have in common.
struct FeedNode {
  std::string id;
  bool id_is_link = false;  // the id serves as link, there being no other
  std::string link;         // the page; absolute where it could be resolved
  std::vector<FeedLink> links;
  std::optional<FeedText> title;
  std::optional<FeedText> subtitle;  // of a feed: its description
  std::optional<FeedText> summary;   // of an entry: its description
  std::optional<FeedText> info;
  std::string author;  // the last author as one string: "Name (address)"
  std::vector<FeedPerson> authors;
  std::string publisher;
  std::vector<FeedCategory> categories;
  FeedDate published;
  FeedDate updated;
  FeedDate created;
  FeedDate expired;
  std::string language;

  bool operator==(const FeedNode&) const = default;
};

struct FeedEntry : FeedNode {
  std::vector<FeedText> contents;
  std::optional<FeedNode> source;  // the feed from which the entry was taken over
  std::string source_url;

  bool operator==(const FeedEntry&) const = default;
};

struct Feed : FeedNode {
  // "rss090", "rss091n" (Netscape), "rss091u", "rss092", "rss093", "rss094", "rss10", "rss20",
  // "rss", "atom03", "atom10", "atom", "cdf", "json1", "json11"; "" when the bytes are no feed.
  std::string version;
  std::string charset;  // as declared, or found
  bool flawed = false;  // not well-formed, mislabelled or wrongly encoded; read as far as it went
  bool truncated = false;      // longer than kFeedBytesMax, or more than kFeedEntriesMax entries
  std::string update_minutes;  // RSS "ttl", as written
  FeedDate modified;           // the Last-Modified header
  // RSS "cloud": where to ask to be told of news; attributes as written.
  std::vector<std::pair<std::string, std::string>> cloud;
  std::vector<FeedEntry> entries;

  bool operator==(const Feed&) const = default;
};

struct FeedInput {
  std::string_view bytes;    // after content decoding; borrowed for the call
  std::string url;           // from which they came, "" when unknown
  std::string content_type;  // headers' values, "" when absent
  std::string content_location;
  std::string content_language;
  std::string last_modified;
};

// Reads a feed, as much of it as can be read; a document of another kind gives an empty version.
// Pure and thread-safe; time linear in the bytes.
Feed parse_feed(const FeedInput& input);

// The links of an enclosure's kind (audio, video, image) among an entry's.
std::vector<FeedLink> enclosures_of(const FeedNode& node);

// When an entry was published, else updated, else created; nothing when no date could be read.
std::optional<model::PublishedAt> published_at(const FeedNode& node);

}  // namespace dixit::parser
