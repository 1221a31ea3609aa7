#pragma once

#include <string>
#include <string_view>

namespace dixit::storage {

// `bytes` as one gzip member (RFC 1952), as ISO 28500:2017 annex D wants each WARC record.
std::string gzip_member(std::string_view bytes);

}  // namespace dixit::storage
