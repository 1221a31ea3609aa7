#include "tests/support/crawl_bench.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "crawler/crawl_world.h"

namespace dixit::support {

storage::Archive open_archive(const std::filesystem::path& directory) {
  auto archive = storage::Archive::open(directory, {});
  if (!archive) {
    fmt::print(stderr, "archive: {}\n", archive.error().context);
    std::abort();
  }
  return *std::move(archive);
}

void RecordingObserver::page(const crawler::PageEvent& event, const crawler::Progress& progress) {
  events_.push_back(event);
  progress_ = progress;
  if (on_page_) on_page_(event);
}

void RecordingObserver::tick(const crawler::Progress& progress, const std::string&) {
  progress_ = progress;
}

std::optional<crawler::PageEvent> RecordingObserver::event(const std::string& url) const {
  const auto found = std::find_if(events_.rbegin(), events_.rend(),
                                  [&](const auto& event) { return event.url == url; });
  return found == events_.rend() ? std::nullopt : std::optional(*found);
}

CrawlBench::CrawlBench() {
  options.contact = "https://dixit-archive.eu/about";
  options.parser_threads = 1;
}

void CrawlBench::seed(const std::string& url) {
  crawler::Source source;
  source.url = url;
  options.sources.push_back(std::move(source));
}

void CrawlBench::page(const std::string& url, const std::vector<std::string>& links) {
  WebAnswer answer;
  answer.body = fmt::format("<html><head><title>{0}</title></head><body><p>{0}</p>", url);
  for (const std::string& link : links)
    answer.body += fmt::format("<a href=\"{0}\">{0}</a>\n", link);
  answer.body += "</body></html>";
  web.on(url, std::move(answer));
}

void CrawlBench::robots(const std::string& origin, const std::string& body) {
  WebAnswer answer;
  answer.content_type = "text/plain";
  answer.body = body;
  web.on(origin + "/robots.txt", std::move(answer));
}

tl::expected<crawler::CrawlSummary, crawler::CrawlError> CrawlBench::run() {
  storage::Archive archive = open_archive(directory.path());
  const crawler::CrawlWorld world{web, resolver, clock, 1};
  return crawler::crawl_in(world, options, archive, built_in_knowledge(), observer,
                           stop_.emplace());
}

}  // namespace dixit::support
