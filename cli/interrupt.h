#pragma once

#include <csignal>

#include "crawler/stop.h"

namespace dixit::cli {

// While it lives, Ctrl-C (SIGINT) and SIGTERM ask the program to end in good order by setting a
// stop token. The second of them ends it at once, as without this.
//
// Requires: one at a time in a process.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  const crawler::StopToken& token() const;

 private:
  struct sigaction interrupt_before_{};
  struct sigaction terminate_before_{};
};

}  // namespace dixit::cli
