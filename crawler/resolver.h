#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace dixit::crawler {

// Looked up at the same time; a slow name server must not hold up the names of others.
inline constexpr std::size_t kResolverThreads = 4;

struct Resolution {
  std::string name;
  std::vector<std::string> addresses;  // numeric; empty when the name was not found
};

// Turns host names into addresses beforehand, so that politeness knows which machine it is about to
// ask.
class Resolver {
 public:
  virtual ~Resolver() = default;

  // Asks for a name; the answer comes out of take() some time later.
  virtual void ask(std::string name) = 0;

  // The answers that have come since the last call.
  virtual std::vector<Resolution> take() = 0;
};

// Asks the system's name service (getaddrinfo) on threads of its own.
class SystemResolver final : public Resolver {
 public:
  // `on_answer` is called on a resolver thread whenever take() has something new.
  explicit SystemResolver(std::function<void()> on_answer);
  SystemResolver(const SystemResolver&) = delete;
  SystemResolver& operator=(const SystemResolver&) = delete;
  ~SystemResolver() override;

  void ask(std::string name) override;
  std::vector<Resolution> take() override;

 private:
  void work();

  std::function<void()> on_answer_;
  std::mutex mutex_;  // guards the three below
  bool stopping_ = false;
  std::deque<std::string> asked_;
  std::vector<Resolution> answers_;
  std::condition_variable changed_;
  std::vector<std::thread> threads_;
};

}  // namespace dixit::crawler
