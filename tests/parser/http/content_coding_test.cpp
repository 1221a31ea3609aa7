#include "parser/http/content_coding.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

namespace dixit::parser {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPage = "<p>Bonjour, bonjour, bonjour le monde.</p>";
constexpr std::string_view kPageInBrotli =
    "\x1B\x29\x00\xF8\x45\x37\x97\xEA\xE8\x86\x28\x06\x53\x14\x2D\xE2\xDD\x39\xBC\x74\x11\xAA\x18\x50\xE9\xE9\x35\xE7\x36\xFF\x13\x04\x31\x85\xC3\xCD\x5A\x04"sv;

// `window_bits` as zlib takes them: 31 gzip, 15 zlib, -15 bare deflate.
std::string deflated(std::string_view text, int window_bits) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string input(text);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<unsigned char*>(input.data());
  stream.avail_in = static_cast<unsigned>(input.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string gzipped(std::string_view text) { return deflated(text, 31); }

std::string in_zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// The bytes, or the error's description; "..." is put behind a truncated body.
std::string decoded(std::string_view body, std::string_view coding, CodingLimits limits = {}) {
  const auto result = decode_content(body, coding, limits);
  if (!result) return std::string(describe(result.error()));
  return result->bytes + (result->truncated ? "..." : "");
}

TEST(DecodeContent, UndoesEachCoding) {
  EXPECT_EQ(decoded(kPage, ""), kPage);
  EXPECT_EQ(decoded(kPage, "identity"), kPage);
  EXPECT_EQ(decoded(gzipped(kPage), "gzip"), kPage);
  EXPECT_EQ(decoded(gzipped(kPage), "X-GZip"), kPage);
  EXPECT_EQ(decoded(deflated(kPage, 15), "deflate"), kPage);
  EXPECT_EQ(decoded(deflated(kPage, -15), "deflate"), kPage);
  EXPECT_EQ(decoded(kPageInBrotli, "br"), kPage);
  EXPECT_EQ(decoded(in_zstd(kPage), "zstd"), kPage);
}

TEST(DecodeContent, UndoesChainsFromTheLastCoding) {
  EXPECT_EQ(decoded(gzipped(in_zstd(kPage)), "zstd, gzip"), kPage);
  EXPECT_EQ(decoded("x", "gzip,gzip,gzip,gzip"), "too many content codings are chained");
}

TEST(DecodeContent, ReadsSeveralMembersAndIgnoresTrailingBytes) {
  EXPECT_EQ(decoded(gzipped("one ") + gzipped("two"), "gzip"), "one two");
  EXPECT_EQ(decoded(gzipped("one") + "garbage", "gzip"), "one");
  EXPECT_EQ(decoded(in_zstd("one") + "garbage", "zstd"), "one");
}

TEST(DecodeContent, KeepsWhatCameBeforeABreak) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919 % 65537);
  const std::string body = gzipped(text);
  const auto result = decode_content(body.substr(0, body.size() / 2), "gzip");
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->truncated);
  EXPECT_GT(result->bytes.size(), 1000U);
  EXPECT_TRUE(text.starts_with(result->bytes));
}

TEST(DecodeContent, RefusesWhatItCannotRead) {
  EXPECT_EQ(decoded("not coded", "gzip"), "the coded body is corrupt");
  EXPECT_EQ(decoded("\x1F\x8B\x08"sv, "gzip"), "the coded body is corrupt");
  EXPECT_EQ(decoded("\xFF\xFF\xFF", "br"), "the coded body is corrupt");
  EXPECT_EQ(decoded("\xFF\xFF\xFF", "zstd"), "the coded body is corrupt");
  EXPECT_EQ(decoded(kPage, "compress"), "the content coding is not known");
}

TEST(DecodeContent, HouseHandsBackABodyStoredDecoded) {
  for (const std::string_view coding : {"gzip", "deflate", "br", "zstd"}) {
    EXPECT_EQ(decoded(kPage, coding), kPage) << coding;
  }
}

TEST(DecodeContent, StopsAtItsLimits) {
  const std::string spaces(3'000'000, ' ');
  EXPECT_EQ(decoded(gzipped(spaces), "gzip"), "the body grows too much when decoded");
  EXPECT_EQ(decoded(in_zstd(spaces), "zstd"), "the body grows too much when decoded");
  CodingLimits limits;
  limits.bytes_max = 10;
  EXPECT_EQ(decoded(gzipped(kPage), "gzip", limits), "the decoded body is too large");
  EXPECT_EQ(decoded(kPage, "", limits), "the decoded body is too large");
}

}  // namespace
}  // namespace dixit::parser
