#include "parser/url/canonical.h"
#include "parser/url/registrable_domain.h"
#include "tests/parser/support/suite.h"

namespace dixit::parser {
namespace {

TEST(CanonicalSuite, NormalisesUrls) {
  const auto run = [](const SuiteCase& object) {
    const auto url = canonicalise_text(text_field(object, "in"));
    const bool passed =
        has_value(object, "expected") ? url && url->href == text_field(object, "expected") : !url;
    return passed ? Verdict::Passed : Verdict::Failed;
  };
  EXPECT_GE(run_suite("urlnorm_crawlercommons.jsonl", run).passed, 136U);
}

TEST(RegistrableDomainSuite, FindsWhatWasRegistered) {
  const auto run = [](const SuiteCase& object) {
    const std::string expected = text_field(object, "registrable_domain");
    const auto domain = registrable_domain(text_field(object, "host"));
    return domain.value_or("") == expected ? Verdict::Passed : Verdict::Failed;
  };
  EXPECT_GE(run_suite("psl_registrable_domain.jsonl", run).passed, 77U);
}

}  // namespace
}  // namespace dixit::parser
