#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace dixit::cli {

// One line of the press's log.
struct PressRequest {
  std::string outlet;  // key of the outlet that was asked
  std::string target;  // path and query, as asked
  std::string user_agent;
  int status = 0;
  // Microseconds since the press opened. A client cannot have begun later than `received_us`, nor
  // have its whole answer before `answered_us`: the gap between an answer and the next request is
  // never shorter in this log than it was for the client.
  std::int64_t received_us = 0;
  std::int64_t answered_us = 0;
};

struct PressError {
  std::string context;  // what could not be done, and why
};

// A small press of invented outlets on loopback addresses, served over real HTTP by threads of its
// own until it is destroyed. It gives the demo something to crawl and the tests a witness: the log.
//
// Thread-safe.
class Press {
 public:
  // Listens on one port, free on every outlet's address.
  [[nodiscard]] static tl::expected<Press, PressError> open();
  Press(const Press&) = delete;
  Press(Press&&) noexcept;
  Press& operator=(const Press&) = delete;
  Press& operator=(Press&&) noexcept;
  ~Press();

  std::uint16_t port() const;
  // Of the outlet with this key. Requires: there is one.
  std::string origin(std::string_view outlet) const;
  // The outlets' front pages: where a crawl begins.
  std::vector<std::string> front_pages() const;
  // Microseconds since the press opened: the log's clock.
  std::int64_t now_us() const;
  // All requests answered so far, in the order of their answers.
  std::vector<PressRequest> requests() const;
  // Waits until so many requests are answered; false when that takes longer than `patience`.
  bool wait_for_requests(std::size_t count, std::chrono::milliseconds patience) const;

 private:
  struct Impl;
  explicit Press(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dixit::cli
