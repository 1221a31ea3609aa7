// Any bytes give subscriptions with an address and valid text, within their limit.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/feed/opml.h"
#include "parser/text/utf8.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto subscriptions = parser::parse_opml(bytes);
  require(subscriptions.size() <= parser::kOpmlSubscriptionsMax);
  for (const parser::OpmlSubscription& subscription : subscriptions) {
    require(!subscription.feed_url.empty());
    require(parser::is_valid_utf8(subscription.feed_url));
    require(parser::is_valid_utf8(subscription.title));
  }
  return 0;
}
