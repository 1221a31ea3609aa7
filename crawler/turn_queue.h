#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace dixit::crawler {

// Names ordered by the time at which their turn comes; each stands in it at most once.
class TurnQueue {
 public:
  // Replaces the name's earlier time.
  void put(const std::string& name, std::int64_t at_ms);
  void remove(const std::string& name);
  bool contains(const std::string& name) const { return times_.contains(name); }

  // The first, and when.
  std::optional<std::pair<std::int64_t, std::string>> first() const;

  // Takes the first out if its time has come.
  std::optional<std::string> take_due(std::int64_t now_ms);

 private:
  std::set<std::pair<std::int64_t, std::string>> ordered_;
  std::unordered_map<std::string, std::int64_t> times_;
};

}  // namespace dixit::crawler
