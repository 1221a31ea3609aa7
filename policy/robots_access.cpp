#include "policy/robots_access.h"

namespace dixit::policy {

RobotsAccess robots_for_status(const RobotsResponse& response) {
  constexpr int kTooManyRequests = 429;
  constexpr int kNotModified = 304;
  if (!response.status) return RobotsAccess::DisallowAll;
  const int status = *response.status;
  if (status == kTooManyRequests || status < 200 || status >= 500) return RobotsAccess::DisallowAll;
  if (status == kNotModified)
    return response.has_stored_file ? RobotsAccess::UseBody : RobotsAccess::DisallowAll;
  if (status < 300) return RobotsAccess::UseBody;
  if (status >= 400) return RobotsAccess::AllowAll;
  return response.redirects < kRobotsRedirectsMax ? RobotsAccess::FollowRedirect
                                                  : RobotsAccess::AllowAll;
}

std::int64_t robots_life_ms(RobotsAccess access) {
  return access == RobotsAccess::DisallowAll ? kRobotsRetryMs : kRobotsLifeMs;
}

std::string_view name_of(RobotsAccess access) {
  switch (access) {
    case RobotsAccess::UseBody:
      return "use_body";
    case RobotsAccess::FollowRedirect:
      return "follow_redirect";
    case RobotsAccess::AllowAll:
      return "allow_all";
    case RobotsAccess::DisallowAll:
      return "disallow_all";
  }
  return "";
}

}  // namespace dixit::policy
