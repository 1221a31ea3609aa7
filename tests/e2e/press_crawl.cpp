#include "tests/e2e/press_crawl.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

#include "cli/press/pages.h"
#include "config/embedded.h"
#include "storage/archive.h"

namespace dixit::e2e {
namespace {

cli::Press open_press() {
  auto press = cli::Press::open();
  if (!press) {
    std::cerr << press.error().context << '\n';
    std::abort();
  }
  return *std::move(press);
}

}  // namespace

PressCrawl::PressCrawl() : press_(open_press()) {
  std::filesystem::create_directory(directory_ / "config");
  std::ofstream(directory_ / "config" / "entities.toml") << config::entities().text << '\n'
                                                         << cli::press_entities().text;
}

std::vector<std::string> PressCrawl::crawl_arguments(std::int64_t delay_ms) const {
  std::vector<std::string> words = resume_arguments(delay_ms);
  for (std::string& url : press_.front_pages()) words.push_back(std::move(url));
  return words;
}

std::vector<std::string> PressCrawl::resume_arguments(std::int64_t delay_ms) const {
  return with_archive({"crawl", "--allow-private", "--config", (directory_ / "config").string(),
                       "--delay", fmt::format("{:.3f}", static_cast<double>(delay_ms) / 1000)});
}

std::vector<std::string> PressCrawl::with_archive(std::vector<std::string> words) const {
  words.insert(words.begin() + 1, {"--archive", archive().string()});
  return words;
}

std::vector<std::string> PressCrawl::settled_urls() const {
  const auto opened =
      storage::Archive::open(archive(), {.create_if_missing = false, .read_only = true});
  if (!opened) return {};
  std::vector<std::string> settled;
  for (const cli::PressRequest& request : press_.requests()) {
    const std::string url = press_.origin(request.outlet) + request.target;
    const auto record = opened->url(url);
    if (record && record->state != storage::UrlState::Queued) settled.push_back(url);
  }
  return settled;
}

std::vector<std::string> PressCrawl::unreadable_payloads() const {
  const auto opened =
      storage::Archive::open(archive(), {.create_if_missing = false, .read_only = true});
  if (!opened) return {opened.error().context};
  std::vector<std::string> unreadable;
  opened->each_capture([&](const model::Capture& capture) {
    if (capture.status == 200 && !opened->payload(capture)) unreadable.push_back(capture.url);
    return true;
  });
  return unreadable;
}

}  // namespace dixit::e2e
