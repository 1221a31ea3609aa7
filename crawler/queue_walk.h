#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "crawler/host_slot.h"
#include "storage/frontier_records.h"

namespace dixit::storage {
class Archive;
}

namespace dixit::crawler {

// URLs of one host read from the queue at a time.
inline constexpr std::size_t kCandidates = 16;
// And looked at in one turn; the next turn goes on from there.
inline constexpr std::size_t kLookedAtMax = 1'024;
// What was passed over is looked at again after this, and a host whose queue holds only later URLs,
// whatever their dates.
inline constexpr std::int64_t kLookAgainMs = 600'000;

// One turn's walk through a host's due URLs, the most urgent first. It begins at the head, then
// goes on behind what former turns passed over: thousands of URLs of an origin that is closed for a
// day must neither hold up the host's other origin nor be read again for each of its URLs.
//
// Ownership: all given outlive it.
class QueueWalk {
 public:
  QueueWalk(const storage::Archive& archive, HostSlot& slot, std::int64_t now_ms);

  // The next URL that is not handed out already; nothing at the end of the queue, or of the turn.
  std::optional<storage::QueuedUrl> next();

  // The last one may not be asked before `opens_ms`, or before its robots.txt is known.
  void pass_until(std::int64_t opens_ms);
  void pass_until_robots();

  // Once next() gave nothing: what was passed over, if all of the queue was seen.
  std::optional<PassedOver> all_passed();

 private:
  void take(std::vector<storage::QueuedUrl> urls);
  void read_on();

  const storage::Archive& archive_;
  HostSlot& slot_;
  std::int64_t now_ms_;
  std::size_t limit_;  // of one reading
  std::vector<storage::QueuedUrl> urls_;
  std::size_t at_ = 0;
  std::size_t looked_at_ = 0;
  storage::QueuePlace end_;  // of what was read
};

}  // namespace dixit::crawler
