#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crawler/fetcher.h"
#include "crawler/resolver.h"
#include "tests/support/manual_clock.h"

namespace dixit::support {

// What a URL of the scripted web answers.
struct WebAnswer {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // besides those that follow from above
  std::int64_t takes_ms = 10;
  std::optional<crawler::FetchFailureCode> failure;  // instead of an answer
};

// An answer without a body.
WebAnswer status_only(int status);
WebAnswer redirect_to(const std::string& target);

// One request as the scripted web saw it.
struct WebRequest {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::int64_t started_ms = 0;
  std::int64_t ended_ms = 0;

  bool operator==(const WebRequest&) const = default;
};

// The shortest time from the end of one request to the start of the next.
std::int64_t shortest_pause_ms(const std::vector<WebRequest>& requests);

// A Fetcher whose web is in memory and whose time is the test's: waiting moves the clock. A URL
// without a script is answered 404.
class ScriptedWeb final : public crawler::Fetcher {
 public:
  // `nth` counts the requests for the URL from 1.
  using Script = std::function<WebAnswer(int nth)>;

  explicit ScriptedWeb(ManualClock& clock) : clock_(clock) {}

  void on(const std::string& url, WebAnswer answer);
  void on(const std::string& url, Script script);
  // Called at the start of every request.
  void watch(std::function<void(const WebRequest&)> watcher) { watcher_ = std::move(watcher); }

  void start(crawler::FetchRequest request) override;
  std::vector<crawler::FetchResult> wait(std::int64_t timeout_ms) override;
  std::size_t in_flight() const override { return running_.size(); }
  // Bodies come all at once, and answers end later.
  std::size_t bytes_in_flight() const override;
  void cancel_all() override;
  void wake() override;

  // All requests in the order in which they began.
  const std::vector<WebRequest>& log() const { return log_; }
  // Those whose URL begins so.
  std::vector<WebRequest> log_of(std::string_view prefix) const;
  std::vector<std::string> urls() const;
  std::size_t times_asked(std::string_view url) const;
  std::size_t most_at_once() const { return most_at_once_; }

 private:
  struct Running {
    crawler::FetchResult result;
    std::size_t log_index = 0;
    std::int64_t ends_ms = 0;
  };

  std::vector<crawler::FetchResult> take_ended();

  ManualClock& clock_;
  std::map<std::string, Script> scripts_;
  std::map<std::string, int> asked_;
  std::function<void(const WebRequest&)> watcher_;
  std::vector<Running> running_;
  std::vector<WebRequest> log_;
  std::size_t most_at_once_ = 0;
  std::mutex mutex_;  // guards woken_
  bool woken_ = false;
};

// Answers at once: names from its list, for others an address of their own, and
// nothing for names that begin with "nowhere".
class ScriptedResolver final : public crawler::Resolver {
 public:
  void on(const std::string& name, std::vector<std::string> addresses) {
    names_[name] = std::move(addresses);
  }
  void ask(std::string name) override;
  std::vector<crawler::Resolution> take() override { return std::exchange(answers_, {}); }
  // The most names that were asked for and not yet answered.
  std::size_t most_at_once() const { return most_at_once_; }

 private:
  std::map<std::string, std::vector<std::string>> names_;
  std::vector<crawler::Resolution> answers_;
  int last_given_ = 0;
  std::size_t most_at_once_ = 0;
};

}  // namespace dixit::support
