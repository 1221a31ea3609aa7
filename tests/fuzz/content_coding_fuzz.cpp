// No body grows beyond its limits, and what is packed is unpacked the same.
#include <zlib.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/http/content_coding.h"
#include "parser/http/media_type.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

std::string gzipped(std::string bytes) {
  z_stream stream{};
  require(deflateInit2(&stream, 1, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<unsigned char*>(bytes.data());
  stream.avail_in = static_cast<unsigned>(bytes.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  require(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  parser::CodingLimits limits;
  limits.bytes_max = 1u << 20;
  constexpr std::array<const char*, 6> kCodings{"gzip", "deflate", "br", "zstd", "br, gzip", ""};
  for (const char* coding : kCodings) {
    const auto decoded = parser::decode_content(bytes, coding, limits);
    if (decoded) require(decoded->bytes.size() <= limits.bytes_max);
  }
  const auto unpacked = parser::decode_content(gzipped(bytes), "gzip", limits);
  require(unpacked && unpacked->bytes == bytes && !unpacked->truncated);
  const std::string header = bytes.substr(0, bytes.find('\n'));
  require(parser::sniff_content(header, bytes) == parser::sniff_content(header, bytes));
  const auto media_type = parser::parse_media_type(header);
  if (media_type) require(parser::parse_media_type(essence_of(*media_type)).has_value());
  return 0;
}
