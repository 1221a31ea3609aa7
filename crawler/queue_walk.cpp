#include "crawler/queue_walk.h"

#include <algorithm>
#include <utility>

#include "storage/archive.h"

namespace dixit::crawler {

QueueWalk::QueueWalk(const storage::Archive& archive, HostSlot& slot, std::int64_t now_ms)
    : archive_(archive), slot_(slot), now_ms_(now_ms), limit_(kCandidates + slot.unsettled.size()) {
  if (slot_.passed.look_again_ms <= now_ms_) slot_.passed = {};
  take(archive_.queued(slot_.host, limit_, now_ms_));
}

void QueueWalk::take(std::vector<storage::QueuedUrl> urls) {
  urls_ = std::move(urls);
  at_ = 0;
  if (urls_.empty()) return;
  const storage::QueuedUrl& last = urls_.back();
  end_ = {last.priority, last.due_ms, last.sequence};
}

void QueueWalk::read_on() {
  std::optional<storage::QueuePlace>& up_to = slot_.passed.up_to;
  up_to = up_to ? std::max(*up_to, end_) : end_;
  take(archive_.queued(slot_.host, limit_, now_ms_, *up_to));
}

std::optional<storage::QueuedUrl> QueueWalk::next() {
  while (true) {
    while (at_ < urls_.size()) {
      storage::QueuedUrl& url = urls_[at_++];
      ++looked_at_;
      if (!slot_.unsettled.contains(url.url)) return std::move(url);
    }
    if (urls_.size() < limit_ || looked_at_ >= kLookedAtMax) return std::nullopt;
    read_on();
  }
}

void QueueWalk::pass_until(std::int64_t opens_ms) {
  PassedOver& passed = slot_.passed;
  passed.opens_ms = std::min(passed.opens_ms, opens_ms);
  passed.look_again_ms = std::min({passed.look_again_ms, opens_ms, now_ms_ + kLookAgainMs});
}

void QueueWalk::pass_until_robots() {
  slot_.passed.await_robots = true;
  slot_.passed.look_again_ms = std::min(slot_.passed.look_again_ms, now_ms_ + kLookAgainMs);
}

std::optional<PassedOver> QueueWalk::all_passed() {
  if (urls_.size() < limit_) return std::exchange(slot_.passed, {});
  slot_.passed.up_to = end_;
  return std::nullopt;
}

}  // namespace dixit::crawler
