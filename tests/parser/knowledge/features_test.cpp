#include "parser/knowledge/features.h"

#include <gtest/gtest.h>

namespace dixit::parser {
namespace {

TEST(ParseFeatures, ReadsPartsInAnyOrder) {
  const Features expected{.gender = Gender::Feminine,
                          .number = Number::Plural,
                          .person = Person::Third,
                          .mood = Mood::Conditional};
  EXPECT_EQ(parse_features("conditional.3.p.f"), expected);
  EXPECT_EQ(parse_features("f.p.3.conditional"), expected);
  EXPECT_EQ(parse_features("any"), Features{});
}

TEST(ParseFeatures, RejectsWhatItDoesNotKnow) {
  for (const char* text : {"", ".", "m.", "4", "masculine", "m..s", "indicative 3"}) {
    EXPECT_EQ(parse_features(text), std::nullopt) << text;
  }
}

TEST(Agree, StatedFactsMustNotContradict) {
  const Features she = *parse_features("3.f.s");
  EXPECT_TRUE(agree(she, *parse_features("f")));
  EXPECT_TRUE(agree(she, Features{}));
  EXPECT_FALSE(agree(she, *parse_features("m")));
  EXPECT_FALSE(agree(she, *parse_features("p")));
  EXPECT_FALSE(agree(she, *parse_features("1")));
}

}  // namespace
}  // namespace dixit::parser
