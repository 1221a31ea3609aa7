#include "report/text_fragment.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::report {
namespace {

storage::QuotationRow row_of(std::string text, std::string prefix = {}, std::string suffix = {}) {
  storage::QuotationRow row;
  row.url = "http://gull.example/a";
  row.quotation.text = std::move(text);
  row.prefix = std::move(prefix);
  row.suffix = std::move(suffix);
  return row;
}

TEST(WicgTextFragment, NamesAShortQuotationWhole) {
  EXPECT_EQ(text_fragment_link(row_of("We will burn the port")),
            "http://gull.example/a#:~:text=We%20will%20burn%20the%20port");
}

TEST(WicgTextFragment, EncodesTheSignsOfItsOwnGrammar) {
  EXPECT_EQ(text_fragment_link(row_of("now, well-known & one two")),
            "http://gull.example/a#:~:text=now%2C%20well%2Dknown%20%26%20one%20two");
}

TEST(WicgTextFragment, EncodesWhatIsNotAscii) {
  EXPECT_EQ(text_fragment_link(row_of("été comme hiver ici même")),
            "http://gull.example/a#:~:text=%C3%A9t%C3%A9%20comme%20hiver%20ici%20m%C3%AAme");
}

TEST(WicgTextFragment, NamesALongQuotationByItsEnds) {
  std::string text = "a b c d e";
  for (int i = 0; i < 100; ++i) text += " word";
  text += " v w x y z";
  EXPECT_EQ(text_fragment_link(row_of(text)),
            "http://gull.example/a#:~:text=a%20b%20c%20d%20e,v%20w%20x%20y%20z");
}

TEST(WicgTextFragment, NamesAQuotationOfSeveralBlocksByItsEnds) {
  EXPECT_EQ(text_fragment_link(row_of("a b c d e f\ng v w x y z")),
            "http://gull.example/a#:~:text=a%20b%20c%20d%20e,v%20w%20x%20y%20z");
}

TEST(WicgTextFragment, TakesNeighboursOfTooFewWordsAlong) {
  EXPECT_EQ(
      text_fragment_link(row_of("never again", "tter the man wrote: \"", "\", said Watch Po")),
      "http://gull.example/a#:~:text=man%20wrote%3A%20%22-,never%20again,"
      "-%22%2C%20said%20Watch");
}

TEST(WicgTextFragment, TakesNeighboursFromTheSameLineOnly) {
  EXPECT_EQ(text_fragment_link(row_of("never again", "line above\n", "\nline below")),
            "http://gull.example/a#:~:text=never%20again");
}

TEST(WicgTextFragment, FollowsAFragmentThatIsThere) {
  auto row = row_of("We will burn the port");
  row.url += "#top";
  EXPECT_EQ(text_fragment_link(row),
            "http://gull.example/a#top:~:text=We%20will%20burn%20the%20port");
}

}  // namespace
}  // namespace dixit::report
