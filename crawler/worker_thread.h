#pragma once

#include <pthread.h>

#include <cstddef>
#include <functional>
#include <memory>

namespace dixit::crawler {

// Parsers of other people's make recurse on hostile input; eight megabytes is what a main thread
// has, where std::thread takes what the C library thinks fit.
inline constexpr std::size_t kWorkerStackBytes = 8u << 20;

// A thread with a stack of known size, joined when it goes.
class WorkerThread {
 public:
  // Aborts when the system has no thread left: there is nothing to go on with.
  explicit WorkerThread(std::function<void()> work);
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread(WorkerThread&& other) noexcept;
  WorkerThread& operator=(const WorkerThread&) = delete;
  WorkerThread& operator=(WorkerThread&&) = delete;
  ~WorkerThread();

 private:
  static void* run(void* work);

  std::unique_ptr<std::function<void()>> work_;  // null once moved from
  pthread_t thread_{};
};

}  // namespace dixit::crawler
