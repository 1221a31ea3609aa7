#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <string>

#include "tests/e2e/press_crawl.h"
#include "tests/e2e/program.h"
#include "tests/support/temp_dir.h"

// The binary as scripts use it: in pipes, with environment variables, beside another that writes.
namespace dixit::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// An archive of one page, filled by the binary.
class Shell : public ::testing::Test {
 protected:
  Shell() {
    std::ofstream(directory_ / "port.html")
        << "<html lang=\"en\"><title>Port threatened in letter</title>"
           "<meta property=\"og:site_name\" content=\"The Gull\">"
           "<meta property=\"article:published_time\" content=\"2021-03-02\"><article>"
           "<h1>Port threatened in letter</h1><p>“We will burn the port and kill everyone in it,” "
           "Ivo Lanz wrote in a letter to the harbour office.</p></article></html>";
    const Ended ended =
        run_dixit({"ingest", "--archive", archive(), (directory_ / "port.html").string()});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
  }

  std::string archive() const { return (directory_ / "archive").string(); }

  Ended sh(const std::string& script) const {
    return run_shell("export DIXIT_ARCHIVE=" + archive() + "\n" + script);
  }

  support::TempDir directory_;
};

TEST_F(Shell, ReadsAndAnswersBatchesALineAtATime) {
  const Ended ended = sh(R"(
    cd "$TMPDIR"
    mkfifo requests answers
    timeout 60 "$DIXIT" extract --jsonl < requests > answers &
    exec 3> requests 4< answers
    for id in 1 2 3; do
      echo "{\"id\":$id,\"text\":\"Nothing.\"}" >&3
      read -r answer <&4
      echo "$answer"
    done
    exec 3>&-
    wait $!)");
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out, StartsWith("{\"id\":1,"));
  EXPECT_THAT(ended.out, HasSubstr("\n{\"id\":2,"));
  EXPECT_THAT(ended.out, HasSubstr("\n{\"id\":3,"));
}

TEST_F(Shell, EndsQuietlyWhenItsReaderIsGone) {
  const Ended ended = sh(R"(
    cd "$TMPDIR"
    i=0
    while [ $i -lt 2000 ]; do echo "{\"id\":$i,\"text\":\"Nothing.\"}"; i=$((i+1)); done > requests
    { code=0; "$DIXIT" extract --jsonl < requests || code=$?; echo $code > code; } | head -n 1
    cat code)");
  EXPECT_EQ(ended.err, "");
  EXPECT_THAT(ended.out, StartsWith("{\"id\":0,"));
  EXPECT_THAT(ended.out, HasSubstr("\n141\n")) << "128 + SIGPIPE";
}

TEST_F(Shell, SaysWhenItsOutputCannotBeWritten) {
  const Ended ended = sh("\"$DIXIT\" search > /dev/full");
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("cannot write to standard output\n  is the disk full"));
}

// The archive's files would take the numbers of closed streams, and what is printed go into them.
TEST_F(Shell, WritesNothingIntoTheArchiveWhenStreamsAreClosed) {
  const auto sums = [&] { return sh("cat " + archive() + "/warc/* | sha256sum").out; };
  const std::string before = sums();
  const Ended closed = sh(R"("$DIXIT" search <&- >&-)");
  EXPECT_EQ(closed.exit_code, 1);
  EXPECT_THAT(closed.err, HasSubstr("cannot write to standard output"));
  const Ended all_closed = sh(R"("$DIXIT" ingest --base-url http://other.test/ )" +
                              (directory_ / "port.html").string() + " <&- >&- 2>&-");
  EXPECT_EQ(all_closed.exit_code, 0);
  EXPECT_THAT(sh("grep -lE 'files? read' -r " + archive() + " || true").out, "");
  EXPECT_EQ(sh("\"$DIXIT\" stats").exit_code, 0);
  EXPECT_NE(sums(), before) << "the page was taken in";
}

TEST_F(Shell, KeepsToColumns) {
  const Ended wide = sh("COLUMNS=90 \"$DIXIT\" search");
  EXPECT_THAT(wide.out, StartsWith("DATE        SPEAKER"));
  const Ended narrow = sh("COLUMNS=50 \"$DIXIT\" search");
  EXPECT_THAT(narrow.out, StartsWith("DATE      "));
  EXPECT_THAT(narrow.out, HasSubstr("\nSPEAKER   Ivo Lanz\n"));
  EXPECT_EQ(sh("COLUMNS=nonsense \"$DIXIT\" search").out, sh("\"$DIXIT\" search").out);
}

// `script`, of util-linux, gives the program a terminal.
TEST_F(Shell, ShowsColourOnATerminalUnlessAskedNotTo) {
  const auto on_terminal = [&](const std::string& variables) {
    return sh(variables + " script -qec '\"$DIXIT\" search' /dev/null < /dev/null").out;
  };
  EXPECT_THAT(on_terminal("TERM=xterm"), HasSubstr("\x1b["));
  EXPECT_THAT(on_terminal("TERM=xterm NO_COLOR=1"), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(on_terminal("TERM=dumb"), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(sh("TERM=xterm \"$DIXIT\" search").out, Not(HasSubstr("\x1b[")));
}

TEST_F(Shell, FindsTheArchiveByItsVariables) {
  EXPECT_THAT(run_shell("XDG_DATA_HOME=/none DIXIT_ARCHIVE= \"$DIXIT\" stats || true").err,
              HasSubstr("/none/dixit: no archive here"));
  EXPECT_THAT(run_shell("unset XDG_DATA_HOME; HOME=/none \"$DIXIT\" stats || true").err,
              HasSubstr("/none/.local/share/dixit: no archive here"));
}

TEST(BesideACrawl, OthersReadAndOnlyOneWrites) {
  const PressCrawl crawl;
  Program writer(crawl.crawl_arguments(500));
  ASSERT_TRUE(crawl.press().wait_for_requests(20, std::chrono::seconds(60)));
  const Ended stats = run_dixit(crawl.with_archive({"stats"}));
  const Ended second = run_dixit(crawl.resume_arguments(500));
  writer.interrupt();
  EXPECT_EQ(stats.exit_code, 0) << stats.err;
  EXPECT_EQ(second.exit_code, 4);
  EXPECT_THAT(second.err, HasSubstr("another process writes to this archive\n  wait until"));
}

}  // namespace
}  // namespace dixit::e2e
