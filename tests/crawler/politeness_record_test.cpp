#include "crawler/politeness_record.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace dixit::crawler {
namespace {

TEST(PolitenessRecord, ComesBackAsItWasWritten) {
  policy::HostPoliteness politeness;
  politeness.busy_until_ms = 1'768'478'400'123;
  politeness.latency_ms = 0.1 + 0.2;
  politeness.crawl_delay_ms = 10'000;
  politeness.retry_after_until_ms = std::numeric_limits<std::int64_t>::max();
  politeness.back_off_ms = 60'000;
  politeness.back_off_until_ms = -5;
  politeness.day = 20'468;
  politeness.fetches_that_day = 3;

  EXPECT_EQ(parse_politeness(print_politeness(politeness)), politeness);
  EXPECT_EQ(parse_politeness(print_politeness({})), policy::HostPoliteness());
}

TEST(PolitenessRecord, IsRefusedWhenItIsNotWhole) {
  const std::string line = print_politeness({});
  for (std::size_t length = 0; length < line.size(); ++length)
    EXPECT_FALSE(parse_politeness(line.substr(0, length))) << length;
  EXPECT_FALSE(parse_politeness(line + " 1"));
  EXPECT_FALSE(parse_politeness("2" + line.substr(1)));
  EXPECT_FALSE(parse_politeness("1 x 0 0 0 0 0 0 0"));
}

}  // namespace
}  // namespace dixit::crawler
