#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace dixit::storage {

// Running totals, kept in `meta` and changed in the batch that changes what they count.

namespace count {
inline constexpr std::string_view kCaptures = "captures";
inline constexpr std::string_view kDocuments = "documents";
inline constexpr std::string_view kArticles = "articles";
inline constexpr std::string_view kQuotations = "quotations";
inline constexpr std::string_view kThreats = "threats";
inline constexpr std::string_view kClusters = "clusters";
inline constexpr std::string_view kUrlsKnown = "urls_known";
inline constexpr std::string_view kUrlsQueued = "urls_queued";
inline constexpr std::string_view kOutletPrefix = "outlet/";
inline constexpr std::string_view kLanguagePrefix = "language/";
}  // namespace count

void add_to_count(Batch& batch, std::string_view name, std::int64_t change);
std::uint64_t read_count(const Reader& reader, std::string_view name);

// Every count whose name begins with `prefix`, the rest of its name given.
void for_each_count(const Reader& reader, std::string_view prefix,
                    const std::function<void(std::string_view name, std::uint64_t count)>& visit);

}  // namespace dixit::storage
