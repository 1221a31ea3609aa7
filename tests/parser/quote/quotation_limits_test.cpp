#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "parser/quote/analysis.h"
#include "parser/quote/marks.h"
#include "parser/quote/quotations.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

constexpr std::size_t kHugeBytes = 1u << 20;

std::string repeated(std::string_view unit) {
  std::string text;
  while (text.size() < kHugeBytes) text += unit;
  return text;
}

std::vector<model::Quotation> quotations_in(std::string_view language, const std::string& text) {
  const Knowledge& knowledge = support::built_in_knowledge();
  const Analysis analysis(text, *knowledge.language(language), knowledge.entities());
  return find_quotations(analysis, {}).quotations;
}

TEST(QuotationLimits, MarksAloneHoldNoWords) {
  EXPECT_TRUE(quotations_in("en", repeated("\"")).empty());
  EXPECT_TRUE(quotations_in("fr", repeated("« ")).empty());
  EXPECT_TRUE(quotations_in("de", repeated("„“")).empty());
}

TEST(QuotationLimits, TextWithoutSpacesHoldsNothing) {
  EXPECT_TRUE(quotations_in("de", repeated("polizeisprecher")).empty());
}

TEST(QuotationLimits, StretchesOfOneTextAreBounded) {
  constexpr std::string_view kSentence = "“We go there,” said Ada Roth.\n\n";
  const std::string text = repeated(kSentence);
  const Knowledge& knowledge = support::built_in_knowledge();
  const Analysis analysis(text, *knowledge.language("en"), knowledge.entities());
  const MarkedStretches found = find_marked_stretches(analysis);
  EXPECT_EQ(found.read.size(), 2000);
  EXPECT_EQ(found.unread, text.size() / kSentence.size() - 2000);
  EXPECT_EQ(find_quotations(analysis, {}).unread, found.unread);
}

TEST(QuotationLimits, AnEndlessSentenceIsReadInPieces) {
  const std::string text = repeated("and Ada Roth said that “it would be so” ");
  const Knowledge& knowledge = support::built_in_knowledge();
  const Analysis analysis(text, *knowledge.language("en"), knowledge.entities());
  for (const TokenRange& sentence : analysis.sentences()) ASSERT_LE(sentence.size(), 640);
  std::size_t attributed = 0;
  for (const model::Quotation& quotation : find_quotations(analysis, {}).quotations) {
    if (!quotation.source) continue;  // its piece began behind the name
    // Where a piece begins, it may begin inside a name.
    ASSERT_TRUE(quotation.source->text.ends_with("Roth"));
    ++attributed;
  }
  EXPECT_GT(attributed, 1900);
}

}  // namespace
}  // namespace dixit::parser
