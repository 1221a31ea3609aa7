#include "parser/post/x_address.h"

#include <algorithm>
#include <array>

#include "parser/post/post_values.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

bool is_x(const std::string& host) {
  constexpr std::array<std::string_view, 6> kHosts{
      "twitter.com", "www.twitter.com", "mobile.twitter.com", "x.com", "www.x.com", "mobile.x.com"};
  return std::find(kHosts.begin(), kHosts.end(), host) != kHosts.end();
}

}  // namespace

std::optional<XAddress> x_address(std::string_view href) {
  const auto url = parse_url(href);
  if (!url || !is_x(url->host) || !path_segment(url->path, 1).starts_with("status")) {
    return std::nullopt;
  }
  XAddress address{path_segment(url->path, 0), path_segment(url->path, 2)};
  if (address.handle.empty() || address.id.empty()) return std::nullopt;
  return address;
}

}  // namespace dixit::parser
