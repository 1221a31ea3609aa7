#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dixit::storage {

// An HTTP/1.x message as WARC blocks hold it (RFC 9112), read with a tolerance for what servers
// really send: bare LF line ends, folded lines, lines without a colon.

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// Takes in a field line, or a folded part of the one before (obs-fold, RFC 9112 section 5.2; WARC
// has both after RFC 2822). False, and nothing is taken, where a line has no colon.
bool add_field_line(std::string_view line, HttpHeaders& fields);

struct HttpHead {
  std::string start_line;
  int status = 0;            // 0 for a request or an unreadable status line
  std::string http_version;  // "1.1"
  HttpHeaders headers;       // in the order and spelling received
  std::size_t bytes = 0;     // of the head, with the empty line that ends it

  bool operator==(const HttpHead&) const = default;
};

// Reads the head of `message`, nothing when it does not begin with an HTTP start line. A head that
// never ends is all of the message.
std::optional<HttpHead> parse_http_head(std::string_view message);

// The first header of that name (RFC 9110 section 5.1: names ignore case).
std::optional<std::string_view> header_value(const HttpHeaders& headers, std::string_view name);

// Whether the last transfer coding is "chunked" (RFC 9112 section 6.1).
bool is_chunked(const HttpHeaders& headers);

// Whether a body is all there, or was cut off by whoever took it in.
enum class BodyEnd { Whole, Cut };

// The content of a chunked body (RFC 9112 section 7.1), of a cut one as far as it goes, or nothing
// when it is not well-formed: some writers take the chunks off and leave the header.
std::optional<std::string> dechunk(std::string_view body, BodyEnd end = BodyEnd::Whole);

// The body without its transfer coding, still content-encoded.
std::string transfer_decoded(const HttpHeaders& headers, std::string_view body,
                             BodyEnd end = BodyEnd::Whole);

}  // namespace dixit::storage
