#include "crawler/answer_reading.h"

#include <gtest/gtest.h>

namespace dixit::crawler {
namespace {

using policy::RetentionAction;
using policy::RetentionReason;
using storage::UrlKind;

Answer answer_of(UrlKind kind, std::uint64_t bytes) {
  return {.status = 200,
          .headers = {{"Content-Type", "application/xml"}},
          .body_bytes = bytes,
          .body_bytes_max = body_bytes_max(kind)};
}

TEST(DecideAnswer, LetsASitemapBeAsLargeAsSitemapsMayBe) {
  constexpr std::uint64_t kLarge = 17ULL * 1024 * 1024;
  EXPECT_EQ(decide_answer(answer_of(UrlKind::Sitemap, kLarge), {}).action,
            RetentionAction::Archive);
  EXPECT_EQ(decide_answer(answer_of(UrlKind::Page, kLarge), {}).reason, RetentionReason::TooLarge);
  EXPECT_EQ(decide_answer(answer_of(UrlKind::Sitemap, 4 * kLarge), {}).reason,
            RetentionReason::TooLarge);
}

TEST(DecideAnswer, HeedsWhatIsWished) {
  policy::PageOptOuts wishes;
  wishes.noarchive = true;
  EXPECT_EQ(decide_answer(answer_of(UrlKind::Page, 100), wishes).reason,
            RetentionReason::NoArchive);
}

}  // namespace
}  // namespace dixit::crawler
