#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "cli/lines.h"

namespace dixit::cli {

// Turns lines into lines on several threads and keeps their order.
struct OrderedWork {
  std::function<std::optional<Line>()> next;  // called on the caller's thread
  // Called on any of the worker threads, several at once; must not throw.
  std::function<std::string(Line&&)> answer;
  // Called in the order of next(), one call at a time; false ends the work.
  std::function<bool(const std::string&)> put;
};

// Each answer is put as soon as it and all before it are there, also while next() waits for input:
// whoever sends one line and waits for its answer is not kept waiting for a second line. At most
// a few lines a thread are held in memory. With `threads` 1 everything runs on the caller's thread.
void run_in_order(const OrderedWork& work, std::size_t threads);

}  // namespace dixit::cli
