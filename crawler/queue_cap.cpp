#include "crawler/queue_cap.h"

#include "crawler/host_slot.h"
#include "crawler/link_queue.h"

namespace dixit::crawler {

QueueCap::QueueCap(const storage::Archive& archive, std::size_t queued_max)
    : queued_max_(queued_max) {
  for (const storage::HostBacklog& backlog : archive.backlog())
    waiting_for(backlog.host) += backlog.queued;
}

std::size_t& QueueCap::waiting_for(const std::string& host) {
  return waiting_[slot_for(host).domain];
}

std::size_t QueueCap::apply(storage::PageCommit& commit) {
  for (const storage::UrlRecord& update : commit.url_updates) {
    std::size_t& waiting = waiting_for(update.host);
    const bool stays = update.state == storage::UrlState::Queued || update.next_due_ms > 0;
    if (!stays && waiting > 0) --waiting;
  }
  for (const storage::QueuedUrl& url : commit.again) ++waiting_for(url.host);
  return std::erase_if(commit.discovered, [this](const storage::QueuedUrl& url) {
    std::size_t& waiting = waiting_for(url.host);
    if (waiting >= queued_max_ && url.priority != kPrioritySource) return true;
    ++waiting;
    return false;
  });
}

}  // namespace dixit::crawler
