#include "crawler/kept_sources.h"

#include <set>
#include <string>
#include <utility>

#include "parser/url/canonical.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

storage::SourceReach reach_of(SourceScope scope) {
  switch (scope) {
    case SourceScope::Page:
      return storage::SourceReach::Page;
    case SourceScope::Prefix:
      return storage::SourceReach::Prefix;
    case SourceScope::Host:
      return storage::SourceReach::Host;
    case SourceScope::Site:
      return storage::SourceReach::Site;
  }
  return storage::SourceReach::Page;
}

SourceScope scope_of(storage::SourceReach reach) {
  switch (reach) {
    case storage::SourceReach::Page:
      return SourceScope::Page;
    case storage::SourceReach::Prefix:
      return SourceScope::Prefix;
    case storage::SourceReach::Host:
      return SourceScope::Host;
    case storage::SourceReach::Site:
      return SourceScope::Site;
  }
  return SourceScope::Page;
}

// One spelling for a source, which is kept as it was typed.
std::string href_of(const std::string& typed) {
  const auto url = parser::canonicalise_text(typed);
  return url ? url->href : typed;
}

}  // namespace

tl::expected<void, storage::StorageError> keep_sources(const std::vector<Source>& sources,
                                                       int depth_max, EarlierSources earlier,
                                                       storage::Archive& archive) {
  storage::SourcesRecord kept;
  kept.depth_max = depth_max;
  std::set<std::string> named;
  for (const Source& source : sources) {
    kept.sources.push_back(
        {source.url, reach_of(source.scope), source.also, source.language, source.outlet});
    named.insert(href_of(source.url));
  }
  const auto before = archive.sources();
  if (earlier == EarlierSources::Keep) {
    for (const auto& source : before.sources)
      if (!named.contains(href_of(source.url))) kept.sources.push_back(source);
  }
  if (kept == before) return {};
  return archive.set_sources(kept);
}

std::vector<Source> kept_sources(const storage::Archive& archive) {
  std::vector<Source> sources;
  storage::SourcesRecord record = archive.sources();
  for (auto& kept : record.sources) {
    Source& source = sources.emplace_back();
    source.url = std::move(kept.url);
    source.scope = scope_of(kept.reach);
    source.also = std::move(kept.also);
    source.language = std::move(kept.language);
    source.outlet = std::move(kept.outlet);
  }
  return sources;
}

std::optional<int> kept_depth_max(const storage::Archive& archive) {
  return archive.sources().depth_max;
}

}  // namespace dixit::crawler
