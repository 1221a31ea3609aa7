#pragma once

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/crawl.h"
#include "crawler/observer.h"
#include "parser/knowledge/knowledge.h"
#include "storage/archive.h"
#include "tests/support/built_in_knowledge.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_web.h"
#include "tests/support/temp_dir.h"

namespace dixit::support {

storage::Archive open_archive(const std::filesystem::path& directory);

// Writes down what it is told.
class RecordingObserver final : public crawler::CrawlObserver {
 public:
  void page(const crawler::PageEvent& event, const crawler::Progress& progress) override;
  void tick(const crawler::Progress& progress, const std::string& waiting_for) override;

  // The last event of a URL.
  std::optional<crawler::PageEvent> event(const std::string& url) const;
  const std::vector<crawler::PageEvent>& events() const { return events_; }
  const crawler::Progress& progress() const { return progress_; }
  // Called with every event, such as to ask for a stop.
  void on_page(std::function<void(const crawler::PageEvent&)> call) { on_page_ = std::move(call); }

 private:
  std::vector<crawler::PageEvent> events_;
  crawler::Progress progress_;
  std::function<void(const crawler::PageEvent&)> on_page_;
};

// A crawl of a scripted web in a manual time, into an archive that is opened for each run, as by a
// process of its own.
class CrawlBench {
 public:
  CrawlBench();

  // Adds a source with the default scope.
  void seed(const std::string& url);
  // An HTML page that links to `links`.
  void page(const std::string& url, const std::vector<std::string>& links = {});
  void robots(const std::string& origin, const std::string& body);

  tl::expected<crawler::CrawlSummary, crawler::CrawlError> run();
  // Asks the present run to end in good order.
  void stop() { stop_->request(); }

  // Reads from the archive between runs.
  storage::Archive archive() { return open_archive(directory.path()); }

  TempDir directory;
  ManualClock clock;
  ScriptedWeb web{clock};
  ScriptedResolver resolver;
  crawler::CrawlOptions options;
  RecordingObserver observer;

 private:
  std::optional<crawler::StopToken> stop_;
};

}  // namespace dixit::support
