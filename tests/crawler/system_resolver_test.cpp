#include "crawler/system_resolver.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/manual_clock.h"

namespace dixit::crawler {
namespace {

constexpr const char* kAddress = "128.66.0.1";

// A name service in which names that begin with "dead" get no answer before release(). The lookups
// share it, as they may outlive the test, and the variables of this file too.
class NameService {
 public:
  std::vector<std::string> look_up(const std::string& name) {
    std::unique_lock lock(mutex_);
    ++begun_;
    changed_.notify_all();
    if (name.starts_with("dead")) changed_.wait(lock, [this] { return released_; });
    return {kAddress};
  }

  void release() {
    const std::lock_guard lock(mutex_);
    released_ = true;
    changed_.notify_all();
  }

  void wait_for_begun(std::size_t lookups) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return begun_ >= lookups; });
  }

  std::size_t begun() {
    const std::lock_guard lock(mutex_);
    return begun_;
  }

  void note_answer() {
    const std::lock_guard lock(mutex_);
    ++answers_;
    changed_.notify_all();
  }

  void wait_for_answer() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return answers_ > 0; });
    --answers_;
  }

 private:
  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  bool released_ = false;
  std::size_t begun_ = 0;
  std::size_t answers_ = 0;  // that were announced and not waited for
};

// A resolver that asks it, in a manual time.
struct Bench {
  Bench() = default;
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;
  ~Bench() { service->release(); }

  void ask_dead(std::size_t names) {
    for (std::size_t i = 0; i < names; ++i) resolver.ask(fmt::format("dead{}.test", i));
  }

  // The next answers, however long they take.
  std::vector<Resolution> take_some() {
    while (true) {
      if (auto answers = resolver.take(); !answers.empty()) return answers;
      service->wait_for_answer();
    }
  }

  std::shared_ptr<NameService> service = std::make_shared<NameService>();
  support::ManualClock clock;
  SystemResolver resolver{
      clock, [service = service] { service->note_answer(); },
      [service = service](const std::string& name) { return service->look_up(name); }};
};

TEST(SystemResolver, AnswersAName) {
  Bench bench;

  bench.resolver.ask("courier.test");
  const auto answers = bench.take_some();

  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].name, "courier.test");
  EXPECT_EQ(answers[0].addresses, std::vector<std::string>{kAddress});
}

// Four names whose servers were dead held all threads, and every other name waited for them.
TEST(SystemResolver, AnswersANameBesideSomeWhoseServersAreDead) {
  Bench bench;
  bench.ask_dead(kLookupsMax - 1);

  bench.resolver.ask("courier.test");
  const auto answers = bench.take_some();

  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].name, "courier.test");
}

TEST(SystemResolver, TakesANameForNotFoundWhenItsTimeIsOver) {
  Bench bench;
  bench.ask_dead(kLookupsMax);
  bench.resolver.ask("courier.test");
  bench.service->wait_for_begun(kLookupsMax);
  bench.clock.advance(kLookupMsMax - 1);
  EXPECT_TRUE(bench.resolver.take().empty());
  EXPECT_EQ(bench.service->begun(), kLookupsMax);

  bench.clock.advance(1);
  const auto given_up = bench.resolver.take();
  const auto answers = bench.take_some();

  ASSERT_EQ(given_up.size(), kLookupsMax);
  for (std::size_t i = 0; i < kLookupsMax; ++i) {
    EXPECT_EQ(given_up[i].name, fmt::format("dead{}.test", i));
    EXPECT_TRUE(given_up[i].addresses.empty());
  }
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].name, "courier.test");
  EXPECT_EQ(answers[0].addresses, std::vector<std::string>{kAddress});
}

TEST(SystemResolver, LooksUpNoMoreNamesThanThereMayBeThreads) {
  Bench bench;
  bench.ask_dead(kLookupThreadsMax + 1);
  std::size_t given_up = 0;
  while (given_up < kLookupThreadsMax) {
    bench.service->wait_for_begun(given_up + kLookupsMax);
    bench.clock.advance(kLookupMsMax);
    given_up += bench.resolver.take().size();
  }
  bench.clock.advance(kLookupMsMax);
  EXPECT_TRUE(bench.resolver.take().empty());
  EXPECT_EQ(bench.service->begun(), kLookupThreadsMax);

  bench.service->release();
  const auto answers = bench.take_some();

  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].name, fmt::format("dead{}.test", kLookupThreadsMax));
}

// A crawl that was told to stop did not end before they had answered.
TEST(SystemResolver, DoesNotWaitForLookupsWhenItGoes) {
  const auto service = std::make_shared<NameService>();
  {
    const support::ManualClock clock;
    SystemResolver resolver(
        clock, [] {}, [service](const std::string& name) { return service->look_up(name); });
    resolver.ask("dead.test");
    service->wait_for_begun(1);
  }
  service->release();
}

}  // namespace
}  // namespace dixit::crawler
