#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// What follows from how the request for robots.txt ended. RFC 9309 §2.3.1 and §2.4.
namespace dixit::policy {

// RFC 9309 §2.3.1.2: at least five, across hosts as well. After that the file counts as absent.
inline constexpr int kRobotsRedirectsMax = 5;
// RFC 9309 §2.4: a copy should not be used for longer than a day.
inline constexpr std::int64_t kRobotsLifeMs = 86'400'000;
// How soon a host whose robots.txt could not be reached is asked again. Until then it is closed, so
// that this is longer than a restart takes and shorter than a working day.
inline constexpr std::int64_t kRobotsRetryMs = 3'600'000;

enum class RobotsAccess { UseBody, FollowRedirect, AllowAll, DisallowAll };

// How one request for robots.txt ended.
struct RobotsResponse {
  std::optional<int> status;     // nothing when no response came: DNS, connection, TLS, time-out
  int redirects = 0;             // hops followed before this response
  bool has_stored_file = false;  // one is held from before, that a 304 may mean
};

// 2xx: read the body. 3xx: follow, up to kRobotsRedirectsMax. Other 4xx: unavailable, so all is
// allowed (§2.3.1.3). 5xx and no response: unreachable, so nothing is (§2.3.1.4).
// 304: the file held from before; without one it says nothing, and counts as unreachable.
// House rule: 429 is a request to go slower, not news of a missing file, and closes the host too.
RobotsAccess robots_for_status(const RobotsResponse& response);

// How long the answer may be used, counted from the response.
std::int64_t robots_life_ms(RobotsAccess access);

std::string_view name_of(RobotsAccess access);

}  // namespace dixit::policy
