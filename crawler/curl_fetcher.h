#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <unordered_map>
#include <vector>

#include "crawler/curl_handles.h"
#include "crawler/curl_transfer.h"
#include "crawler/event_poll.h"
#include "crawler/fetcher.h"
#include "policy/robots.h"

namespace dixit::crawler {

// Bodies that are coming in, all but the longest together: a hundred large pages. The longest grows
// on whatever the others are, so that something ends, and takes nothing from them, so that one
// sitemap does not stop all else. Beyond the bound the others wait at their servers.
inline constexpr std::size_t kReceivedBytesMax = 48u << 20;
// A body up to this never waits: without robots.txt its origin would be closed. In all the bound is
// the one above, one body, and this for each transfer.
inline constexpr std::size_t kSmallBodyBytesMax = policy::kRobotsBytesMax;

struct CurlFetcherOptions {
  std::string user_agent;
  AddressGuard guard;  // asked before each socket is opened
  std::size_t received_bytes_max = kReceivedBytesMax;
  std::size_t small_body_bytes_max = kSmallBodyBytesMax;
};

// Fetcher over libcurl's multi interface, driven by epoll on the caller's thread.
//
// Ownership: libcurl keeps a pointer to it, so it lives behind a unique_ptr.
class CurlFetcher final : public Fetcher {
 public:
  [[nodiscard]] static tl::expected<std::unique_ptr<CurlFetcher>, std::string> create(
      CurlFetcherOptions options);
  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;
  ~CurlFetcher() override;

  void start(FetchRequest request) override;
  std::vector<FetchResult> wait(std::int64_t timeout_ms) override;
  std::size_t in_flight() const override { return transfers_.size(); }
  std::size_t bytes_in_flight() const override;
  void cancel_all() override;
  void wake() override { poll_.wake(); }

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;

  CurlFetcher(CurlFetcherOptions options, EventPoll poll, CurlMulti multi);

  bool work_once(SteadyTime deadline);
  void act(curl_socket_t socket, int events);
  void collect_finished();
  bool resume_waiting();
  bool may_grow(const CurlTransfer& transfer, std::size_t bytes) const;
  FetchResult remove(CURL* handle, CURLcode code);

  static int on_socket(CURL*, curl_socket_t socket, int what, void* self, void*);
  static int on_timer(CURLM*, long timeout_ms, void* self);

  CurlFetcherOptions options_;
  BodyRoom room_;
  EventPoll poll_;
  std::optional<SteadyTime> timer_;  // when libcurl wants to be called without an event
  std::unordered_map<CURL*, std::unique_ptr<CurlTransfer>> transfers_;
  std::vector<FetchResult> finished_;
  CurlMulti multi_;  // last, so that it goes first and its callbacks still find the rest
};

}  // namespace dixit::crawler
