#include "report/json.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <limits>
#include <string>

namespace dixit::report {
namespace {

std::string json_of(std::string_view text) {
  JsonWriter json;
  json.string(text);
  return std::string(json.text());
}

// Readers that split lines as Unicode does break them at more than a line feed.
TEST(JsonWriter, WritesNoCharacterThatEndsALine) {
  EXPECT_EQ(json_of("a\nb\rc\u0085d\u2028e\u2029f"), R"("a\nb\rc\u0085d\u2028e\u2029f")");
  EXPECT_EQ(json_of("\u2027\u2030\u00A0é€"), "\"\u2027\u2030\u00A0é€\"");
}

TEST(JsonWriter, WritesNothingThatATerminalObeys) {
  EXPECT_EQ(json_of("\x1b[2J\x7F\u009B"), R"("\u001B[2J\u007f\u009b")");
}

// A terminal that knows of directions shows what stands beside them turned around.
TEST(JsonWriter, WritesNothingThatReordersText) {
  EXPECT_EQ(json_of("\u2029\u202A\u202E\u202F"), "\"\\u2029\\u202a\\u202e\u202F\"");
  EXPECT_EQ(json_of("\u2065\u2066\u2069\u206A"), "\"\u2065\\u2066\\u2069\u206A\"");
}

TEST(JsonWriter, WritesBrokenBytesAsReplacements) {
  EXPECT_EQ(json_of("a\xFF"), "\"a\uFFFD\"");
  EXPECT_EQ(json_of("a\xC2"), "\"a\uFFFD\"");
  EXPECT_EQ(json_of("a\xE2\x80"), "\"a\uFFFD\"");
  EXPECT_EQ(json_of("\xED\xA0\x80").find('\xED'), std::string::npos) << "a lone surrogate";
}

TEST(JsonWriter, IsReadBackAsItWas) {
  std::string text;
  for (char32_t c = 1; c < 0x3000; ++c) {
    if (c < 0x80) {
      text.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
      text.push_back(static_cast<char>(0xC0U | (c >> 6U)));
      text.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    } else {
      text.push_back(static_cast<char>(0xE0U | (c >> 12U)));
      text.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
      text.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    }
  }
  simdjson::dom::parser parser;
  EXPECT_EQ(std::string_view(parser.parse(json_of(text))), text);
}

TEST(JsonWriter, WritesNullForNumbersThatJsonHasNot) {
  JsonWriter json;
  json.begin_array();
  json.real(std::numeric_limits<double>::infinity());
  json.real(std::numeric_limits<double>::quiet_NaN());
  json.real(0.12345);
  json.end_array();
  EXPECT_EQ(json.text(), "[null,null,0.123]");
}

}  // namespace
}  // namespace dixit::report
