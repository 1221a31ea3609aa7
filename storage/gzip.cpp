#include "storage/gzip.h"

#include <zlib.h>

#include <cassert>
#include <cstddef>
#include <limits>
#include <new>

namespace dixit::storage {
namespace {

constexpr int kGzipWindowBits = 15 + 16;  // zlib.h: +16 writes a gzip header and trailer
constexpr int kMemoryLevel = 8;

class Deflater {
 public:
  Deflater() {
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindowBits, kMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
};

}  // namespace

std::string gzip_member(std::string_view bytes) {
  constexpr std::size_t kStepBytes = std::numeric_limits<uInt>::max();
  Deflater deflater;
  z_stream& stream = deflater.stream();
  std::string out;
  int result = Z_OK;
  do {
    const std::string_view step = bytes.substr(0, kStepBytes);
    bytes.remove_prefix(step.size());
    // zlib's input is not const for historical reasons; it does not write to it.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(step.data()));
    stream.avail_in = static_cast<uInt>(step.size());
    do {
      constexpr std::size_t kGrowBytes = std::size_t{64} << 10U;
      const std::size_t filled = out.size();
      out.resize(filled + kGrowBytes);
      stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
      stream.avail_out = static_cast<uInt>(kGrowBytes);
      result = deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
      assert(result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR);
      out.resize(out.size() - stream.avail_out);
    } while (stream.avail_in > 0 || (bytes.empty() && result != Z_STREAM_END));
  } while (!bytes.empty());
  return out;
}

}  // namespace dixit::storage
