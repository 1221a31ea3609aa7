#include "report/chain.h"

#include <gtest/gtest.h>

#include "report/chain_links.h"
#include "report/style.h"
#include "tests/report/samples.h"

namespace dixit::report {
namespace {

using samples::threat_row;

TEST(ChainLinks, TheSpeakerBearsTheQuotationsHedge) {
  storage::QuotationRow row = threat_row("1", "gull", 1);
  row.quotation.reasons = {{.rule = "source.before_cue", .span = {12, 14}},
                           {.rule = "evidential.conditional_cue", .span = {15, 20}}};
  const std::vector<model::Hop> links = chain_links(row);
  ASSERT_FALSE(links.empty());
  EXPECT_EQ(links.front().role, model::HopRole::Speaker);
  EXPECT_EQ(links.front().evidential, model::Evidential::Hedged);
  EXPECT_EQ(links.front().marker, "wrote");
  EXPECT_EQ(links.front().marker_span, (model::Span{15, 20}));
}

TEST(ChainLinks, AnAssertedSpeakerBearsNone) {
  const std::vector<model::Hop> links = chain_links(threat_row("1", "gull", 1));
  ASSERT_FALSE(links.empty());
  EXPECT_EQ(links.front().evidential, model::Evidential::Asserted);
  EXPECT_FALSE(links.front().marker_span);
}

TEST(ChainLinks, WhoeverAPronounLeavesUnknownIsShownAsIt) {
  storage::QuotationRow row = threat_row("1", "gull", 1);
  row.quotation.source->name.clear();
  EXPECT_EQ(chain_links(row).front().name, "unknown (“he”)");
}

// The sample's target stands beyond the end of this text, as in a damaged record: the report ends.
TEST(ChainReport, TakesAMarkersWordsFromTheText) {
  ChainView view{.row = threat_row("1", "gull", 1)};
  view.row.quotation.reasons = {{.rule = "evidential.hedge_adverb", .span = {0, 9}}};
  view.document.emplace().text =
      "Allegedly, he wrote: We will burn the port. Watch Post told of it.";
  EXPECT_NE(chain_report(view, {}).find("hedged “Allegedly”"), std::string::npos);
}

}  // namespace
}  // namespace dixit::report
