#include "crawler/resolver.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace dixit::crawler {
namespace {

// A name with more addresses than this is served from a pool; the first ones do.
constexpr std::size_t kAddressesMax = 8;

struct AddressListFree {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

std::vector<std::string> look_up(const std::string& name) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_ADDRCONFIG;
  addrinfo* found = nullptr;
  if (::getaddrinfo(name.c_str(), nullptr, &hints, &found) != 0) return {};
  const std::unique_ptr<addrinfo, AddressListFree> list(found);
  std::vector<std::string> addresses;
  for (const addrinfo* at = list.get(); at && addresses.size() < kAddressesMax; at = at->ai_next) {
    char text[NI_MAXHOST];
    if (::getnameinfo(at->ai_addr, at->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) ==
        0)
      addresses.emplace_back(text);
  }
  return addresses;
}

}  // namespace

SystemResolver::SystemResolver(std::function<void()> on_answer) : on_answer_(std::move(on_answer)) {
  for (std::size_t i = 0; i < kResolverThreads; ++i) threads_.emplace_back([this] { work(); });
}

SystemResolver::~SystemResolver() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void SystemResolver::ask(std::string name) {
  {
    const std::lock_guard lock(mutex_);
    asked_.push_back(std::move(name));
  }
  changed_.notify_one();
}

std::vector<Resolution> SystemResolver::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

void SystemResolver::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !asked_.empty(); });
    if (stopping_) return;
    const std::string name = std::move(asked_.front());
    asked_.pop_front();
    lock.unlock();
    Resolution answer{name, look_up(name)};
    lock.lock();
    answers_.push_back(std::move(answer));
    on_answer_();
  }
}

}  // namespace dixit::crawler
