#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "storage/database.h"
#include "storage/frontier_records.h"

namespace dixit::storage {

// URLs known, URLs waiting, and the politeness kept for their hosts.

// Puts what is not yet known into `urls` and `queue`, numbering from `sequence` on. Returns how
// many were new.
std::size_t add_to_queue(Batch& batch, const QueuedUrl& url, std::uint64_t& sequence);

// Puts a URL into the queue as it is, whatever it was before; where it waits already, in place of
// that. What is known of it otherwise stays.
void queue_again(Batch& batch, const QueuedUrl& url, std::uint64_t& sequence);

// Stores a URL's new state. It leaves the queue unless it is still Queued or due again
// (next_due_ms > 0): then it waits there until that time.
void update_url(Batch& batch, const UrlRecord& update, std::uint64_t& sequence);

std::vector<QueuedUrl> waiting_urls(const Reader& reader, std::string_view host, std::size_t limit,
                                    std::int64_t due_by_ms, const std::optional<QueuePlace>& after);

std::vector<HostBacklog> waiting_hosts(const Reader& reader);

}  // namespace dixit::storage
