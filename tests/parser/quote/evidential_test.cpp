#include <gtest/gtest.h>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

using model::Evidential;

TEST(Evidential, PlainReportIsAsserted) {
  const auto document =
      read_in("fr", "«Le pont restera ouvert cet hiver», a déclaré le maire Hector Valdoise.");
  EXPECT_EQ(quotation_with(document, "pont").evidential, Evidential::Asserted);
}

TEST(Evidential, FrenchConditionalOfTheCueHedges) {
  const auto document =
      read_in("fr", "«Le pont restera ouvert cet hiver», aurait déclaré le maire Hector Valdoise.");
  EXPECT_EQ(quotation_with(document, "pont").evidential, Evidential::Hedged);
}

TEST(Evidential, AHedgingAdverbBesideTheCueHedges) {
  const auto document =
      read_in("en", "“The bridge will stay open,” Mayor Hector Valdoise allegedly said.");
  EXPECT_EQ(quotation_with(document, "bridge").evidential, Evidential::Hedged);
}

TEST(Evidential, ALaterDenialBySpeakerDenies) {
  const auto document = read_in(
      "fr",
      "«Je brûlerai ce hangar», a lancé Hector Valdoise.\n\nHector Valdoise nie avoir tenu ces "
      "propos.");
  EXPECT_EQ(quotation_with(document, "hangar").evidential, Evidential::Denied);
}

}  // namespace
}  // namespace dixit::parser
