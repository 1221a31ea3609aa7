#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dixit::storage {

// Grammars of WARC field values (ISO 28500:2017 section 5). Each function is total.

bool is_number(std::string_view value);
// RFC 3986 section 4.3, with a scheme and without characters that no URI may hold.
bool is_absolute_uri(std::string_view value);
// "<" absolute URI ">", as ids of records are written.
bool is_bracketed_uri(std::string_view value);
bool is_warc_date(std::string_view value);
// type "/" subtype, then parameters (RFC 9110 section 8.3.1).
bool is_media_type(std::string_view value);
bool is_digest_label(std::string_view value);
bool is_ip_address(std::string_view value);

// A WARC-Date in Unix milliseconds: 1.0 writes whole seconds, 1.1 anything from "2016" to
// "2016-12-31T23:59:59.123456789Z".
std::optional<std::int64_t> parse_warc_date(std::string_view value);

}  // namespace dixit::storage
