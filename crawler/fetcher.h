#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dixit::crawler {

// What one exchange may cost us. Every figure is in the hands of a stranger until it is capped.
struct FetchLimits {
  // The longest news page seen is under 5 MB; a sitemap may have 50 MB (sitemaps.org), though
  // nearly all are sent compressed.
  std::size_t body_bytes_max = 52u << 20;
  // Ten times what large news sites send, cookies and security policies included.
  std::size_t head_bytes_max = 256u << 10;
  std::int64_t connect_ms_max = 15'000;
  std::int64_t total_ms_max = 120'000;
  // A server that sends less than this for that long is not going to finish.
  std::int64_t low_speed_bytes_per_second = 64;
  std::int64_t low_speed_seconds = 20;
};

// The body of a redirect or an error is cut here, or at FetchLimits::body_bytes_max, and the
// exchange is complete: its status tells what there is to know, and nobody reads a longer one.
inline constexpr std::size_t kAsideBodyBytesMax = 256u << 10;

// What to do with the body of a 2xx beyond FetchLimits::body_bytes_max.
enum class OversizeBody {
  Fail,
  Truncate,  // keep the beginning and call the exchange complete: robots.txt, RFC 9309 §2.5
};

// Which answers are worth their bytes.
enum class WantedMedia {
  Any,
  Readable,  // hang up when the head of a 2xx announces a type that policy has no reader for
};

// Where to dial for a host, found out beforehand so that politeness could know it too.
struct PinnedHost {
  std::string host;  // as in the URL
  std::uint16_t port = 0;
  std::vector<std::string> addresses;  // numeric; none: the name was not found
};

struct FetchRequest {
  std::uint64_t id = 0;  // the caller's, given back with the result
  std::string url;       // canonical, http or https, without user name
  std::vector<std::pair<std::string, std::string>> headers;  // besides those of every request
  std::optional<PinnedHost> pinned;  // absent: for an address; a name is looked up
  OversizeBody oversize = OversizeBody::Fail;
  WantedMedia wanted = WantedMedia::Readable;
  FetchLimits limits;
};

enum class FetchFailureCode {
  AddressRefused,  // the address guard would not have it dialled
  NameNotFound,
  CannotConnect,
  Tls,
  TimedOut,  // connecting, in total, or too slow
  HeadTooLarge,
  BodyTooLarge,
  UnwantedMedia,  // not text by its Content-Type
  Truncated,      // the connection ended before the body did
  BadResponse,    // not HTTP, or broken framing
  Cancelled,      // by cancel_all(), or the time ran out while its body waited for others
  Other,
};

struct FetchFailure {
  FetchFailureCode code = FetchFailureCode::Other;
  std::string detail;  // for a person
};

// One exchange as it passed over the wire.
struct FetchResult {
  std::uint64_t id = 0;
  std::string url;
  std::optional<FetchFailure> failure;
  int status = 0;             // 0 without a complete head
  std::string http_version;   // "1.0", "1.1" or "2"
  std::string request_head;   // as sent, with CRLFs and the empty line
  std::string response_head;  // as received: the final response's, without interim ones
  std::string body;           // as received: neither transfer nor content coding undone
  bool body_truncated = false;
  std::string remote_address;      // numeric, of the peer; "" when none was reached
  std::int64_t first_byte_ms = 0;  // from the request being sent to the answer's first byte
  std::int64_t total_ms = 0;
};

std::string_view describe(FetchFailureCode code);

// Performs HTTP exchanges, many at once, on the caller's thread.
//
// Redirects are not followed and no coding is undone: the result is what WARC wants. Whether and
// when a URL may be asked for is not its business; the address guard it was made with is, because
// only at the socket is it known which address a name really led to.
//
// Thread-safe: wake() only. Every request started ends in exactly one result.
class Fetcher {
 public:
  virtual ~Fetcher() = default;

  virtual void start(FetchRequest request) = 0;

  // Works until something ended, wake() was called, a signal came or `timeout_ms` passed, and
  // returns what ended, possibly nothing.
  virtual std::vector<FetchResult> wait(std::int64_t timeout_ms) = 0;

  virtual std::size_t in_flight() const = 0;

  // Of the bodies that are coming in.
  virtual std::size_t bytes_in_flight() const = 0;

  // Ends everything in flight with FetchFailureCode::Cancelled; the next wait() returns it.
  virtual void cancel_all() = 0;

  // Makes the present or the next wait() return.
  virtual void wake() = 0;
};

}  // namespace dixit::crawler
