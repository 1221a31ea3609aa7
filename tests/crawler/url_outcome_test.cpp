#include "crawler/url_outcome.h"

#include <gtest/gtest.h>

namespace dixit::crawler {
namespace {

using storage::UrlState;

constexpr std::int64_t kNow = 1'000'000;

FetchResult answered(int status) {
  FetchResult result;
  result.status = status;
  return result;
}

FetchResult failed(FetchFailureCode code) {
  FetchResult result;
  result.failure = FetchFailure{code, "detail"};
  return result;
}

TEST(JudgeFetch, SettlesWhatAnotherTryWouldNotChange) {
  EXPECT_EQ(judge_fetch(answered(200), 0, kNow), (UrlOutcome{UrlState::Fetched, "", 1, 0}));
  EXPECT_EQ(judge_fetch(answered(304), 0, kNow), (UrlOutcome{UrlState::Fetched, "", 1, 0}));
  EXPECT_EQ(judge_fetch(answered(308), 0, kNow), (UrlOutcome{UrlState::Redirected, "", 1, 0}));
  EXPECT_EQ(judge_fetch(answered(404), 0, kNow),
            (UrlOutcome{UrlState::Gone, "answered 404", 1, 0}));
  EXPECT_EQ(judge_fetch(answered(403), 0, kNow),
            (UrlOutcome{UrlState::Failed, "answered 403", 1, 0}));
  EXPECT_EQ(judge_fetch(answered(300), 0, kNow).state, UrlState::Failed);
  EXPECT_EQ(judge_fetch(failed(FetchFailureCode::BodyTooLarge), 0, kNow),
            (UrlOutcome{UrlState::Refused, "body too large: detail", 1, 0}));
}

TEST(JudgeFetch, TriesThreeTimesEachLaterThanTheLast) {
  for (const FetchResult& result : {failed(FetchFailureCode::TimedOut), answered(500)}) {
    EXPECT_EQ(judge_fetch(result, 0, kNow).next_due_ms, kNow + 60'000);
    EXPECT_EQ(judge_fetch(result, 1, kNow).next_due_ms, kNow + 120'000);
    EXPECT_EQ(judge_fetch(result, 2, kNow).state, UrlState::Failed);
  }
}

TEST(JudgeFetch, HasMorePatienceWithAnOverloadedHost) {
  for (const int status : {429, 503}) {
    EXPECT_EQ(judge_fetch(answered(status), 8, kNow).state, UrlState::Queued);
    EXPECT_EQ(judge_fetch(answered(status), 9, kNow).state, UrlState::Failed);
  }
}

TEST(JudgeFetch, DoesNotCountWhatWeCancelled) {
  const UrlOutcome outcome = judge_fetch(failed(FetchFailureCode::Cancelled), 2, kNow);
  EXPECT_EQ(outcome.state, UrlState::Queued);
  EXPECT_EQ(outcome.tries, 2);
  EXPECT_EQ(outcome.next_due_ms, kNow);
}

}  // namespace
}  // namespace dixit::crawler
