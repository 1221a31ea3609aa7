#include "cli/crawl_progress.h"

#include <gtest/gtest.h>

#include <sstream>

namespace dixit::cli {
namespace {

crawler::Progress some_progress() {
  crawler::Progress progress;
  progress.fetched = 37;
  progress.queued = 12;
  progress.quotations = 96;
  progress.threats = 1;
  progress.elapsed_ms = 63'900;
  return progress;
}

TEST(ProgressText, SaysWhatIsDoneAndWhatComesNext) {
  EXPECT_EQ(progress_text(some_progress(), "127.0.0.4:8080", 80),
            "37 fetched, 12 waiting, 96 quotations, 1 threat, 1:03, next 127.0.0.4:8080");
}

TEST(ProgressText, CountsHours) {
  crawler::Progress progress = some_progress();
  progress.elapsed_ms = 7'325'000;
  progress.failed = 2;
  EXPECT_EQ(progress_text(progress, "", 80),
            "37 fetched, 12 waiting, 96 quotations, 1 threat, 2:02:05, 2 failed");
}

TEST(ProgressText, LeavesOutWhatDoesNotFit) {
  EXPECT_EQ(progress_text(some_progress(), "127.0.0.4:8080", 30), "37 fetched, 12 waiting");
  EXPECT_EQ(progress_text(some_progress(), "127.0.0.4:8080", 3), "");
}

TEST(ProgressText, ShowsHostsThatStrangersNamedPrintably) {
  EXPECT_EQ(progress_text({}, "a\x1b[2J", 80).find('\x1b'), std::string::npos);
}

TEST(CrawlProgress, RewritesItsLineOnATerminalAndTakesItAway) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Session session{in, out, err, {.err_is_terminal = true, .columns = 23}};
  {
    CrawlProgress progress(session);
    progress.tick(some_progress(), "");
    progress.tick(some_progress(), "");
  }
  EXPECT_EQ(err.str(), "\r\x1b[2K37 fetched, 12 waiting\r\x1b[2K37 fetched, 12 waiting\r\x1b[2K");
  EXPECT_EQ(out.str(), "");
}

TEST(CrawlProgress, WritesALineNowAndThenToALog) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Session session{in, out, err, {.columns = 23}};
  CrawlProgress progress(session);
  for (std::int64_t elapsed_ms = 0; elapsed_ms <= 20'000; elapsed_ms += 500) {
    crawler::Progress now = some_progress();
    now.elapsed_ms = elapsed_ms;
    progress.tick(now, "");
  }
  EXPECT_EQ(err.str(), "37 fetched, 12 waiting\n37 fetched, 12 waiting\n");
}

}  // namespace
}  // namespace dixit::cli
