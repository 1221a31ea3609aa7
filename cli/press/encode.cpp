#include "cli/press/encode.h"

#include <zlib.h>

#include <cassert>
#include <cstddef>

#include "parser/text/utf8.h"

namespace dixit::cli {

std::string to_latin1(std::string_view utf8) {
  std::string latin1;
  for (std::size_t at = 0; at < utf8.size();) {
    const parser::DecodedCodePoint point = parser::decode_at(utf8, at);
    latin1 += point.value < 0x100 ? static_cast<char>(point.value) : '?';
    at += point.length;
  }
  return latin1;
}

std::string to_gzip(std::string_view bytes) {
  constexpr int kGzipWindowBits = 15 + 16;  // zlib's way to ask for gzip framing
  constexpr int kMemoryLevel = 8;
  z_stream stream{};
  [[maybe_unused]] int result = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                                             kGzipWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY);
  assert(result == Z_OK);
  std::string gzip(deflateBound(&stream, bytes.size()), '\0');
  // zlib does not write to its input; its C interface cannot say so.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(gzip.data());
  stream.avail_out = static_cast<uInt>(gzip.size());
  result = deflate(&stream, Z_FINISH);
  assert(result == Z_STREAM_END);
  gzip.resize(stream.total_out);
  deflateEnd(&stream);
  return gzip;
}

}  // namespace dixit::cli
