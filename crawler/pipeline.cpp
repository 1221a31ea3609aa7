#include "crawler/pipeline.h"

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

#include "crawler/page_writer.h"

namespace dixit::crawler {

using std::chrono::steady_clock;

int parser_threads(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

Pipeline::Pipeline(storage::Archive& archive, Options options)
    : archive_(archive), on_settled_(std::move(options.on_settled)) {
  for (int i = 0; i < std::max(1, options.parser_threads); ++i)
    threads_.emplace_back([this] { parse_pages(); });
  threads_.emplace_back([this] { write_pages(); });
}

Pipeline::~Pipeline() {
  {
    std::unique_lock lock(mutex_);
    settled_changed_.wait(lock, [this] { return outstanding_ == 0; });
    stopping_ = true;
  }
  parse_changed_.notify_all();
  write_changed_.notify_all();
  threads_.clear();
}

void Pipeline::submit(Job job, std::size_t bytes, std::optional<ProcessedPage> ahead) {
  {
    const std::lock_guard lock(mutex_);
    if (ahead) {
      to_write_.push_back({*std::move(ahead), 0});
      ++outstanding_;
    }
    to_parse_.push_back({std::move(job), bytes});
    ++outstanding_;
    bytes_ += bytes;
  }
  write_changed_.notify_one();
  parse_changed_.notify_one();
}

void Pipeline::submit(ProcessedPage page, std::size_t bytes) {
  {
    const std::lock_guard lock(mutex_);
    to_write_.push_back({std::move(page), bytes});
    ++outstanding_;
    bytes_ += bytes;
  }
  write_changed_.notify_one();
}

bool Pipeline::has_room(std::size_t bytes_coming) const {
  const std::lock_guard lock(mutex_);
  return outstanding_ < kPipelinePagesMax && bytes_ + bytes_coming < kPipelineBytesMax;
}

std::size_t Pipeline::outstanding() const {
  const std::lock_guard lock(mutex_);
  return outstanding_;
}

bool Pipeline::is_idle() const {
  const std::lock_guard lock(mutex_);
  return outstanding_ == 0 && settled_.empty();
}

std::vector<SettledPage> Pipeline::take_settled() {
  const std::lock_guard lock(mutex_);
  return std::exchange(settled_, {});
}

std::vector<SettledPage> Pipeline::wait_settled(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  settled_changed_.wait_for(lock, timeout,
                            [this] { return !settled_.empty() || outstanding_ == 0 || error_; });
  return std::exchange(settled_, {});
}

std::optional<storage::StorageError> Pipeline::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

void Pipeline::parse_pages() {
  std::unique_lock lock(mutex_);
  while (true) {
    parse_changed_.wait(lock, [this] { return stopping_ || !to_parse_.empty(); });
    if (to_parse_.empty()) return;
    Parse next = std::move(to_parse_.front());
    to_parse_.pop_front();
    lock.unlock();
    Write parsed{next.job(), next.bytes};
    next.job = nullptr;  // what it held is no longer needed
    lock.lock();
    to_write_.push_back(std::move(parsed));
    write_changed_.notify_one();
  }
}

// Waits until there is something to write or the present group's time is up; false to end.
bool Pipeline::wait_for_pages(std::unique_lock<std::mutex>& lock,
                              const std::optional<steady_clock::time_point>& deadline) {
  const auto something = [this] { return stopping_ || !to_write_.empty(); };
  if (deadline)
    write_changed_.wait_until(lock, *deadline, something);
  else
    write_changed_.wait(lock, something);
  return !(stopping_ && to_write_.empty());
}

void Pipeline::write_pages() {
  PageWriter writer(archive_);
  std::optional<steady_clock::time_point> deadline;  // of the group that is being gathered
  std::size_t gathered = 0;
  std::size_t gathered_bytes = 0;
  std::unique_lock lock(mutex_);
  while (wait_for_pages(lock, deadline)) {
    std::deque<Write> pages = std::exchange(to_write_, {});
    if (!pages.empty() && !deadline) deadline = steady_clock::now() + kGroupDelay;
    gathered += pages.size();
    for (const Write& page : pages) gathered_bytes += page.bytes;
    // Nobody is on the way to join the group: there is nothing to wait for.
    const bool complete = gathered == outstanding_;
    lock.unlock();
    for (Write& page : pages) writer.add(std::move(page.page));
    const bool commit =
        deadline && (complete || gathered >= kGroupPagesMax || steady_clock::now() >= *deadline);
    std::vector<SettledPage> settled;
    if (commit) settled = writer.commit();
    lock.lock();
    if (!commit) continue;
    deadline.reset();
    outstanding_ -= std::exchange(gathered, 0);
    bytes_ -= std::exchange(gathered_bytes, 0);
    error_ = writer.error();
    settled_.insert(settled_.end(), std::make_move_iterator(settled.begin()),
                    std::make_move_iterator(settled.end()));
    settled_changed_.notify_all();
    if (on_settled_) on_settled_();
  }
}

}  // namespace dixit::crawler
