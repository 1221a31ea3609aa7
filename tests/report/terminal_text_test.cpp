#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "report/printable.h"
#include "report/styled_text.h"
#include "report/wrap.h"

namespace dixit::report {
namespace {

TEST(Printable, DisarmsEscapeSequences) {
  EXPECT_EQ(printable("a\x1b]0;title\x07"
                      "b"),
            "a\uFFFD]0;title\uFFFDb");
}

TEST(Printable, LeavesOutCharactersThatReorderText) {
  EXPECT_EQ(printable("x\u202Ey\u2066z\u2069"), "xyz");
}

TEST(InWrittenOrder, LeavesOutThoseCharactersAlone) {
  EXPECT_EQ(in_written_order("a,\u202Eb\u2069\r\n"), "a,b\r\n");
}

TEST(Printable, MakesOneLine) { EXPECT_EQ(printable("a\nb\tc\r"), "a b c "); }

TEST(Printable, ReplacesBytesThatAreNoUtf8) { EXPECT_EQ(printable("a\xFF"), "a\uFFFD"); }

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("été"), 3U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("日本"), 4U);
}

TEST(Fit, CutsWithAnEllipsis) {
  EXPECT_EQ(fit("harbour", 7), "harbour");
  EXPECT_EQ(fit("harbour wall", 8), "harbour…");
  EXPECT_EQ(fit("日本語", 4), "日…");
  EXPECT_EQ(fit("x", 0), "");
}

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("a-very-long-word b", 4), (std::vector<std::string>{"a-very-long-word", "b"}));
  EXPECT_EQ(wrap("", 4), (std::vector<std::string>{""}));
  EXPECT_EQ(wrap("a\nb", 4), (std::vector<std::string>{"a", "b"}));
}

TEST(StyledText, KeepsWordsOfSeveralTonesTogether) {
  StyledText text;
  text.add("He said “").add(Tone::Words, "we come").add("”.");
  EXPECT_EQ(text.block({.colour = false, .columns = 24}, "> ", 2), "> He said “we come”.\n");
  EXPECT_EQ(text.block({.colour = true, .columns = 24}, "", 0),
            "He said “\x1b[3mwe come\x1b[0m”.\n");
}

TEST(StyledText, WrapsWithoutCountingColour) {
  StyledText text;
  text.add(Tone::Threat, "aaaa bbbb cccc dddd eeee");
  EXPECT_EQ(text.block({.colour = false, .columns = 22}, "- ", 2),
            "- aaaa bbbb cccc dddd\n  eeee\n");
}

std::vector<std::string> lines_of(const StyledText& text, std::size_t columns,
                                  std::size_t lines_max) {
  std::vector<std::string> lines;
  for (const auto& line : text.lines({.colour = false}, columns, lines_max)) {
    EXPECT_EQ(line.width, display_width(line.text)) << line.text;
    EXPECT_LE(line.width, columns) << line.text;
    lines.push_back(line.text);
  }
  return lines;
}

// Nothing parts the words of a Chinese or Japanese title.
TEST(StyledText, BreaksBetweenIdeographs) {
  EXPECT_EQ(lines_of(StyledText().add("港湾事務所に脅迫状"), 10, 2),
            (std::vector<std::string>{"港湾事務所", "に脅迫状"}));
  EXPECT_EQ(lines_of(StyledText().add("港湾事務所に").add(Tone::Words, "脅迫状が届く。"), 10, 2),
            (std::vector<std::string>{"港湾事務所", "に脅迫状…"}));
  EXPECT_EQ(lines_of(StyledText().add("Gull 港湾事務所に脅迫状"), 10, 3),
            (std::vector<std::string>{"Gull 港湾", "事務所に脅", "迫状"}));
}

TEST(StyledText, CutsALongUrlRatherThanBreakIt) {
  EXPECT_EQ(lines_of(StyledText().add("https://gull.example/a/b?c=d e"), 12, 2),
            (std::vector<std::string>{"https://gul…", "e"}));
}

}  // namespace
}  // namespace dixit::report
