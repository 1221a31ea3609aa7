#include "storage/frontier.h"

#include <limits>
#include <optional>
#include <string>

#include "storage/codec.h"
#include "storage/counts.h"
#include "storage/keys.h"
#include "storage/record_keys.h"

namespace dixit::storage {
namespace {

// Counting a host with a million URLs would cost a second, and who crawls keeps no more than this.
constexpr std::size_t kBacklogCountMax = 100'000;
constexpr int kPriorities = 10;
constexpr std::size_t kPriorityAt = kShortHashBytes;
constexpr std::size_t kDueAt = kPriorityAt + 1;

void put_waiting(Batch& batch, StoredUrl& known, QueuedUrl waiting, std::uint64_t& sequence) {
  waiting.sequence = ++sequence;
  known.queue_key = queue_key(waiting.host, waiting.priority, waiting.due_ms, waiting.sequence);
  batch.put(Table::Queue, known.queue_key, encode(waiting));
  add_to_count(batch, count::kUrlsQueued, 1);
}

std::optional<StoredUrl> stored_url(const Reader& reader, std::string_view url) {
  const auto bytes = reader.get(Table::Urls, url_key(url));
  return bytes ? decode_url(*bytes) : std::nullopt;
}

// Takes it out of the queue; nothing when it does not wait there, or as nobody can read.
std::optional<QueuedUrl> take_waiting(Batch& batch, const StoredUrl& known) {
  if (known.queue_key.empty()) return std::nullopt;
  const auto bytes = batch.get(Table::Queue, known.queue_key);
  batch.erase(Table::Queue, known.queue_key);
  add_to_count(batch, count::kUrlsQueued, -1);
  return bytes ? decode_queued_url(*bytes) : std::nullopt;
}

// The first key of the next priority of the same host.
std::string next_priority(std::string_view key) {
  std::string next(key.substr(0, kDueAt));
  next.back() = static_cast<char>(next.back() + 1);
  return next;
}

HostBacklog backlog_of(const Reader& reader, std::string_view host_hash, std::string host) {
  HostBacklog backlog{std::move(host), 0, std::numeric_limits<std::int64_t>::max()};
  Cursor cursor = reader.cursor(Table::Queue, host_hash);
  for (; cursor.valid() && backlog.queued < kBacklogCountMax; cursor.next()) ++backlog.queued;
  // Within one priority the keys stand in order of their due times.
  for (int priority = 0; priority < kPriorities; ++priority) {
    const std::string prefix = std::string(host_hash) + static_cast<char>(priority);
    const Cursor first = reader.cursor(Table::Queue, prefix);
    if (!first.valid()) continue;
    const std::int64_t due_ms = read_time_key(first.key().substr(kDueAt));
    if (due_ms < backlog.earliest_due_ms) backlog.earliest_due_ms = due_ms;
  }
  return backlog;
}

}  // namespace

std::size_t add_to_queue(Batch& batch, const QueuedUrl& url, std::uint64_t& sequence) {
  const std::string key = url_key(url.url);
  if (batch.contains(Table::Urls, key)) return 0;
  StoredUrl known;
  known.record.url = url.url;
  known.record.host = url.host;
  known.record.next_due_ms = url.due_ms;
  known.record.tries = url.tries;
  known.record.depth = url.depth;
  put_waiting(batch, known, url, sequence);
  batch.put(Table::Urls, key, encode(known));
  add_to_count(batch, count::kUrlsKnown, 1);
  return 1;
}

void queue_again(Batch& batch, const QueuedUrl& url, std::uint64_t& sequence) {
  auto known = stored_url(batch, url.url);
  if (!known) {
    add_to_queue(batch, url, sequence);
    return;
  }
  take_waiting(batch, *known);
  known->record.state = UrlState::Queued;
  known->record.next_due_ms = url.due_ms;
  known->record.tries = url.tries;
  known->record.depth = url.depth;
  known->record.reason.clear();
  put_waiting(batch, *known, url, sequence);
  batch.put(Table::Urls, url_key(url.url), encode(*known));
}

void update_url(Batch& batch, const UrlRecord& update, std::uint64_t& sequence) {
  QueuedUrl waiting;
  waiting.url = update.url;
  waiting.host = update.host;
  waiting.depth = update.depth;
  const auto before = stored_url(batch, update.url);
  if (!before) add_to_count(batch, count::kUrlsKnown, 1);
  if (before) waiting = take_waiting(batch, *before).value_or(std::move(waiting));
  StoredUrl known{update, {}};
  if (update.state == UrlState::Queued || update.next_due_ms > 0) {
    waiting.due_ms = update.next_due_ms;
    waiting.tries = update.tries;
    put_waiting(batch, known, std::move(waiting), sequence);
  }
  batch.put(Table::Urls, url_key(update.url), encode(known));
}

std::vector<QueuedUrl> waiting_urls(const Reader& reader, std::string_view host, std::size_t limit,
                                    std::int64_t due_by_ms,
                                    const std::optional<QueuePlace>& after) {
  std::vector<QueuedUrl> urls;
  Cursor cursor = reader.cursor(Table::Queue, queue_prefix(host));
  if (after) cursor.seek(queue_key(host, after->priority, after->due_ms, after->sequence + 1));
  while (cursor.valid() && urls.size() < limit) {
    if (read_time_key(cursor.key().substr(kDueAt)) > due_by_ms) {
      cursor.seek(next_priority(cursor.key()));
      continue;
    }
    auto url = decode_queued_url(cursor.value());
    // Eight bytes of hash may be shared by two hosts.
    if (url && url->host == host) urls.push_back(*std::move(url));
    cursor.next();
  }
  return urls;
}

std::vector<HostBacklog> waiting_hosts(const Reader& reader) {
  std::vector<HostBacklog> hosts;
  Cursor cursor = reader.cursor(Table::Queue, "");
  while (cursor.valid()) {
    const std::string host_hash(cursor.key().substr(0, kShortHashBytes));
    if (auto url = decode_queued_url(cursor.value())) {
      hosts.push_back(backlog_of(reader, host_hash, std::move(url->host)));
    }
    const std::string next_host = prefix_end(host_hash);
    if (next_host.empty()) break;
    cursor.seek(next_host);
  }
  return hosts;
}

}  // namespace dixit::storage
