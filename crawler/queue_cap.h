#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "storage/archive.h"

namespace dixit::crawler {

// URLs of one registrable domain that wait in the queue at most: at one request every five seconds
// a week of work. What a site lists beyond is left out, and comes again by the next page that links
// to it once there is room. Sources, and what is asked for again, always get in.
inline constexpr std::size_t kQueuedPerDomainMax = 100'000;

// Counts what waits for each registrable domain and leaves out what is too much: a site may link to
// new addresses without end.
//
// Ownership: one thread's.
class QueueCap {
 public:
  // Counts what waits in the archive, each host up to the number that HostBacklog is exact for.
  QueueCap(const storage::Archive& archive, std::size_t queued_max);

  // Takes what has no room out of `commit.discovered`, and returns how much that was.
  std::size_t apply(storage::PageCommit& commit);

 private:
  std::size_t& waiting_for(const std::string& host);

  std::size_t queued_max_;
  std::map<std::string, std::size_t> waiting_;  // by registrable domain, else the host's name
};

}  // namespace dixit::crawler
