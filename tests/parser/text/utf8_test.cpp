#include "parser/text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::parser {
namespace {

TEST(DecodeAt, ReadsEveryLength) {
  EXPECT_EQ(decode_at("a", 0), (DecodedCodePoint{U'a', 1, true}));
  EXPECT_EQ(decode_at("é", 0), (DecodedCodePoint{U'é', 2, true}));
  EXPECT_EQ(decode_at("x€", 1), (DecodedCodePoint{U'€', 3, true}));
  EXPECT_EQ(decode_at("😀", 0), (DecodedCodePoint{U'😀', 4, true}));
}

TEST(ReplaceInvalidUtf8, PutsOneMarkForEachMaximalSubpart) {
  EXPECT_EQ(replace_invalid_utf8("a\xC3\xA9z"), "aéz");
  EXPECT_EQ(replace_invalid_utf8("a\xE9z"), "a\uFFFDz");
  EXPECT_EQ(replace_invalid_utf8("\xF0\x9F\x98"), "\uFFFD");
  EXPECT_EQ(replace_invalid_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(replace_invalid_utf8("\xC0\xAF"), "\uFFFD\uFFFD");
}

TEST(ValidUtf8, RefusesOverlongAndSurrogateForms) {
  EXPECT_TRUE(is_valid_utf8("déjà vu 😀"));
  EXPECT_FALSE(is_valid_utf8("\xC1\x81"));
  EXPECT_FALSE(is_valid_utf8("\xED\xBF\xBF"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
}

TEST(Utf32, GoesThereAndBack) {
  const std::string text = "Ωmega, «été», داعش 😀";
  EXPECT_EQ(to_utf8(to_utf32(text)), text);
  EXPECT_EQ(to_utf32("é"), U"é");
}

TEST(AppendUtf8, ReplacesWhatIsNoScalarValue) {
  std::string out;
  append_utf8(out, 0xD800);
  append_utf8(out, 0x110000);
  EXPECT_EQ(out, "\uFFFD\uFFFD");
}

TEST(TruncateUtf8, NeverCutsACodePoint) {
  EXPECT_EQ(truncate_utf8("été", 4), "ét");
  EXPECT_EQ(truncate_utf8("été", 3), "ét");
  EXPECT_EQ(truncate_utf8("été", 99), "été");
}

TEST(TrimWhiteSpace, KnowsEverySpace) {
  EXPECT_EQ(trim_white_space("\u00A0\t été \u2003\u3000"), "été");
  EXPECT_EQ(trim_white_space(" \u00A0"), "");
  EXPECT_EQ(trim_white_space("\xA0x\xA0"), "\xA0x\xA0");
}

TEST(CodePointIndex, AgreesWithDecodingAtEveryOffset) {
  std::string text;
  for (int round = 0; round < 60; ++round) text += round % 7 == 0 ? "😀é" : "ab€";
  const CodePointIndex index(text);
  std::size_t offset = 0;
  std::size_t count = 0;
  while (offset < text.size()) {
    ASSERT_EQ(index.to_code_point(offset), count);
    ASSERT_EQ(index.to_byte(count), offset);
    offset += decode_at(text, offset).length;
    ++count;
  }
  EXPECT_EQ(index.size(), count);
  EXPECT_EQ(index.to_byte(count), text.size());
  EXPECT_EQ(index.to_code_point(text.size()), count);
}

TEST(CodePointIndex, CoversTextsThatEndOnAStretch) {
  const std::string text = "é" + std::string(62, 'a');
  const CodePointIndex index(text);
  EXPECT_EQ(index.size(), 63U);
  EXPECT_EQ(index.to_code_point(64), 63U);
  EXPECT_EQ(index.to_byte(63), 64U);
}

TEST(CodePointIndex, IsTheIdentityOnAscii) {
  const CodePointIndex index("plain");
  EXPECT_EQ(index.to_byte(3), 3U);
  EXPECT_EQ(index.to_code_point(99), 5U);
}

}  // namespace
}  // namespace dixit::parser
