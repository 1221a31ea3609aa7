#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <fstream>
#include <string>

#include "cli/exit_codes.h"
#include "tests/cli/command_line.h"
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"

namespace dixit::cli {
namespace {

using support::reply;
using support::ScriptedServer;
using support::TempDir;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr const char* kFeed =
    "<rss version='2.0'><channel><title>Gull</title><link>/</link><item><title>New</title>"
    "<link>/1</link><pubDate>Wed, 14 Jan 2026 08:30:00 GMT</pubDate></item></channel></rss>";

class Sources : public ::testing::Test {
 protected:
  Sources() {
    server_.on("/robots.txt", reply(200, "text/plain", ""));
    server_.on("/feed.xml", reply(200, "application/rss+xml", kFeed));
  }

  std::string file(const std::string& name, const std::string& text) {
    const auto path = directory_ / name;
    std::ofstream(path) << text;
    return path.string();
  }

  std::string source(const std::string& target) {
    return "[[source]]\nurl = \"" + server_.url(target) + "\"\n";
  }

  static Said check(std::vector<std::string> words) {
    words.insert(words.begin(), {"sources", "check", "--allow-private", "--delay", "0"});
    return dixit(words, "", {.columns = 200});
  }

  ScriptedServer server_{"127.0.0.6"};
  TempDir directory_;
};

TEST_F(Sources, AreTabledWithWhatTheyList) {
  const Said said = check({file("s.toml", source("/feed.xml"))});
  EXPECT_EQ(said.code, kSuccess) << said.err;
  const auto lines = lines_of(said.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], StartsWith("SOURCE"));
  EXPECT_THAT(lines[1],
              AllOf(HasSubstr("feed rss20"), HasSubstr("2026-01-14"), HasSubstr("allowed")));
}

TEST_F(Sources, OfAFeedReadersListKeepTheirNames) {
  const Said said =
      check({file("list.opml", "<opml version='2.0'><body><outline text='The Gull' xmlUrl='" +
                                   server_.url("/feed.xml") + "'/></body></opml>")});
  EXPECT_EQ(said.code, kSuccess) << said.err;
  EXPECT_THAT(said.out, HasSubstr("The Gull"));
}

TEST_F(Sources, ThatCannotBeUsedEndTheCheckWithOne) {
  const Said said =
      check({file("s.toml", source("/feed.xml") + source("/gone")), "--format", "jsonl"});
  EXPECT_EQ(said.code, kFailure);
  const auto lines = lines_of(said.out);
  ASSERT_THAT(lines, SizeIs(2));
  simdjson::dom::parser parser;
  const simdjson::dom::element gone = parser.parse(lines[1]);
  EXPECT_THAT(std::string(gone["problem"]), HasSubstr("404"));
  EXPECT_FALSE(gone["remedy"].is_null());
}

TEST_F(Sources, AreAskedForOnTheCommandLine) {
  EXPECT_EQ(check({}).code, kUsage);
  EXPECT_EQ(dixit({"sources"}).code, kUsage);
  EXPECT_EQ(dixit({"sources", "list", "a.toml"}).code, kUsage);
  EXPECT_EQ(check({file("bad.toml", "[[source]]\nname = \"x\"\n")}).code, kUsage);
  EXPECT_EQ(check({file("none.opml", "<opml><body/></opml>")}).code, kUsage);
  const Said none = check({file("none.toml", "")});
  EXPECT_EQ(none.code, kNothingFound);
  EXPECT_THAT(none.err, HasSubstr("none.toml: lists no source\n  a source is a [[source]] table"));
  EXPECT_EQ(dixit({"sources", "check", "https://gull.example/feed"}).code, kUsage)
      << "no public host is asked without a contact";
}

}  // namespace
}  // namespace dixit::cli
