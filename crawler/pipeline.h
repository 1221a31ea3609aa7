#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "crawler/page_job.h"
#include "crawler/worker_thread.h"
#include "storage/archive.h"

namespace dixit::crawler {

// Pages between submit() and settled; bodies of a few hundred KB each keep this within memory.
inline constexpr std::size_t kPipelinePagesMax = 128;
// And all their bodies together, with those that are still coming in: a few giants count as many
// pages.
inline constexpr std::size_t kPipelineBytesMax = 96u << 20;
// An fsync costs about a millisecond; a hundred pages share one, and no page waits longer than
// this.
inline constexpr std::size_t kGroupPagesMax = 100;
inline constexpr std::chrono::milliseconds kGroupDelay{50};

// As many threads as asked for, or one for each core when `asked` is 0.
int parser_threads(int asked);

// Carries pages from the wire to the disk: jobs run on parser threads, one writer thread appends
// what they give to WARC and commits it in groups.
//
//   submit() ─► [queue] ─► parser threads ─► [queue] ─► writer: append, fsync, one batch ─► settled
//
// Thread-safe: all but the constructor and destructor may be called from one thread that is not its
// own. Ownership: `archive` outlives it and has no other writer meanwhile.
class Pipeline {
 public:
  // Reads a page; runs on a parser thread.
  using Job = std::function<ProcessedPage()>;

  struct Options {
    int parser_threads = 1;
    std::function<void()> on_settled;  // called on the writer thread after each commit
  };

  Pipeline(storage::Archive& archive, Options options);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  // Finishes what was submitted.
  ~Pipeline();

  // Never waits; ask has_room() first. `bytes` is what the job holds in memory. `ahead` is written
  // in the order of submission, however long the job takes.
  void submit(Job job, std::size_t bytes, std::optional<ProcessedPage> ahead = std::nullopt);
  // For what needs no parser.
  void submit(ProcessedPage page, std::size_t bytes = 0);

  // `bytes_coming`: what is on its way here and cannot be turned back.
  bool has_room(std::size_t bytes_coming = 0) const;
  std::size_t outstanding() const;
  bool is_idle() const;  // nothing is outstanding and all that was settled was taken

  // What was committed since the last call.
  std::vector<SettledPage> take_settled();
  // The same, but waits for something, for an error or for the time-out first.
  std::vector<SettledPage> wait_settled(std::chrono::milliseconds timeout);

  // The first thing that went wrong in writing. From then on nothing is written any more, and what
  // is submitted is dropped.
  std::optional<storage::StorageError> error() const;

 private:
  struct Parse {
    Job job;
    std::size_t bytes = 0;
  };
  struct Write {
    ProcessedPage page;
    std::size_t bytes = 0;
  };

  void parse_pages();
  void write_pages();
  bool wait_for_pages(std::unique_lock<std::mutex>& lock,
                      const std::optional<std::chrono::steady_clock::time_point>& deadline);

  storage::Archive& archive_;
  std::function<void()> on_settled_;
  mutable std::mutex mutex_;  // guards all below but the threads
  std::condition_variable parse_changed_;
  std::condition_variable write_changed_;
  std::condition_variable settled_changed_;
  std::deque<Parse> to_parse_;
  std::deque<Write> to_write_;
  std::vector<SettledPage> settled_;
  std::optional<storage::StorageError> error_;
  std::size_t outstanding_ = 0;
  std::size_t bytes_ = 0;
  bool stopping_ = false;
  std::vector<WorkerThread> threads_;
};

}  // namespace dixit::crawler
