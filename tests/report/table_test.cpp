#include "report/table.h"

#include <gtest/gtest.h>

namespace dixit::report {
namespace {

StyledText cell(std::string_view text) { return StyledText().add(text); }

TEST(Table, TakesNoMoreWidthThanItNeeds) {
  Table table({{.title = "NAME"}, {.title = "N", .right_aligned = true}});
  table.add_row({cell("gull"), cell("7")});
  table.add_row({cell("heronry"), cell("120")});
  EXPECT_EQ(table.print({.colour = false, .columns = 80}),
            "NAME       N\n"
            "gull       7\n"
            "heronry  120\n");
}

TEST(Table, SqueezesTheWidestColumn) {
  Table table({{.title = "A"}, {.title = "WORDS", .width_min = 8, .lines_max = 2}});
  table.add_row({cell("abcd"), cell("one two three four five six")});
  EXPECT_EQ(table.print({.colour = false, .columns = 16}),
            "A     WORDS\n"
            "abcd  one two\n"
            "      three…\n");
}

TEST(Table, StandsOnEndWhereItCannotBeSqueezed) {
  Table table({{.title = "NAME", .width_min = 12}, {.title = "WORDS", .width_min = 20}});
  table.add_row({cell("gull"), cell("one two three four five six")});
  table.add_row({cell("heron at the weir"), cell("")});
  EXPECT_EQ(table.print({.colour = false, .columns = 30}),
            "NAME   gull\n"
            "WORDS  one two three four five\n"
            "       six\n"
            "\n"
            "NAME   heron at the weir\n");
}

TEST(Table, CutsAWordThatIsTooLong) {
  Table table({{.title = "URL", .width_min = 6}});
  table.add_row({cell("http://gull.example/")});
  EXPECT_EQ(table.print({.colour = false, .columns = 6}), "URL\nhttp:…\n");
}

TEST(Table, AlignsWideAndAccentedText) {
  Table table({{.title = "X"}, {.title = "Y"}});
  table.add_row({cell("日本"), cell("a")});
  table.add_row({cell("été"), cell("b")});
  EXPECT_EQ(table.print({.colour = false, .columns = 80}), "X     Y\n日本  a\nété   b\n");
}

}  // namespace
}  // namespace dixit::report
