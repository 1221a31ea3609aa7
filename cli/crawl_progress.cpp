#include "cli/crawl_progress.h"

#include <fmt/format.h>

#include <vector>

#include "report/counted.h"
#include "report/printable.h"

namespace dixit::cli {
namespace {

// Often enough to see that a crawl of hours is alive, seldom enough for a log.
constexpr std::int64_t kLogEveryMs = 10'000;

// ECMA-48: back to the first column, and the line erased.
constexpr std::string_view kRewriteLine = "\r\x1b[2K";

std::string clock_text(std::int64_t elapsed_ms) {
  const std::int64_t seconds = elapsed_ms / 1000;
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::string progress_text(const crawler::Progress& progress, std::string_view waiting_for,
                          std::size_t columns) {
  std::vector<std::string> parts{
      fmt::format("{} fetched", progress.fetched), fmt::format("{} waiting", progress.queued),
      report::counted(progress.quotations, "quotation"),
      report::counted(progress.threats, "threat"), clock_text(progress.elapsed_ms)};
  if (progress.failed > 0) parts.push_back(fmt::format("{} failed", progress.failed));
  if (!waiting_for.empty()) parts.push_back("next " + report::printable(waiting_for));

  std::string text;
  for (const std::string& part : parts) {
    const std::string_view separator = text.empty() ? "" : ", ";
    if (text.size() + separator.size() + part.size() > columns) break;
    text += separator;
    text += part;
  }
  return text;
}

void CrawlProgress::page(const crawler::PageEvent& /*event*/, const crawler::Progress& progress) {
  tick(progress, "");
}

void CrawlProgress::tick(const crawler::Progress& progress, const std::string& waiting_for) {
  if (session_.terminal.err_is_terminal) {
    // The last column stays empty: a terminal may begin a new line there.
    session_.err << kRewriteLine
                 << progress_text(progress, waiting_for, session_.terminal.columns - 1)
                 << std::flush;
    shown_ = true;
  } else if (progress.elapsed_ms - logged_at_ms_ >= kLogEveryMs) {
    session_.err << progress_text(progress, waiting_for, session_.terminal.columns) << "\n"
                 << std::flush;
    logged_at_ms_ = progress.elapsed_ms;
  }
}

void CrawlProgress::clear() {
  if (shown_) session_.err << kRewriteLine << std::flush;
  shown_ = false;
}

}  // namespace dixit::cli
