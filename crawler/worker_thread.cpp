#include "crawler/worker_thread.h"

#include <cstdlib>
#include <utility>

namespace dixit::crawler {

WorkerThread::WorkerThread(std::function<void()> work)
    : work_(std::make_unique<std::function<void()>>(std::move(work))) {
  pthread_attr_t attributes;
  if (::pthread_attr_init(&attributes) != 0 ||
      ::pthread_attr_setstacksize(&attributes, kWorkerStackBytes) != 0 ||
      ::pthread_create(&thread_, &attributes, &WorkerThread::run, work_.get()) != 0)
    std::abort();
  ::pthread_attr_destroy(&attributes);
}

WorkerThread::WorkerThread(WorkerThread&& other) noexcept
    : work_(std::move(other.work_)), thread_(other.thread_) {}

WorkerThread::~WorkerThread() {
  if (work_) ::pthread_join(thread_, nullptr);
}

void* WorkerThread::run(void* work) {
  (*static_cast<std::function<void()>*>(work))();
  return nullptr;
}

}  // namespace dixit::crawler
