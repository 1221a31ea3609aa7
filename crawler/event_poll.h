#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace dixit::crawler {

// A file descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) noexcept : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int get() const noexcept { return fd_; }
  int release() noexcept;

 private:
  int fd_;
};

struct Readiness {
  int fd = -1;
  bool readable = false;
  bool writable = false;
  bool failed = false;
};

struct PollOutcome {
  std::vector<Readiness> ready;
  bool woken = false;  // by wake() or by a signal
};

// Waits on many sockets at once (epoll), and can be woken by another thread (eventfd).
//
// Thread-safe: wake() only.
class EventPoll {
 public:
  [[nodiscard]] static tl::expected<EventPoll, std::string> create();

  // Replaces what is watched for on `fd`; the sockets stay their owner's.
  void watch(int fd, bool reading, bool writing);
  // The kernel has forgotten a descriptor that is closed already: then nothing is left to do.
  void forget(int fd);

  // Negative: no time-out.
  PollOutcome wait(std::int64_t timeout_ms);
  void wake();

 private:
  EventPoll(Descriptor epoll, Descriptor waker);

  Descriptor epoll_;
  Descriptor waker_;
};

}  // namespace dixit::crawler
