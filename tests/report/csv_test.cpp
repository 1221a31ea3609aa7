#include "report/csv.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace dixit::report {
namespace {

TEST(Rfc4180CsvCell, QuotesOnlyWhatMustBe) {
  EXPECT_EQ(csv_cell("plain words"), "plain words");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_cell(""), "");
}

TEST(HouseCsvCell, DisarmsFormulas) {
  EXPECT_EQ(csv_cell("=HYPERLINK(\"http://x\",\"y\")"),
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  EXPECT_EQ(csv_cell("+1"), "'+1");
  EXPECT_EQ(csv_cell("-1"), "'-1");
  EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_cell("\t=1"), "\"\t'=1\"");
  EXPECT_EQ(csv_cell(" \u00A0=1"), "' \u00A0=1");
  EXPECT_EQ(csv_cell("\n-1"), "\"\n'-1\"");
  EXPECT_EQ(csv_cell("＝1"), "'＝1");
  EXPECT_EQ(csv_cell("a=1"), "a=1");
  EXPECT_EQ(csv_cell(" - "), "' - ");
}

// Where a comma parts decimals, spreadsheets part cells by ";".
TEST(HouseCsvCell, DisarmsWhatFollowsAnEndOfACell) {
  EXPECT_EQ(csv_cell("a;=1"), "\"a;'=1\"");
  EXPECT_EQ(csv_cell("a\t=1"), "\"a\t'=1\"");
  EXPECT_EQ(csv_cell("a; \u00A0@x;+2"), "\"a;' \u00A0@x;'+2\"");
  EXPECT_EQ(csv_cell("a\r\n-1"), "\"a\r\n'-1\"");
  EXPECT_EQ(csv_cell("a;\"=1\""), "\"a;'\"\"=1\"\"\"") << "marks within a line are text to it";
  EXPECT_EQ(csv_cell("a;b=1"), "\"a;b=1\"");
}

TEST(HouseCsvCell, HoldsNothingThatATerminalObeys) {
  EXPECT_EQ(csv_cell("a\x1b[2J\u009Bb\x7F"), "a\uFFFD[2J\uFFFDb\uFFFD");
}

TEST(HouseCsvCell, NeverWritesBrokenUtf8) { EXPECT_EQ(csv_cell("a\xFF"), "a\uFFFD"); }

TEST(Rfc4180CsvLine, EndsWithCrlf) {
  const std::array<std::string, 3> cells{"a", "", "c,d"};
  EXPECT_EQ(csv_line(cells), "a,,\"c,d\"\r\n");
}

}  // namespace
}  // namespace dixit::report
