#include "storage/code_points.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::storage {
namespace {

// Code points of one to four bytes in turn, over several stretches.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8E\xA4";
  return text;
}

TEST(CodePoints, AreFoundWhereAWalkFindsThem) {
  const std::string text = long_text();
  const CodePointPlaces places(text);
  std::size_t byte = 0;
  for (std::size_t index = 0; index < 1600; ++index) {
    ASSERT_EQ(places.byte_of(index), byte);
    byte += index % 4 + 1;
  }
  EXPECT_EQ(places.byte_of(1600), text.size());
  EXPECT_EQ(places.byte_of(100'000), text.size());
  EXPECT_EQ(CodePointPlaces("").byte_of(0), 0U);
}

TEST(CodePoints, GiveTheContextOfASpan) {
  const std::string text = "\xC2\xAB Nous frapperons la cit\xC3\xA9 \xC2\xBB, dit-il.";
  const CodePointPlaces places(text);
  using Context = std::pair<std::string_view, std::string_view>;
  EXPECT_EQ(context_of(places, {7, 17}, 5), Context("Nous ", " la c"));
  EXPECT_EQ(context_of(places, {2, 25}, 4), Context("\xC2\xAB ", " \xC2\xBB, "));
  EXPECT_EQ(context_of(places, {0, 1000}, 4), Context("", ""));
  EXPECT_EQ(context_of(places, {1000, 2000}, 4), Context("", ""));
  EXPECT_EQ(context_of(places, {7, 3}, 2), Context("s ", "fr"));
}

}  // namespace
}  // namespace dixit::storage
