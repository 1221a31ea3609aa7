#include "crawler/event_poll.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace dixit::crawler {
namespace {

// Events fetched by one call; more stay in the kernel for the next.
constexpr int kEventsMax = 64;
constexpr std::int64_t kTimeoutMsMax = 60'000;

tl::unexpected<std::string> system_failure(const char* call) {
  return tl::unexpected(std::string(call) + ": " + std::strerror(errno));
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (fd_ >= 0) ::close(fd_);
    fd_ = other.release();
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

int Descriptor::release() noexcept { return std::exchange(fd_, -1); }

EventPoll::EventPoll(Descriptor epoll, Descriptor waker)
    : epoll_(std::move(epoll)), waker_(std::move(waker)) {}

tl::expected<EventPoll, std::string> EventPoll::create() {
  Descriptor epoll(::epoll_create1(EPOLL_CLOEXEC));
  if (epoll.get() < 0) return system_failure("epoll_create1");
  Descriptor waker(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (waker.get() < 0) return system_failure("eventfd");
  EventPoll poll(std::move(epoll), std::move(waker));
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = poll.waker_.get();
  if (::epoll_ctl(poll.epoll_.get(), EPOLL_CTL_ADD, poll.waker_.get(), &event) != 0)
    return system_failure("epoll_ctl");
  return poll;
}

void EventPoll::watch(int fd, bool reading, bool writing) {
  epoll_event event{};
  if (reading) event.events |= EPOLLIN;
  if (writing) event.events |= EPOLLOUT;
  event.data.fd = fd;
  if (::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, fd, &event) != 0 && errno == ENOENT)
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event);
}

void EventPoll::forget(int fd) { ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, fd, nullptr); }

PollOutcome EventPoll::wait(std::int64_t timeout_ms) {
  std::array<epoll_event, kEventsMax> events{};
  const int timeout = timeout_ms < 0 ? -1 : static_cast<int>(std::min(timeout_ms, kTimeoutMsMax));
  const int count = ::epoll_wait(epoll_.get(), events.data(), kEventsMax, timeout);
  PollOutcome outcome;
  if (count < 0) {
    outcome.woken = true;
    return outcome;
  }
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.fd == waker_.get()) {
      std::uint64_t times = 0;
      static_cast<void>(::read(waker_.get(), &times, sizeof times));
      outcome.woken = true;
      continue;
    }
    outcome.ready.push_back({event.data.fd, (event.events & (EPOLLIN | EPOLLHUP)) != 0,
                             (event.events & EPOLLOUT) != 0, (event.events & EPOLLERR) != 0});
  }
  return outcome;
}

void EventPoll::wake() {
  const std::uint64_t once = 1;
  // Fails only when the counter is full, and then the sleeper is woken anyway.
  [[maybe_unused]] const auto written = ::write(waker_.get(), &once, sizeof once);
}

}  // namespace dixit::crawler
