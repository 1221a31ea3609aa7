#include "parser/quote/quotation_room.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "parser/reader.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

// `quotations` in order, those from `first_threat` on threats.
model::Document document_of(std::size_t quotations, std::size_t first_threat) {
  model::Document document;
  for (std::size_t i = 0; i < quotations; ++i) {
    model::Quotation& quotation = document.quotations.emplace_back();
    quotation.span = {.start = i, .end = i + 1};
    if (i >= first_threat) quotation.threat.threat_class = model::ThreatClass::Violent;
  }
  return document;
}

TEST(QuotationRoom, KeepsAsManyAsThereIsRoomFor) {
  model::Document document = document_of(kQuotationsMax, kQuotationsMax);
  const model::Document whole = document;
  QuotationRoom().admit(document);
  EXPECT_EQ(document, whole);
}

TEST(QuotationRoom, KeepsThreatsBeforeTrifles) {
  model::Document document = document_of(kQuotationsMax + 10, kQuotationsMax + 7);
  QuotationRoom().admit(document);
  ASSERT_EQ(document.quotations.size(), kQuotationsMax);
  EXPECT_EQ(document.quotations_left_out, 10U);
  EXPECT_TRUE(std::ranges::is_sorted(document.quotations, {},
                                     [](const auto& quotation) { return quotation.span.start; }));
  EXPECT_EQ(document.quotations[kQuotationsMax - 4].span.start, kQuotationsMax - 4);
  EXPECT_EQ(document.quotations[kQuotationsMax - 3].span.start, kQuotationsMax + 7);
}

TEST(QuotationRoom, KeepsTheFirstOfTooManyThreats) {
  model::Document document = document_of(kQuotationsMax + 10, 3);
  QuotationRoom().admit(document);
  ASSERT_EQ(document.quotations.size(), kQuotationsMax);
  EXPECT_EQ(document.quotations.front().span.start, 3U);
  EXPECT_EQ(document.quotations.back().span.start, kQuotationsMax + 2);
}

TEST(QuotationRoom, IsSharedByAPageAndItsPosts) {
  QuotationRoom room;
  model::Document page = document_of(kQuotationsMax - 1, kQuotationsMax);
  model::Document post = document_of(3, 3);
  model::Document another = document_of(2, 2);
  room.admit(page);
  room.admit(post);
  room.admit(another);
  EXPECT_EQ(page.quotations_left_out, 0U);
  EXPECT_EQ(post.quotations.size(), 1U);
  EXPECT_EQ(post.quotations_left_out, 2U);
  EXPECT_TRUE(another.quotations.empty());
  EXPECT_EQ(another.quotations_left_out, 2U);
}

TEST(QuotationRoom, BoundsWhatIsReadOfAText) {
  std::string text;
  for (std::size_t i = 0; i < kQuotationsMax + 500; ++i) text += "Ada Roth said that it rains.\n\n";
  const model::Document document =
      read_text(support::built_in_knowledge(), {.text = text, .language_hint = "en"});
  EXPECT_EQ(document.quotations.size(), kQuotationsMax);
  EXPECT_EQ(document.quotations_left_out, 500U);
}

}  // namespace
}  // namespace dixit::parser
