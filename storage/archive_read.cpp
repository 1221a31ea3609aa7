#include <limits>

#include "storage/archive_impl.h"
#include "storage/clusters.h"
#include "storage/codec.h"
#include "storage/document_records.h"
#include "storage/find_rows.h"
#include "storage/frontier.h"
#include "storage/meta_keys.h"
#include "storage/record_keys.h"
#include "storage/stats.h"

namespace dixit::storage {

std::optional<model::Document> Archive::document(std::string_view id) const {
  return read_document(impl_->database, id);
}

std::optional<model::Cluster> Archive::cluster(std::string_view id) const {
  return read_cluster(impl_->database, id);
}

tl::expected<QuotationRow, StorageError> Archive::quotation(std::string_view id) const {
  return impl_->healthy(row_with_id_prefix(impl_->database, id));
}

tl::expected<std::vector<QuotationRow>, StorageError> Archive::find(const Query& query) const {
  return impl_->healthy(find_rows(impl_->database, impl_->text, query));
}

std::vector<std::filesystem::path> Archive::set_aside() const {
  const auto& warc = impl_->warc;
  return warc ? warc->set_aside() : std::vector<std::filesystem::path>();
}

ArchiveStats Archive::stats() const {
  ArchiveStats stats = read_stats(impl_->database, impl_->warc_directory());
  stats.database_bytes = impl_->database.bytes_on_disk();
  return stats;
}

std::optional<UrlRecord> Archive::url(std::string_view url) const {
  const auto bytes = impl_->database.get(Table::Urls, url_key(url));
  auto stored = bytes ? decode_url(*bytes) : std::nullopt;
  if (!stored) return std::nullopt;
  return std::move(stored->record);
}

std::vector<QueuedUrl> Archive::queued(std::string_view host, std::size_t limit) const {
  return queued(host, limit, std::numeric_limits<std::int64_t>::max());
}

std::vector<QueuedUrl> Archive::queued(std::string_view host, std::size_t limit,
                                       std::int64_t due_by_ms) const {
  return waiting_urls(impl_->database, host, limit, due_by_ms, std::nullopt);
}

std::vector<QueuedUrl> Archive::queued(std::string_view host, std::size_t limit,
                                       std::int64_t due_by_ms, const QueuePlace& after) const {
  return waiting_urls(impl_->database, host, limit, due_by_ms, after);
}

std::vector<HostBacklog> Archive::backlog() const { return waiting_hosts(impl_->database); }

SourcesRecord Archive::sources() const {
  const auto bytes = impl_->database.get(Table::Meta, kMetaSources);
  auto sources = bytes ? decode_sources(*bytes) : std::nullopt;
  return std::move(sources).value_or(SourcesRecord());
}

std::optional<HostRecord> Archive::host(std::string_view host) const {
  const auto bytes = impl_->database.get(Table::Hosts, host);
  return bytes ? decode_host(*bytes) : std::nullopt;
}

std::optional<RobotsRecord> Archive::robots(std::string_view origin) const {
  const auto bytes = impl_->database.get(Table::Robots, origin);
  return bytes ? decode_robots(*bytes) : std::nullopt;
}

}  // namespace dixit::storage
