#include "cli/ordered_work.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dixit::cli {
namespace {

// Lines held for each thread: enough to keep all busy while one line takes long.
constexpr std::size_t kLinesPerThread = 4;

struct Slot {
  Line line;
  std::string answer;
  bool taken = false;
  bool done = false;
};

// Slots between the reader, the workers and the writer; its order is the lines'.
class Queue {
 public:
  explicit Queue(std::size_t slots_max) : slots_max_(slots_max) {}

  // False when the writer has given up.
  bool push(Line line) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_.size() < slots_max_ || stopped_; });
    if (stopped_) return false;
    slots_.push_back(std::make_unique<Slot>(Slot{std::move(line), {}, false, false}));
    changed_.notify_all();
    return true;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  // The next line that nobody works on, or null when there will be none.
  Slot* take() {
    std::unique_lock lock(mutex_);
    Slot* found = nullptr;
    changed_.wait(lock, [&] {
      for (const auto& slot : slots_) {
        if (!slot->taken) {
          found = slot.get();
          return true;
        }
      }
      return closed_ || stopped_;
    });
    if (stopped_ || found == nullptr) return nullptr;
    found->taken = true;
    return found;
  }

  void finish(Slot& slot, std::string answer) {
    const std::lock_guard lock(mutex_);
    slot.answer = std::move(answer);
    slot.done = true;
    changed_.notify_all();
  }

  // The answer whose turn it is, or nothing when all were popped.
  std::optional<std::string> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_.empty() ? closed_ : slots_.front()->done; });
    if (slots_.empty()) return std::nullopt;
    std::string answer = std::move(slots_.front()->answer);
    slots_.pop_front();
    changed_.notify_all();
    return answer;
  }

 private:
  const std::size_t slots_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Slot>> slots_;
  bool closed_ = false;
  bool stopped_ = false;
};

void run_here(const OrderedWork& work) {
  while (auto line = work.next()) {
    if (!work.put(work.answer(std::move(*line)))) return;
  }
}

}  // namespace

void run_in_order(const OrderedWork& work, std::size_t threads) {
  if (threads <= 1) return run_here(work);
  Queue queue(threads * kLinesPerThread);
  std::vector<std::thread> workers;
  workers.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      while (Slot* slot = queue.take()) {
        queue.finish(*slot, work.answer(std::move(slot->line)));
      }
    });
  }
  std::thread writer([&] {
    while (const auto answer = queue.pop()) {
      if (work.put(*answer)) continue;
      queue.stop();
      return;
    }
  });
  while (auto line = work.next()) {
    if (!queue.push(std::move(*line))) break;
  }
  queue.close();
  for (auto& worker : workers) worker.join();
  writer.join();
}

}  // namespace dixit::cli
