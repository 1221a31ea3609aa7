#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "crawler/page_job.h"
#include "crawler/queue_cap.h"
#include "storage/archive.h"

namespace dixit::crawler {

// The one place where the archive is written: appends pages to WARC and commits them in groups.
//
// Requires: used by one thread. Ownership: `archive` outlives it.
class PageWriter {
 public:
  explicit PageWriter(storage::Archive& archive)
      : archive_(archive), cap_(archive, kQueuedPerDomainMax) {}

  // Writes the page's exchange and puts its records into the group. After an error nothing more is
  // taken.
  void add(ProcessedPage page);

  std::size_t pending() const { return commits_.size(); }

  // Makes the group durable and returns it, empty after an error.
  std::vector<SettledPage> commit();

  const std::optional<storage::StorageError>& error() const { return error_; }

 private:
  storage::Archive& archive_;
  QueueCap cap_;
  std::vector<storage::PageCommit> commits_;
  std::vector<SettledPage> settled_;
  std::optional<storage::StorageError> error_;
};

}  // namespace dixit::crawler
