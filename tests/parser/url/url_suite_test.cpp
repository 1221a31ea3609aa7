#include "parser/url/url.h"
#include "tests/parser/support/suite.h"

namespace dixit::parser {
namespace {

std::string with_mark(std::string_view mark, const std::optional<std::string>& part) {
  return part && !part->empty() ? std::string(mark) + *part : "";
}

bool agrees(const model::Url& url, const SuiteCase& object) {
  return url.href == text_field(object, "expected") &&
         url.scheme + ":" == text_field(object, "protocol") &&
         host_with_port(url) == text_field(object, "host") &&
         url.path == text_field(object, "pathname") &&
         with_mark("?", url.query) == text_field(object, "search") &&
         with_mark("#", url.fragment) == text_field(object, "hash");
}

Verdict run_case(const SuiteCase& object) {
  const std::string input = text_field(object, "in");
  const std::string base_text = text_field(object, "base");
  tl::expected<model::Url, UrlError> url = tl::unexpected(UrlError::NoScheme);
  const auto base = parse_url(base_text);
  if (base_text.empty()) {
    url = parse_url(input);
  } else if (base) {
    url = parse_url(input, *base);
  }
  const bool must_fail = flag_field(object, "failure");
  const bool passed = must_fail ? !url : url && agrees(*url, object);
  return passed ? Verdict::Passed : Verdict::Failed;
}

TEST(UrlSuite, ReadsHttpUrlsAsBrowsersDo) {
  const SuiteResult result = run_suite("url_wpt.jsonl", [](const SuiteCase& object) {
    return flag_field(object, "http_subset") ? run_case(object) : Verdict::NotCounted;
  });
  EXPECT_GE(result.passed, 444U);
}

TEST(UrlSuite, ReadsUrlsOfEveryScheme) {
  EXPECT_GE(run_suite("url_wpt.jsonl", run_case).passed, 891U);
}

TEST(UrlSuite, ResolvesReferences) {
  const auto run = [](const SuiteCase& object) {
    const std::string reference = text_field(object, "ref");
    const auto base = parse_url(text_field(object, "base"));
    const auto url = base ? parse_url(reference, *base) : parse_url(reference);
    return url && url->href == text_field(object, "expected") ? Verdict::Passed : Verdict::Failed;
  };
  EXPECT_GE(run_suite("url_resolve_crawlercommons.jsonl", run).passed, 22U);
}

}  // namespace
}  // namespace dixit::parser
