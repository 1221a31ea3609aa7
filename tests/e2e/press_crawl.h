#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/press/press.h"
#include "tests/support/temp_dir.h"

namespace dixit::e2e {

// A press that is open, and a place for the archive that dixit fills from it.
class PressCrawl {
 public:
  PressCrawl();

  const cli::Press& press() const { return press_; }
  std::filesystem::path archive() const { return directory_ / "archive"; }

  // `dixit crawl` of all outlets into the archive, with so much delay between requests to one.
  std::vector<std::string> crawl_arguments(std::int64_t delay_ms) const;

  // `dixit crawl` that goes on with what waits in the archive.
  std::vector<std::string> resume_arguments(std::int64_t delay_ms) const;

  // `words` with --archive behind the first.
  std::vector<std::string> with_archive(std::vector<std::string> words) const;

  // The URLs asked for so far that the archive has settled: fetched, redirected or given up.
  std::vector<std::string> settled_urls() const;

  // The URLs of captures whose payload the archive cannot read back from where it says it is.
  std::vector<std::string> unreadable_payloads() const;

 private:
  support::TempDir directory_;
  cli::Press press_;
};

}  // namespace dixit::e2e
