#include "parser/http/inflaters.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace dixit::parser {
namespace {

constexpr std::size_t kChunkBytes = 64u << 10;
using Chunk = std::array<unsigned char, kChunkBytes>;

// Collects output and refuses what the limits refuse.
class Output {
 public:
  Output(std::size_t coded_bytes, const CodingLimits& limits)
      : coded_bytes_(coded_bytes), limits_(limits) {}

  std::optional<CodingError> append(const unsigned char* data, std::size_t size) {
    const std::size_t total = body_.bytes.size() + size;
    if (total > limits_.bytes_max) return CodingError::TooLarge;
    const bool is_bomb =
        total > limits_.ratio_free_bytes && total / limits_.ratio_max > coded_bytes_;
    if (is_bomb) return CodingError::RatioExceeded;
    body_.bytes.append(reinterpret_cast<const char*>(data), size);
    return std::nullopt;
  }

  // The stream cannot be read on: what came before counts, if anything did.
  tl::expected<DecodedBody, CodingError> broken() && {
    if (body_.bytes.empty()) return tl::unexpected(CodingError::Corrupt);
    body_.truncated = true;
    return std::move(body_);
  }

  tl::expected<DecodedBody, CodingError> finished() && { return std::move(body_); }

 private:
  std::size_t coded_bytes_;
  CodingLimits limits_;
  DecodedBody body_;
};

enum class Wrapper : int { Gzip = 16 + MAX_WBITS, Zlib = MAX_WBITS, Raw = -MAX_WBITS };

// zlib's stream, opened by the constructor.
class ZlibStream {
 public:
  ZlibStream(std::string_view body, Wrapper wrapper) : rest_(body) {
    open_ = inflateInit2(&stream_, static_cast<int>(wrapper)) == Z_OK;
  }
  ~ZlibStream() {
    if (open_) inflateEnd(&stream_);
  }
  ZlibStream(const ZlibStream&) = delete;
  ZlibStream& operator=(const ZlibStream&) = delete;
  ZlibStream(ZlibStream&&) = delete;
  ZlibStream& operator=(ZlibStream&&) = delete;

  bool is_open() const { return open_; }
  bool at_end() const { return stream_.avail_in == 0 && rest_.empty(); }

  // Fills `chunk` and says how many bytes it got; `status` is zlib's.
  std::size_t read(Chunk& chunk, int& status) {
    if (stream_.avail_in == 0 && !rest_.empty()) {
      // zlib counts in 32 bits and does not promise const, though it never writes to its input.
      const std::size_t taken = std::min(rest_.size(), kChunkBytes);
      std::copy_n(rest_.begin(), taken, input_.begin());
      rest_.remove_prefix(taken);
      stream_.next_in = input_.data();
      stream_.avail_in = static_cast<uInt>(taken);
    }
    stream_.next_out = chunk.data();
    stream_.avail_out = static_cast<uInt>(chunk.size());
    status = inflate(&stream_, Z_NO_FLUSH);
    return chunk.size() - stream_.avail_out;
  }

  // Begins the next member of a gzip file; false when what follows is none.
  bool next_member() {
    if (at_end()) return false;
    const unsigned char next =
        stream_.avail_in > 0 ? *stream_.next_in : static_cast<unsigned char>(rest_.front());
    return next == 0x1F && inflateReset(&stream_) == Z_OK;
  }

 private:
  std::string_view rest_;
  Chunk input_{};
  z_stream stream_{};
  bool open_ = false;
};

tl::expected<DecodedBody, CodingError> inflate_with_zlib(std::string_view body, Wrapper wrapper,
                                                         const CodingLimits& limits) {
  Output output(body.size(), limits);
  ZlibStream stream(body, wrapper);
  if (!stream.is_open()) return tl::unexpected(CodingError::Corrupt);
  Chunk chunk;
  while (true) {
    int status = Z_OK;
    const std::size_t size = stream.read(chunk, status);
    if (const auto error = output.append(chunk.data(), size)) return tl::unexpected(*error);
    if (status == Z_STREAM_END) {
      if (wrapper == Wrapper::Gzip && stream.next_member()) continue;
      return std::move(output).finished();
    }
    const bool stuck = size == 0 && stream.at_end();
    if ((status != Z_OK && status != Z_BUF_ERROR) || stuck) return std::move(output).broken();
  }
}

struct BrotliCloser {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

struct ZstdCloser {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// RFC 9659: "zstd" on the web needs no window larger than 8 MB.
constexpr int kZstdWindowLogMax = 23;

}  // namespace

tl::expected<DecodedBody, CodingError> inflate_gzip(std::string_view body,
                                                    const CodingLimits& limits) {
  return inflate_with_zlib(body, Wrapper::Gzip, limits);
}

tl::expected<DecodedBody, CodingError> inflate_deflate(std::string_view body,
                                                       const CodingLimits& limits) {
  auto wrapped = inflate_with_zlib(body, Wrapper::Zlib, limits);
  if (wrapped || wrapped.error() != CodingError::Corrupt) return wrapped;
  return inflate_with_zlib(body, Wrapper::Raw, limits);
}

tl::expected<DecodedBody, CodingError> inflate_brotli(std::string_view body,
                                                      const CodingLimits& limits) {
  const std::unique_ptr<BrotliDecoderState, BrotliCloser> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  if (!state) return tl::unexpected(CodingError::Corrupt);
  Output output(body.size(), limits);
  const auto* next_in = reinterpret_cast<const unsigned char*>(body.data());
  std::size_t available_in = body.size();
  Chunk chunk;
  while (true) {
    unsigned char* next_out = chunk.data();
    std::size_t available_out = chunk.size();
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(
        state.get(), &available_in, &next_in, &available_out, &next_out, nullptr);
    const std::size_t size = chunk.size() - available_out;
    if (const auto error = output.append(chunk.data(), size)) return tl::unexpected(*error);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return std::move(output).finished();
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return std::move(output).broken();
  }
}

tl::expected<DecodedBody, CodingError> inflate_zstd(std::string_view body,
                                                    const CodingLimits& limits) {
  const std::unique_ptr<ZSTD_DCtx, ZstdCloser> context(ZSTD_createDCtx());
  if (!context) return tl::unexpected(CodingError::Corrupt);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kZstdWindowLogMax);
  Output output(body.size(), limits);
  ZSTD_inBuffer input{body.data(), body.size(), 0};
  Chunk chunk;
  bool frame_done = false;
  while (true) {
    ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
    const std::size_t status = ZSTD_decompressStream(context.get(), &out, &input);
    if (ZSTD_isError(status) != 0) {
      return frame_done ? std::move(output).finished() : std::move(output).broken();
    }
    if (const auto error = output.append(chunk.data(), out.pos)) return tl::unexpected(*error);
    frame_done = status == 0;
    if (frame_done && input.pos == input.size) return std::move(output).finished();
    if (!frame_done && out.pos == 0 && input.pos == input.size) return std::move(output).broken();
  }
}

}  // namespace dixit::parser
