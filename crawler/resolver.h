#pragma once

#include <string>
#include <vector>

namespace dixit::crawler {

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

  // The answers that have come since the last call. Called time and again while any is awaited.
  virtual std::vector<Resolution> take() = 0;
};

}  // namespace dixit::crawler
