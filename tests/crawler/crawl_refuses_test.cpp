#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "crawler/crawl.h"
#include "tests/support/built_in_knowledge.h"
#include "tests/support/crawl_bench.h"
#include "tests/support/temp_dir.h"

// What the caller may get wrong.
namespace dixit::crawler {
namespace {

CrawlErrorCode error_of(const CrawlOptions& options) {
  support::TempDir directory;
  storage::Archive archive = support::open_archive(directory.path());
  support::RecordingObserver observer;
  const StopToken stop;
  const auto summary = crawl(options, archive, support::built_in_knowledge(), observer, stop);
  EXPECT_FALSE(summary);
  return summary ? CrawlErrorCode::Network : summary.error().code;
}

CrawlOptions options_for(const std::string& url) {
  CrawlOptions options;
  options.sources.emplace_back().url = url;
  return options;
}

TEST(CrawlRefuses, APublicHostWithoutAContact) {
  EXPECT_EQ(error_of(options_for("https://courier.test/")), CrawlErrorCode::NoContact);
}

TEST(CrawlRefuses, AContactNobodyCanBeReachedAt) {
  CrawlOptions options = options_for("https://courier.test/");
  for (const char* contact : {"me", "bot@example.org", "a b@c.org"}) {
    options.contact = contact;
    EXPECT_EQ(error_of(options), CrawlErrorCode::BadContact) << contact;
  }
}

TEST(CrawlRefuses, SourcesThatCannotBeCrawled) {
  for (const char* url : {"ftp://courier.test/", "http://", "file:///etc/"})
    EXPECT_EQ(error_of(options_for(url)), CrawlErrorCode::BadSource) << url;
}

TEST(CrawlRefuses, OurOwnMachineUnlessThatIsAllowed) {
  for (const char* url : {"http://127.0.0.1/", "http://[::1]/", "http://192.168.0.1/"})
    EXPECT_EQ(error_of(options_for(url)), CrawlErrorCode::Private) << url;
}

TEST(CrawlRefuses, NothingToDo) {
  EXPECT_EQ(error_of(CrawlOptions()), CrawlErrorCode::NothingToDo);
}

}  // namespace
}  // namespace dixit::crawler
