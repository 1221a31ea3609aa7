#include "crawler/system_resolver.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace dixit::crawler {
namespace {

// A name with more addresses than this is served from a pool; the first ones do.
constexpr std::size_t kAddressesMax = 8;

struct AddressListFree {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

}  // namespace

std::vector<std::string> look_up_name(const std::string& name) {
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

struct SystemResolver::Shared {
  using Number = std::uint64_t;

  struct Running {
    std::string name;
    std::int64_t started_ms = 0;
  };

  Shared(LookUp look_up_names, std::function<void()> call_on_answer)
      : look_up(std::move(look_up_names)), on_answer(std::move(call_on_answer)) {}

  static void begin_waiting(const std::shared_ptr<Shared>& self, std::int64_t now_ms);
  void give_up(std::int64_t now_ms);
  void end(Number number, std::vector<std::string> addresses);

  const LookUp look_up;
  std::mutex mutex;                   // guards all below
  std::function<void()> on_answer;    // null once the resolver is gone
  std::deque<std::string> waiting;    // names for which no lookup has begun
  std::map<Number, Running> running;  // lookups not given up on
  Number last_number = 0;
  std::size_t threads = 0;  // of these lookups and of those given up on
  std::vector<Resolution> answers;
};

// Begins as many lookups as may run. The mutex is held.
void SystemResolver::Shared::begin_waiting(const std::shared_ptr<Shared>& self,
                                           std::int64_t now_ms) {
  while (!self->waiting.empty() && self->running.size() < kLookupsMax &&
         self->threads < kLookupThreadsMax) {
    std::string name = std::move(self->waiting.front());
    self->waiting.pop_front();
    const Number number = ++self->last_number;
    self->running.emplace(number, Running{name, now_ms});
    ++self->threads;
    std::thread([self, number, name = std::move(name)] {
      self->end(number, self->look_up(name));
    }).detach();
  }
}

// The mutex is held.
void SystemResolver::Shared::give_up(std::int64_t now_ms) {
  for (auto at = running.begin(); at != running.end();) {
    if (at->second.started_ms + kLookupMsMax > now_ms) {
      ++at;
      continue;
    }
    answers.push_back({std::move(at->second.name), {}});
    at = running.erase(at);
  }
}

// On the lookup's thread, as the last that it does.
void SystemResolver::Shared::end(Number number, std::vector<std::string> addresses) {
  const std::lock_guard lock(mutex);
  --threads;
  const auto found = running.find(number);
  if (found != running.end()) {
    answers.push_back({std::move(found->second.name), std::move(addresses)});
    running.erase(found);
  }
  if (on_answer) on_answer();
}

SystemResolver::SystemResolver(const Clock& clock, std::function<void()> on_answer, LookUp look_up)
    : clock_(clock), shared_(std::make_shared<Shared>(std::move(look_up), std::move(on_answer))) {}

SystemResolver::~SystemResolver() {
  const std::lock_guard lock(shared_->mutex);
  shared_->on_answer = nullptr;
}

void SystemResolver::ask(std::string name) {
  const std::lock_guard lock(shared_->mutex);
  shared_->waiting.push_back(std::move(name));
  Shared::begin_waiting(shared_, clock_.now_ms());
}

std::vector<Resolution> SystemResolver::take() {
  const std::lock_guard lock(shared_->mutex);
  const std::int64_t now_ms = clock_.now_ms();
  shared_->give_up(now_ms);
  Shared::begin_waiting(shared_, now_ms);
  return std::exchange(shared_->answers, {});
}

}  // namespace dixit::crawler
