#include "report/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dixit::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Reading, SaysHowManyQuotationsAreLeftOut) {
  model::Document document;
  EXPECT_THAT(reading(document, {}), Not(HasSubstr("left out")));
  document.quotations_left_out = 7;
  EXPECT_THAT(reading(document, {}), HasSubstr("0 quotations, 0 threats, 7 more left out"));
}

}  // namespace
}  // namespace dixit::report
