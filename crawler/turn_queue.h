#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace dixit::crawler {

// Who goes first of those whose turns come at one time: who was served longest ago, then whose work
// is most urgent.
struct TurnRank {
  std::uint64_t last_served = 0;  // counts up
  int priority = 0;               // 0 first

  auto operator<=>(const TurnRank&) const = default;
};

// Names ordered by the time at which their turn comes; each stands in it at most once.
class TurnQueue {
 public:
  // Replaces the name's earlier time and rank.
  void put(const std::string& name, std::int64_t at_ms, TurnRank rank = {});
  void remove(const std::string& name);
  bool contains(const std::string& name) const { return times_.contains(name); }

  // The first, and when.
  std::optional<std::pair<std::int64_t, std::string>> first() const;

  // Takes the first out if its time has come.
  std::optional<std::string> take_due(std::int64_t now_ms);

 private:
  struct Time {
    std::int64_t at_ms = 0;
    TurnRank rank;

    auto operator<=>(const Time&) const = default;
  };

  std::set<std::pair<Time, std::string>> ordered_;
  std::unordered_map<std::string, Time> times_;
};

}  // namespace dixit::crawler
