#include "cli/press/encode.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

namespace dixit::cli {
namespace {

std::string gunzip(std::string gzip) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(gzip.data());
  stream.avail_in = static_cast<uInt>(gzip.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST(ToLatin1, WritesOneByteForEachCodePoint) {
  EXPECT_EQ(to_latin1("déjà «\u00a0oui\u00a0»"), "d\xe9j\xe0 \xab\xa0oui\xa0\xbb");
}

TEST(ToLatin1, AsksAQuestionWhereTheCharsetIsMute) { EXPECT_EQ(to_latin1("l’œuf"), "l??uf"); }

TEST(ToGzip, IsUndoneByGunzip) {
  EXPECT_EQ(gunzip(to_gzip("salt salt salt")), "salt salt salt");
  EXPECT_EQ(gunzip(to_gzip("")), "");
}

}  // namespace
}  // namespace dixit::cli
