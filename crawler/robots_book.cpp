#include "crawler/robots_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "policy/user_agent.h"
#include "storage/archive.h"

namespace dixit::crawler {

OriginRobots read_robots(const storage::RobotsRecord& record) {
  OriginRobots robots;
  robots.status = record.status;
  // A redirect is stored only when it was the last one that may be followed, a 304 only when there
  // was no file that it could have meant.
  robots.access =
      policy::robots_for_status({record.status == 0 ? std::nullopt : std::optional(record.status),
                                 policy::kRobotsRedirectsMax});
  if (robots.access == policy::RobotsAccess::UseBody)
    robots.rules = policy::parse_robots(record.body);
  robots.fetched_at_ms = record.fetched_at_ms;
  robots.expires_ms = record.fetched_at_ms + policy::robots_life_ms(robots.access);
  robots.crawl_delay_ms =
      robots.access == policy::RobotsAccess::UseBody
          ? policy::crawl_delay_ms(robots.rules, policy::kProductToken).value_or(0)
          : record.crawl_delay_ms;
  return robots;
}

namespace {

std::size_t bytes_of(const OriginRobots& robots, std::size_t text_bytes) {
  std::size_t lines = 0;
  for (const policy::RobotsGroup& group : robots.rules.groups)
    lines += group.agents.size() + group.rules.size();
  return kRobotsEntryBytes + text_bytes + lines * kRobotsLineBytes;
}

}  // namespace

const OriginRobots* RobotsBook::find(const std::string& origin, std::int64_t now_ms) {
  const OriginRobots* robots = known(origin);
  if (!robots) return nullptr;
  // What was fetched in the future was fetched by a clock that ran ahead, and nobody knows when.
  const bool in_time = robots->fetched_at_ms <= now_ms && now_ms < robots->expires_ms;
  return in_time ? robots : nullptr;
}

const OriginRobots* RobotsBook::known(const std::string& origin) {
  if (const auto found = entries_.find(origin); found != entries_.end())
    return &found->second.robots;
  const auto record = archive_.robots(origin);
  return record ? &store(*record) : nullptr;
}

std::int64_t RobotsBook::crawl_delay_ms(const std::string& host) {
  std::int64_t longest_ms = 0;
  for (const char* scheme : {"http://", "https://"})
    if (const OriginRobots* robots = known(scheme + host))
      longest_ms = std::max(longest_ms, robots->crawl_delay_ms);
  return longest_ms;
}

const OriginRobots& RobotsBook::store(const storage::RobotsRecord& record) {
  Entry entry{read_robots(record), 0};
  entry.bytes = bytes_of(entry.robots, record.body.size());
  const auto [position, is_new] = entries_.try_emplace(record.origin);
  bytes_ += entry.bytes;
  bytes_ -= position->second.bytes;
  position->second = std::move(entry);
  if (is_new) {
    oldest_first_.push_back(record.origin);
    make_room();
  }
  return position->second.robots;
}

void RobotsBook::make_room() {
  while (bytes_ > kRobotsBytesInMemoryMax && oldest_first_.size() > 1) {
    const auto oldest = entries_.find(oldest_first_.front());
    bytes_ -= oldest->second.bytes;
    entries_.erase(oldest);
    oldest_first_.pop_front();
  }
}

std::string describe_closed(const OriginRobots& robots) {
  return robots.status == 0 ? "robots.txt could not be reached"
                            : fmt::format("robots.txt answered {}", robots.status);
}

}  // namespace dixit::crawler
