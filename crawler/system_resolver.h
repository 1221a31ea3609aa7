#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "crawler/clock.h"
#include "crawler/resolver.h"

namespace dixit::crawler {

// What one lookup may take. With three name servers in its configuration, the first two of them
// dead, the system is through in ten seconds; a name whose own servers are dead keeps it for half a
// minute and more.
inline constexpr std::int64_t kLookupMsMax = 15'000;
// Names looked up at the same time, those that took longer than that not counted.
inline constexpr std::size_t kLookupsMax = 16;
// Those counted too: a lookup cannot be broken off, and its thread is there until it ends.
inline constexpr std::size_t kLookupThreadsMax = 128;

// The numeric addresses of a name, none when it was not found. Blocks.
using LookUp = std::function<std::vector<std::string>(const std::string& name)>;

// By the system's name service (getaddrinfo).
std::vector<std::string> look_up_name(const std::string& name);

// Looks each name up on a thread of its own, and takes it as not found after kLookupMsMax, so that
// names whose servers are dead hold up neither the others nor the end of the crawl.
class SystemResolver final : public Resolver {
 public:
  // `on_answer` is called on another thread whenever take() has something new. `look_up` may be
  // called at any time, even after the resolver is gone: whatever it uses, it owns.
  // Ownership: the clock outlives it.
  SystemResolver(const Clock& clock, std::function<void()> on_answer,
                 LookUp look_up = look_up_name);
  SystemResolver(const SystemResolver&) = delete;
  SystemResolver& operator=(const SystemResolver&) = delete;
  // Does not wait for lookups.
  ~SystemResolver() override;

  void ask(std::string name) override;
  // Gives up on what takes too long, too, and begins what waited for that.
  std::vector<Resolution> take() override;

 private:
  struct Shared;

  const Clock& clock_;
  std::shared_ptr<Shared> shared_;  // with the threads, which may outlive the resolver
};

}  // namespace dixit::crawler
