#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace dixit::parser {

// Small values that several adapters read.

// A server's stamp, as a feed or an API writes it.
std::optional<model::PublishedAt> post_date(std::string_view text, model::DateSource source);

// A stamp that stands in a post's own identifier.
std::optional<model::PublishedAt> post_date_of_unix(std::int64_t unix_seconds);

// The time in an identifier of X: the upper bits of the number are milliseconds since the service's
// epoch ("Snowflake", https://developer.x.com/en/docs/x-ids). None before they were used.
std::optional<std::int64_t> unix_of_snowflake(std::string_view id);

// The time in a record key of the AT Protocol: 53 bits of microseconds in a sortable base 32
// ("Timestamp Identifier", https://atproto.com/specs/tid).
std::optional<std::int64_t> unix_of_tid(std::string_view key);

// The handle behind an address of an ActivityPub server: "https://s.example/@anna/1" and
// "https://s.example/users/anna" name "@anna@s.example"; "" when the address names nobody.
std::string fediverse_handle(std::string_view url);

// The segment of a URL's path, counted from 0; "" beyond the last.
std::string path_segment(std::string_view path, std::size_t index);

}  // namespace dixit::parser
