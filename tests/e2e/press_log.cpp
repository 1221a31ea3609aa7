#include "tests/e2e/press_log.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <set>
#include <string_view>

#include "cli/press/outlets.h"
#include "cli/press/pages.h"
#include "cli/press/site.h"

namespace dixit::e2e {

std::map<std::string, std::vector<cli::PressRequest>> by_outlet(
    std::vector<cli::PressRequest> requests) {
  std::ranges::sort(requests, {}, &cli::PressRequest::received_us);
  std::map<std::string, std::vector<cli::PressRequest>> logs;
  for (cli::PressRequest& request : requests) logs[request.outlet].push_back(std::move(request));
  return logs;
}

std::string page_name(const std::string& outlet, std::string target) {
  target.erase(std::min(target.find('?'), target.size()));
  for (const std::string_view suffix : {"index.html", ".html"}) {
    if (target.ends_with(suffix)) target.erase(target.size() - suffix.size());
  }
  return outlet + " " + target;
}

std::map<std::string, int> times_asked(const std::vector<cli::PressRequest>& requests) {
  std::map<std::string, int> times;
  for (const cli::PressRequest& request : requests) {
    ++times[page_name(request.outlet, request.target)];
  }
  return times;
}

std::vector<std::string> readable_pages() {
  const std::set<std::string> disallowed{"fanal /prive/redaction", "meridiane /clients/tarifs"};
  std::vector<std::string> pages;
  for (const cli::Outlet& outlet : cli::kOutlets) {
    for (const std::string& path : cli::Site(outlet, 0, cli::press_pages()).paths()) {
      std::string page = page_name(std::string(outlet.key), path);
      if (!disallowed.contains(page)) pages.push_back(std::move(page));
    }
  }
  return pages;
}

std::vector<cli::PressRequest> cut_short(std::vector<cli::PressRequest> requests,
                                         std::int64_t killed_us) {
  for (cli::PressRequest& request : requests) {
    if (request.received_us < killed_us) {
      request.answered_us = std::min(request.answered_us, killed_us);
    }
  }
  return requests;
}

std::int64_t shortest_gap_us(const std::vector<cli::PressRequest>& requests) {
  std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
  for (const auto& [outlet, log] : by_outlet(requests)) {
    for (std::size_t i = 1; i < log.size(); ++i) {
      shortest = std::min(shortest, log[i].received_us - log[i - 1].answered_us);
    }
  }
  return shortest;
}

}  // namespace dixit::e2e
