#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/e2e/press_crawl.h"
#include "tests/e2e/press_log.h"
#include "tests/e2e/program.h"
#include "tests/e2e/warc_walk.h"

namespace dixit::e2e {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::StrCaseEq;

constexpr std::int64_t kDelayMs = 200;

// One crawl of the whole press, looked at by every test of the suite.
class CrawlThePress : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    crawl_ = new PressCrawl();
    ended_ = new Ended(run_dixit(crawl_->crawl_arguments(kDelayMs)));
    requests_ = new std::vector<cli::PressRequest>(crawl_->press().requests());
  }
  static void TearDownTestSuite() {
    delete requests_;
    delete ended_;
    delete crawl_;
  }

  // What `dixit WORDS... --archive` prints on this archive.
  static std::string printed(std::vector<std::string> words) {
    const Ended ended = run_dixit(crawl_->with_archive(std::move(words)));
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    return ended.out;
  }

  static PressCrawl* crawl_;
  static Ended* ended_;
  static std::vector<cli::PressRequest>* requests_;
};

PressCrawl* CrawlThePress::crawl_ = nullptr;
Ended* CrawlThePress::ended_ = nullptr;
std::vector<cli::PressRequest>* CrawlThePress::requests_ = nullptr;

TEST_F(CrawlThePress, EndsWell) {
  EXPECT_EQ(ended_->exit_code, 0) << ended_->err;
  EXPECT_EQ(ended_->out, "");
}

TEST_F(CrawlThePress, ReadsEveryPageThatItMay) {
  std::vector<std::string> asked;
  for (const auto& [page, times] : times_asked(*requests_)) asked.push_back(page);
  EXPECT_THAT(asked, IsSupersetOf(readable_pages()));
}

TEST_F(CrawlThePress, AsksForNoAddressTwiceNorForTheSameUnderAnotherCampaign) {
  std::map<std::string, int> times;
  for (const cli::PressRequest& request : *requests_) ++times[request.outlet + request.target];
  EXPECT_THAT(times, Each(Pair(Not(HasSubstr("utm_")), 1)));
}

// RFC 9309 §2.2.2: what a group for us disallows is never asked for.
TEST_F(CrawlThePress, NeverAsksForWhatRobotsTxtDisallows) {
  const auto times = times_asked(*requests_);
  EXPECT_THAT(times, Not(Contains(Key(StartsWith("fanal /prive")))));
  EXPECT_THAT(times, Not(Contains(Key(StartsWith("fanal /petites-annonces")))));
  EXPECT_THAT(times, Not(Contains(Key("meridiane /clients/tarifs"))));
  EXPECT_THAT(times, Not(Contains(Key("ledger /search"))));
  EXPECT_THAT(*requests_, Not(Contains(Field(&cli::PressRequest::target, HasSubstr("sessionid")))));
  EXPECT_THAT(times, Contains(Pair("meridiane /clients/conditions", 1)));
}

TEST_F(CrawlThePress, ReadsRobotsTxtBeforeAnythingElse) {
  for (const auto& [outlet, log] : by_outlet(*requests_)) {
    EXPECT_EQ(log.front().target, "/robots.txt") << outlet;
  }
}

// The log's gaps are never shorter than the crawler's own (see PressRequest), so that one that is
// long enough proves that requests to a host neither overlap nor follow too soon.
TEST_F(CrawlThePress, LeavesTheDelayBetweenRequestsToAHost) {
  EXPECT_GE(shortest_gap_us(*requests_), kDelayMs * 1000);
}

TEST_F(CrawlThePress, SaysWhoItIs) {
  EXPECT_THAT(*requests_, Each(Field(&cli::PressRequest::user_agent, StartsWith("Dixit/"))));
}

TEST_F(CrawlThePress, FollowsRedirectsHopByHop) {
  const auto times = times_asked(*requests_);
  EXPECT_THAT(times, Contains(Pair("fanal /vieux/courlis", 1)));
  EXPECT_THAT(times, Contains(Pair("fanal /a/1042", 1)));
  EXPECT_THAT(times, Contains(Pair("fanal /depeches/courlis-vise-par-des-menaces", 1)));
}

TEST_F(CrawlThePress, KeepsEveryAnswerThatMayBeKeptInWarcWithDigestsThatHold) {
  const WarcWalk walk = walk_warc(crawl_->archive());
  EXPECT_THAT(walk.problems, IsEmpty());
  // robots.txt is a record of its own, and one page asks not to be archived.
  const auto archived =
      std::count_if(requests_->begin(), requests_->end(), [](const cli::PressRequest& request) {
        return request.target != "/robots.txt" &&
               request.target.find("billet-du-phare") == std::string::npos;
      });
  EXPECT_EQ(walk.responses.size(), static_cast<std::size_t>(archived));
  EXPECT_EQ(walk.payload_digests, walk.responses.size());
  EXPECT_EQ(walk.block_digests, walk.records);
  EXPECT_THAT(crawl_->unreadable_payloads(), IsEmpty());
}

TEST_F(CrawlThePress, SearchesAcrossOutletsAndLanguages) {
  const std::string found = printed({"search", "--text", "bureaux", "--format", "jsonl"});
  EXPECT_THAT(found, HasSubstr("Nous frapperons vos bureaux un à un"));
  EXPECT_THAT(found, HasSubstr("Agence Méridiane"));
  EXPECT_THAT(printed({"search", "--text", "offices", "--format", "csv"}),
              HasSubstr("We will strike your offices one by one"));
}

TEST_F(CrawlThePress, ReadsALatin1PageAndACompressedOne) {
  EXPECT_THAT(printed({"search", "--text", "plumes", "--format", "jsonl"}),
              HasSubstr("les plumes qui mentent, on les brise"));
  EXPECT_THAT(printed({"search", "--text", "\"style is theirs\"", "--format", "jsonl"}),
              HasSubstr("The style is theirs, but style can be copied"));
}

TEST_F(CrawlThePress, PutsAThreatOnTheTimelineOnceWithAllItsTellings) {
  const std::string timeline =
      printed({"timeline", "--text", "frapperons protégera", "--format", "jsonl"});
  EXPECT_EQ(std::count(timeline.begin(), timeline.end(), '\n'), 1) << timeline;
  EXPECT_THAT(timeline, HasSubstr("L'Heure claire"));
  EXPECT_THAT(timeline, HasSubstr("127.0.0.3"));
  EXPECT_THAT(timeline, HasSubstr("Agence Méridiane"));
}

TEST_F(CrawlThePress, WritesTheTimelineAsOnePage) {
  const std::string page = printed({"timeline", "--format", "html"});
  EXPECT_THAT(page.substr(0, 15), StrCaseEq("<!doctype html>"));
  EXPECT_NE(page.find("Nous frapperons vos bureaux"), std::string::npos);
  EXPECT_EQ(page.find("<script src"), std::string::npos);
  EXPECT_EQ(page.find("<link"), std::string::npos);
}

TEST_F(CrawlThePress, ExportsEveryQuotation) {
  EXPECT_THAT(printed({"export", "--format", "csv"}), HasSubstr("Nous ferons sauter le barrage"));
}

TEST_F(CrawlThePress, CountsWhatItHolds) {
  const std::string stats = printed({"stats"});
  for (const char* outlet : {"L'Heure claire", "The Hallowmere Ledger", "Tarnmouth Dispatch",
                             "Agence Méridiane", "Radio Trois Rives"}) {
    EXPECT_THAT(stats, HasSubstr(outlet));
  }
}

}  // namespace
}  // namespace dixit::e2e
