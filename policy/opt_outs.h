#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// A page's own wish not to be archived, indexed, followed or mined, from headers and meta elements.
//
// Sources: the robots meta element and X-Robots-Tag as the large search engines document them
// (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Robots-Tag), and the W3C
// community's TDM Reservation Protocol (https://www.w3.org/community/reports/tdmrep/).
namespace dixit::policy {

// Values longer than this are no directives; what stands after it is not read.
inline constexpr std::size_t kOptOutBytesMax = 4'096;

struct PageOptOuts {
  bool noarchive = false;
  bool noindex = false;
  bool nofollow = false;
  bool tdm_reserved = false;
  std::string tdm_policy;                           // URL of the licence offered, as written
  std::optional<std::int64_t> unavailable_after_s;  // Unix seconds

  bool operator==(const PageOptOuts&) const = default;
};

struct OptOutReader {
  std::string_view product_token;  // directives for other robots are passed over
  std::int64_t now_s = 0;          // for the century of a two-digit year
};

// One X-Robots-Tag value: "noindex, nofollow", "otherbot: none, dixit: noarchive",
// "unavailable_after: 25 Jun 2026 15:00:00 GMT". A robot's name holds until the next name.
PageOptOuts read_x_robots_tag(std::string_view value, const OptOutReader& reader);

// <meta name="robots" content="..."> or one named for a robot; `name` decides whether it is for us.
PageOptOuts read_meta_robots(std::string_view name, std::string_view content,
                             const OptOutReader& reader);

// The values of tdm-reservation and tdm-policy, from headers or meta elements; "" when absent.
PageOptOuts read_tdm(std::string_view reservation, std::string_view policy);

// Both together: where several speak, the strictest word counts and the earliest date.
PageOptOuts merge(PageOptOuts a, const PageOptOuts& b);

}  // namespace dixit::policy
