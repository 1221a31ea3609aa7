#include "storage/stats.h"

#include "storage/counts.h"
#include "storage/keys.h"
#include "storage/quotation_index.h"

namespace dixit::storage {
namespace {

void count_warc_files(const std::filesystem::path& directory, ArchiveStats& stats) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    const std::uint64_t size = entry.file_size(error);
    if (error) continue;
    ++stats.warc_files;
    stats.warc_bytes += size;
  }
}

}  // namespace

ArchiveStats read_stats(const Reader& reader, const std::filesystem::path& warc_directory) {
  ArchiveStats stats;
  stats.captures = read_count(reader, count::kCaptures);
  stats.documents = read_count(reader, count::kDocuments);
  stats.articles = read_count(reader, count::kArticles);
  stats.quotations = read_count(reader, count::kQuotations);
  stats.threats = read_count(reader, count::kThreats);
  stats.clusters = read_count(reader, count::kClusters);
  stats.urls_known = read_count(reader, count::kUrlsKnown);
  stats.urls_queued = read_count(reader, count::kUrlsQueued);
  for_each_count(reader, count::kOutletPrefix, [&](std::string_view outlet, std::uint64_t count) {
    stats.documents_by_outlet.emplace(outlet, count);
  });
  for_each_count(reader, count::kLanguagePrefix,
                 [&](std::string_view language, std::uint64_t count) {
                   stats.documents_by_language.emplace(language, count);
                 });
  Cursor dated = reader.cursor(Table::ByDate, short_hash(kEveryDocument));
  if (dated.valid()) stats.first_published = read_index_key(dated.key()).time;
  dated.seek_to_last();
  if (dated.valid()) stats.last_published = read_index_key(dated.key()).time;
  count_warc_files(warc_directory, stats);
  return stats;
}

}  // namespace dixit::storage
