#include "cli/press/page.h"

#include <gmock/gmock.h>

namespace dixit::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(ReadPageFile, PartsFieldsFromBodyAtTheFirstEmptyLine) {
  const PageFile page = read_page_file("title: One: two\nstatus: 410\n\n<p>a</p>\n\n<p>b: c</p>\n");
  EXPECT_THAT(page.fields, ElementsAre(Pair("status", "410"), Pair("title", "One: two")));
  EXPECT_EQ(page.body, "<p>a</p>\n\n<p>b: c</p>\n");
}

TEST(ReadPageFile, AllowsAPageWithoutBody) {
  const PageFile page = read_page_file("status: 301");
  EXPECT_THAT(page.fields, ElementsAre(Pair("status", "301")));
  EXPECT_EQ(page.body, "");
}

TEST(FillIn, ReplacesWhatItKnowsAndLeavesTheRest) {
  const PageFields fields{{"a", "1"}, {"b", "{{a}}"}};
  EXPECT_EQ(fill_in("{{a}}-{{b}}-{{c}}-{{", fields), "1-{{a}}-{{c}}-{{");
}

}  // namespace
}  // namespace dixit::cli
