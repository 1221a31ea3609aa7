#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// A subscription of an OPML list (http://opml.org/spec2.opml, "subscription lists"), as feed
// readers export them.
struct OpmlSubscription {
  std::string title;
  std::string feed_url;  // "xmlUrl", as written; never empty
  std::string site_url;  // "htmlUrl", ""
  std::string language;

  bool operator==(const OpmlSubscription&) const = default;
};

// As many sources as a list may hold.
inline constexpr std::size_t kOpmlSubscriptionsMax = 100'000;

// Every outline with an address, folders opened, in document order; empty when the bytes are no
// OPML. Pure; time linear in the bytes.
std::vector<OpmlSubscription> parse_opml(std::string_view bytes);

}  // namespace dixit::parser
