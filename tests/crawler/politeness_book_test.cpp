#include "crawler/politeness_book.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "crawler/politeness_record.h"
#include "policy/ip_address.h"
#include "tests/support/crawl_bench.h"

namespace dixit::crawler {
namespace {

constexpr std::int64_t kNow = support::ManualClock::kStartMs;

Lanes lanes_at(const std::string& host, const std::string& address) {
  return lanes_of(host, {address}, host);
}

// A record was forgotten with its last user and read back from an archive that did not know yet.
TEST(PolitenessBook, KnowsWhatTheArchiveDoesNotKnowYet) {
  const support::TempDir directory;
  const storage::Archive archive = support::open_archive(directory.path());
  PolitenessBook book(archive, {});
  const Lanes lanes = lanes_at("rules.test", "128.66.0.1");
  book.acquire(lanes, kNow);
  book.begin(lanes, kNow);
  book.end(lanes, {kNow, kNow + 10, 429, kNow + 40'000});
  book.release(lanes, kNow + 10);

  book.acquire(lanes, kNow + 20);

  EXPECT_GE(book.ready_at_ms(lanes), kNow + 40'000);
}

TEST(PolitenessBook, ForgetsWhatHasHadNoUserForAWhile) {
  const support::TempDir directory;
  const storage::Archive archive = support::open_archive(directory.path());
  PolitenessBook book(archive, {});
  const Lanes used = lanes_at("courier.test", "128.66.0.1");
  const Lanes other = lanes_at("herald.test", "128.66.0.2");
  for (int i = 0; i < 2; ++i) {
    book.acquire(used, kNow);
    book.release(used, kNow);
  }
  book.acquire(used, kNow);
  book.acquire(other, kNow);
  book.release(other, kNow);
  EXPECT_EQ(book.size(), 6u);

  book.release(used, kNow + kPolitenessKeptMs);
  EXPECT_EQ(book.size(), 3u);
  book.acquire(other, kNow + 2 * kPolitenessKeptMs);
  book.release(other, kNow + 2 * kPolitenessKeptMs);
  EXPECT_EQ(book.size(), 3u);
}

// They were looked for under today's spelling alone.
TEST(PolitenessBook, FindsWhatOlderProgramsKeptOfAnIpv6Address) {
  const std::string today = policy::to_string(policy::parse_ip_address("2001:db8::a").value());
  const auto kept = [](const std::string& key, std::int64_t wait_ms) {
    policy::HostPoliteness politeness;
    politeness.retry_after_until_ms = kNow + wait_ms;
    return storage::HostRecord{key, print_politeness(politeness), kNow + wait_ms};
  };
  const storage::HostRecord looked_up = kept("ip 2001:db8::a", 40'000);
  const storage::HostRecord literal = kept("ip [2001:db8::a]", 60'000);
  const storage::HostRecord present = kept("ip " + today, 20'000);
  using Records = std::vector<storage::HostRecord>;
  for (const auto& [records, wait_ms] :
       {std::pair(Records{looked_up}, 40'000), std::pair(Records{literal}, 60'000),
        std::pair(Records{looked_up, literal}, 60'000),
        std::pair(Records{looked_up, literal, present}, 20'000)}) {
    const support::TempDir directory;
    storage::Archive archive = support::open_archive(directory.path());
    storage::PageCommit commit;
    commit.more_hosts = records;
    ASSERT_TRUE(archive.commit(std::span(&commit, 1)));
    PolitenessBook book(archive, {});
    const Lanes lanes = lanes_at("courier.test", today);

    book.acquire(lanes, kNow);

    EXPECT_EQ(book.ready_at_ms(lanes), kNow + wait_ms);
  }
}

// One outcome was applied to all addresses of a name, and a zone may list those of others.
TEST(PolitenessBook, TellsOnlyTheAddressThatWasDialledHowARequestWent) {
  const support::TempDir directory;
  const storage::Archive archive = support::open_archive(directory.path());
  PolitenessBook book(archive, {});
  const Lanes listing = lanes_of("lists.test", {"128.66.0.1", "128.66.0.2"}, "lists.test");
  const Lanes first = lanes_at("rules.test", "128.66.0.1");
  const Lanes second = lanes_at("courier.test", "128.66.0.2");
  for (const Lanes& lanes : {listing, first, second}) book.acquire(lanes, kNow);
  const auto ask = [&](const Lanes& lanes, std::int64_t now_ms, std::optional<int> status,
                       const std::string& dialled) {
    book.begin(lanes, now_ms);
    book.end(lanes, {now_ms, now_ms + 5'000, status, std::nullopt, dialled});
    return now_ms + 5'000;
  };
  const std::int64_t floor_ms = policy::DelayRules().floor_ms;

  std::int64_t ended_ms = ask(listing, kNow, 503, "128.66.0.1");
  EXPECT_GE(book.ready_at_ms(first), ended_ms + policy::kBackOffFirstMs);
  EXPECT_EQ(book.ready_at_ms(second), ended_ms + floor_ms);

  const auto backed_off_ms = book.ready_at_ms(first);
  ended_ms = ask(listing, ended_ms, 503, "");
  EXPECT_EQ(book.ready_at_ms(first), backed_off_ms);
  EXPECT_EQ(book.ready_at_ms(second), ended_ms + floor_ms);

  ended_ms = ask(listing, *backed_off_ms, 200, "128.66.0.2");
  ask(first, ended_ms, 503, "128.66.0.1");
  EXPECT_GE(book.ready_at_ms(first), ended_ms + 2 * policy::kBackOffFirstMs);
}

}  // namespace
}  // namespace dixit::crawler
