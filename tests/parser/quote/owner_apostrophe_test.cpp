#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

std::string source_of(std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in("en", text), part);
  return quotation.source ? quotation.source->text : "?";
}

TEST(OwnerApostrophe, MakesAnOwnerOfAPlural) {
  EXPECT_EQ(source_of("The herders’ chairman said: “The well stays open.”", "The well"),
            "The herders’ chairman");
  EXPECT_EQ(source_of("The herders' chairman said: “The well stays open.”", "The well"),
            "The herders' chairman");
}

TEST(OwnerApostrophe, ClosesNoWordsBetweenSingleMarks) {
  const std::string text = "‘The herders’ well stays open,’ the mayor said.";
  EXPECT_EQ(quotation_with(read_in("en", text), "well").text, "The herders’ well stays open,");
  EXPECT_EQ(source_of(text, "well"), "the mayor");
}

TEST(OwnerApostrophe, IsNoneWhereItAloneClosesTheWords) {
  const std::string text = "‘We stand by the herders’ said the mayor of Tarn.";
  EXPECT_EQ(quotation_with(read_in("en", text), "stand by").text, "We stand by the herders");
}

TEST(OwnerApostrophe, OpensNothingBehindWordsThatAreClosed) {
  const std::string text =
      "'The well stays open,' the herders' chairman said. The traders' answer was short.";
  EXPECT_EQ(source_of(text, "The well"), "the herders' chairman");
}

}  // namespace
}  // namespace dixit::parser
