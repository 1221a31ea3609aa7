#include "cli/interrupt.h"

#include <cassert>
#include <optional>

namespace dixit::cli {
namespace {

// A signal handler reaches nothing but globals.
std::optional<crawler::StopToken> stop_token;

void request_stop(int /*signal*/) {
  if (stop_token) stop_token->request();
}

}  // namespace

Interrupt::Interrupt() {
  assert(!stop_token);
  stop_token.emplace();
  struct sigaction action{};
  action.sa_handler = request_stop;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &interrupt_before_);
  sigaction(SIGTERM, &action, &terminate_before_);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &interrupt_before_, nullptr);
  sigaction(SIGTERM, &terminate_before_, nullptr);
  stop_token.reset();
}

const crawler::StopToken& Interrupt::token() const {
  assert(stop_token);
  return *stop_token;
}

}  // namespace dixit::cli
