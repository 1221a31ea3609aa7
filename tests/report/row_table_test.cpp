#include "report/row_table.h"

#include <gmock/gmock.h>

#include <vector>

#include "tests/report/samples.h"

namespace dixit::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ShortDate, KeepsTheClockOfThePageWithItsOffset) {
  EXPECT_EQ(short_date("2015"), "2015");
  EXPECT_EQ(short_date("2015-03-02"), "2015-03-02");
  EXPECT_EQ(short_date("2015-03-02T10:15"), "2015-03-02 10:15");
  EXPECT_EQ(short_date("2015-03-02T10:15Z"), "2015-03-02 10:15Z");
  EXPECT_EQ(short_date("2015-03-02T10:15+01:00"), "2015-03-02 10:15+01");
  EXPECT_EQ(short_date("2015-03-02T10:15:59.5-03:30"), "2015-03-02 10:15-0330");
}

// Titles, names and words are strangers': none of them moves the cursor or turns text around.
TEST(RowsTable, ShowsNothingThatATerminalObeys) {
  auto row = samples::threat_row("aaaabbbbcccc0001", "gull", 2);
  const std::string hostile = "\x1b]0;x\x07\x1b[31m\u009B2J\u202Ea\nb\r";
  row.outlet = row.title = row.quotation.text = hostile;
  row.quotation.source->name = row.quotation.hops.front().marker = hostile;
  const std::string table = rows_table(std::vector<storage::QuotationRow>{row}, {});
  for (const char* order : {"\x1b", "\x07", "\u009B", "\u202E", "\r"}) {
    EXPECT_THAT(table, Not(HasSubstr(order)));
  }
  EXPECT_THAT(table, HasSubstr("1 quotation\n"));
}

}  // namespace
}  // namespace dixit::report
