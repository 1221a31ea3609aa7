#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "policy/robots.h"
#include "policy/robots_access.h"
#include "storage/frontier_records.h"

namespace dixit::storage {
class Archive;
}

namespace dixit::crawler {

// What origins say is kept in memory up to this many bytes; the rest is read back from the archive
// when its host's turn comes.
inline constexpr std::size_t kRobotsBytesInMemoryMax = 32u << 20;
// Roughly what an entry takes up besides its file's text, such as that there is no file.
inline constexpr std::size_t kRobotsEntryBytes = 512;
// And a rule or agent: the value, and what its strings take up besides their text.
inline constexpr std::size_t kRobotsLineBytes = 256;

struct OriginRobots {
  policy::RobotsAccess access = policy::RobotsAccess::DisallowAll;
  policy::RobotsRules rules;
  int status = 0;
  std::int64_t fetched_at_ms = 0;
  std::int64_t expires_ms = 0;
  // What the file asks for; where the last answer held none, what the last file asked for, since an
  // error takes nothing back.
  std::int64_t crawl_delay_ms = 0;
};

OriginRobots read_robots(const storage::RobotsRecord& record);

// What each origin's robots.txt says, for as long as RFC 9309 lets it be believed.
//
// Ownership: `archive` outlives it.
class RobotsBook {
 public:
  explicit RobotsBook(const storage::Archive& archive) : archive_(archive) {}

  // The origin's rules, or null when they must be fetched first. Valid until the next call.
  const OriginRobots* find(const std::string& origin, std::int64_t now_ms);

  const OriginRobots& store(const storage::RobotsRecord& record);

  // The longest Crawl-delay of the host's origins, http and https, however old their files are.
  std::int64_t crawl_delay_ms(const std::string& host);

  // How many origins are in memory.
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    OriginRobots robots;
    std::size_t bytes = 0;
  };

  const OriginRobots* known(const std::string& origin);
  void make_room();

  const storage::Archive& archive_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::deque<std::string> oldest_first_;
  std::size_t bytes_ = 0;
};

// Why an origin is closed, for a person: "robots.txt answered 503".
std::string describe_closed(const OriginRobots& robots);

}  // namespace dixit::crawler
