#include "policy/retry_after.h"

#include <gtest/gtest.h>

#include <limits>

namespace dixit::policy {
namespace {

constexpr std::int64_t kNow = 784'111'777'000;  // Sun, 06 Nov 1994 08:49:37 GMT

TEST(Rfc9110RetryAfter, ReadsSeconds) {
  EXPECT_EQ(retry_after_until_ms("120", kNow), kNow + 120'000);
  EXPECT_EQ(retry_after_until_ms(" 0 ", kNow), kNow);
}

TEST(Rfc9110RetryAfter, ReadsADate) {
  EXPECT_EQ(retry_after_until_ms("Sun, 06 Nov 1994 08:50:37 GMT", kNow), kNow + 60'000);
}

TEST(HouseRetryAfter, StaysBetweenNowAndAWeek) {
  EXPECT_EQ(retry_after_until_ms("99999999999999999999", kNow), kNow + kRetryAfterMsMax);
  EXPECT_EQ(retry_after_until_ms("Sun, 06 Nov 1995 08:50:37 GMT", kNow), kNow + kRetryAfterMsMax);
  EXPECT_EQ(retry_after_until_ms("Sun, 06 Nov 1993 08:50:37 GMT", kNow), kNow);
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(retry_after_until_ms("120", kMost), kMost);
}

TEST(Rfc9110RetryAfter, RejectsTheRest) {
  for (const std::string_view value : {"", "-5", "1.5", "later", "10 s"}) {
    EXPECT_EQ(retry_after_until_ms(value, kNow), std::nullopt) << value;
  }
}

}  // namespace
}  // namespace dixit::policy
