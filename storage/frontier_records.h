#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dixit::storage {

enum class UrlState {
  Queued,
  Fetched,
  Redirected,
  Disallowed,  // by robots.txt
  Refused,     // by our own policy: scope, address, scheme
  Failed,      // given up after the allowed number of tries
  Gone,        // 404 or 410
};

// What the archive remembers of one URL for ever.
struct UrlRecord {
  std::string url;
  std::string host;  // key of its politeness record: host, with ":port" when not the default
  UrlState state = UrlState::Queued;
  std::int64_t updated_at_ms = 0;
  std::int64_t next_due_ms = 0;  // 0: not to be fetched again
  int tries = 0;
  int depth = 0;  // links from a seed
  std::string etag;
  std::string last_modified;
  std::string payload_sha256;
  std::string capture_id;
  std::string reason;  // for a person, such as the robots.txt line

  bool operator==(const UrlRecord&) const = default;
};

enum class UrlKind { Page, Feed, Sitemap };

// A URL waiting to be fetched. Queue order: host, then priority, then due time, then arrival.
struct QueuedUrl {
  std::string url;
  std::string host;
  int priority = 5;  // 0 (first) .. 9
  std::int64_t due_ms = 0;
  int depth = 0;
  int tries = 0;
  UrlKind kind = UrlKind::Page;
  std::string found_on;        // the page or feed that named it, "" for a seed
  std::string published_hint;  // ISO 8601 from a feed or sitemap, "" when unknown
  std::uint64_t sequence = 0;  // given by storage

  bool operator==(const QueuedUrl&) const = default;
};

// A place in a host's queue.
struct QueuePlace {
  int priority = 0;
  std::int64_t due_ms = 0;
  std::uint64_t sequence = 0;

  auto operator<=>(const QueuePlace&) const = default;
};

// The politeness state of a host, an address or a registrable domain, serialised by crawler from
// policy's value so that storage need not know it.
struct HostRecord {
  std::string host;
  std::string politeness;  // opaque to storage
  std::int64_t next_allowed_ms = 0;

  bool operator==(const HostRecord&) const = default;
};

// A robots.txt as last fetched for an origin ("https://example.org").
struct RobotsRecord {
  std::string origin;
  std::int64_t fetched_at_ms = 0;
  int status = 0;  // 0: unreachable
  std::string body;
  std::int64_t crawl_delay_ms = 0;  // without a body: what the last one asked for

  bool operator==(const RobotsRecord&) const = default;
};

// How far a crawl may follow links from a source.
enum class SourceReach {
  Page,    // nowhere: the URL alone, or what it lists
  Prefix,  // the same host, below the source's path
  Host,    // the same host and port
  Site,    // the same registrable domain
};

// A source of a crawl, for who goes on with it.
struct SourceRecord {
  std::string url;
  SourceReach reach = SourceReach::Page;
  std::vector<std::string> also;  // further hosts that belong to it
  std::string language;
  std::string outlet;

  bool operator==(const SourceRecord&) const = default;
};

// The sources of what waits in the queue, and how far links are followed from them.
struct SourcesRecord {
  std::vector<SourceRecord> sources;
  std::optional<int> depth_max;  // links from a source; older programs did not write it

  bool operator==(const SourcesRecord&) const = default;
};

struct HostBacklog {
  std::string host;
  std::size_t queued = 0;
  std::int64_t earliest_due_ms = 0;
};

}  // namespace dixit::storage
