#include "cli/crawl_summary.h"

#include <fmt/format.h>

#include "report/counted.h"

namespace dixit::cli {

std::string summary_text(const crawler::Progress& progress) {
  return fmt::format(
             "{} fetched in {:.1f} s, {} redirected, {} disallowed by robots.txt, {} gone or "
             "failed;\n"
             "{} with {}, {} of them.\n",
             report::counted(progress.fetched, "page"),
             static_cast<double>(progress.elapsed_ms) / 1000, progress.redirected,
             progress.disallowed, progress.failed, report::counted(progress.documents, "document"),
             report::counted(progress.quotations, "quotation"),
             report::counted(progress.threats, "threat")) +
         (progress.left_out == 0
              ? ""
              : fmt::format("{} left out: too many of their site wait already.\n",
                            report::counted(progress.left_out, "link")));
}

void write_progress(report::JsonWriter& json, const crawler::Progress& progress) {
  json.member_number("fetched", progress.fetched);
  json.member_number("not_modified", progress.not_modified);
  json.member_number("redirected", progress.redirected);
  json.member_number("disallowed", progress.disallowed);
  json.member_number("refused", progress.refused);
  json.member_number("failed", progress.failed);
  json.member_number("retried", progress.retried);
  json.member_number("robots", progress.robots);
  json.member_number("queued", progress.queued);
  json.member_number("left_out", progress.left_out);
  json.member_number("bytes", progress.bytes);
  json.member_number("documents", progress.documents);
  json.member_number("quotations", progress.quotations);
  json.member_number("threats", progress.threats);
  json.member_integer("elapsed_ms", progress.elapsed_ms);
}

std::string_view name_of(crawler::CrawlEnd end) {
  switch (end) {
    case crawler::CrawlEnd::Finished:
      return "finished";
    case crawler::CrawlEnd::PageLimit:
      return "page_limit";
    case crawler::CrawlEnd::Stopped:
      return "stopped";
    case crawler::CrawlEnd::Waiting:
      return "waiting";
  }
  return "";
}

}  // namespace dixit::cli
