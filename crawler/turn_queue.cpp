#include "crawler/turn_queue.h"

namespace dixit::crawler {

void TurnQueue::put(const std::string& name, std::int64_t at_ms, TurnRank rank) {
  const Time time{at_ms, rank};
  const auto [known, is_new] = times_.try_emplace(name, time);
  if (!is_new) {
    if (known->second == time) return;
    ordered_.erase({known->second, name});
    known->second = time;
  }
  ordered_.emplace(time, name);
}

void TurnQueue::remove(const std::string& name) {
  const auto known = times_.find(name);
  if (known == times_.end()) return;
  ordered_.erase({known->second, name});
  times_.erase(known);
}

std::optional<std::pair<std::int64_t, std::string>> TurnQueue::first() const {
  if (ordered_.empty()) return std::nullopt;
  const auto& [time, name] = *ordered_.begin();
  return std::pair(time.at_ms, name);
}

std::optional<std::string> TurnQueue::take_due(std::int64_t now_ms) {
  if (ordered_.empty() || ordered_.begin()->first.at_ms > now_ms) return std::nullopt;
  std::string name = ordered_.begin()->second;
  remove(name);
  return name;
}

}  // namespace dixit::crawler
