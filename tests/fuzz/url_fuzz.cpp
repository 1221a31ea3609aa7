// A URL once read is read the same again, and a canonical form is its own canonical form.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/url/canonical.h"
#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

void check(const tl::expected<dixit::model::Url, parser::UrlError>& url) {
  if (!url) return;
  require(parser::parse_url(url->href) == url);
  const auto canonical = parser::canonicalise(*url);
  if (!canonical) return;
  require(canonical->href.size() <= parser::kCrawlUrlBytesMax * 3);
  require(parser::canonicalise(*canonical) == canonical);
  require(parser::canonicalise_text(canonical->href) == canonical);
  const auto domain = parser::registrable_domain(canonical->host);
  if (domain) require(canonical->host.ends_with(*domain));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  // Two lines: a base and a reference.
  const std::size_t line = std::min(text.find('\n'), text.size());
  const auto base = parser::parse_url(text.substr(0, line));
  check(base);
  const std::string reference = text.substr(std::min(line + 1, text.size()));
  check(parser::parse_url(reference));
  check(parser::canonicalise_text(reference));
  if (base) check(parser::parse_url(reference, *base));
  return 0;
}
