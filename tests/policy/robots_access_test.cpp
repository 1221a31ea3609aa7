#include "policy/robots_access.h"

#include <gtest/gtest.h>

namespace dixit::policy {
namespace {

RobotsAccess access_for(std::optional<int> status, int redirects = 0) {
  return robots_for_status({status, redirects});
}

TEST(Rfc9309RobotsAccess, SuccessIsRead) {
  EXPECT_EQ(access_for(200), RobotsAccess::UseBody);
  EXPECT_EQ(access_for(204), RobotsAccess::UseBody);
}

TEST(RobotsAccess, NotModifiedIsNewsOfAFileOnlyToThoseWhoHaveIt) {
  EXPECT_EQ(robots_for_status({.status = 304, .has_stored_file = true}), RobotsAccess::UseBody);
  EXPECT_EQ(access_for(304), RobotsAccess::DisallowAll);
}

TEST(Rfc9309RobotsAccess, FiveRedirectsAreFollowedAndTheSixthMeansNoFile) {
  EXPECT_EQ(access_for(301, 0), RobotsAccess::FollowRedirect);
  EXPECT_EQ(access_for(307, 4), RobotsAccess::FollowRedirect);
  EXPECT_EQ(access_for(302, 5), RobotsAccess::AllowAll);
}

TEST(Rfc9309RobotsAccess, UnavailableAllowsAll) {
  for (const int status : {400, 401, 403, 404, 410, 451}) {
    EXPECT_EQ(access_for(status), RobotsAccess::AllowAll) << status;
  }
}

TEST(Rfc9309RobotsAccess, UnreachableDisallowsAll) {
  for (const int status : {500, 503, 599, 0, 101}) {
    EXPECT_EQ(access_for(status), RobotsAccess::DisallowAll) << status;
  }
  EXPECT_EQ(access_for(std::nullopt), RobotsAccess::DisallowAll);
}

TEST(HouseRobotsAccess, TooManyRequestsDisallowsAll) {
  EXPECT_EQ(access_for(429), RobotsAccess::DisallowAll);
}

TEST(Rfc9309RobotsAccess, AnAnswerLivesADayAndAFailureAnHour) {
  EXPECT_EQ(robots_life_ms(RobotsAccess::UseBody), 24 * 3'600'000);
  EXPECT_EQ(robots_life_ms(RobotsAccess::AllowAll), 24 * 3'600'000);
  EXPECT_EQ(robots_life_ms(RobotsAccess::DisallowAll), 3'600'000);
}

TEST(RobotsAccess, HasNames) {
  EXPECT_EQ(name_of(RobotsAccess::UseBody), "use_body");
  EXPECT_EQ(name_of(RobotsAccess::FollowRedirect), "follow_redirect");
  EXPECT_EQ(name_of(RobotsAccess::AllowAll), "allow_all");
  EXPECT_EQ(name_of(RobotsAccess::DisallowAll), "disallow_all");
}

}  // namespace
}  // namespace dixit::policy
