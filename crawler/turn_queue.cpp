#include "crawler/turn_queue.h"

namespace dixit::crawler {

void TurnQueue::put(const std::string& name, std::int64_t at_ms) {
  const auto [known, is_new] = times_.try_emplace(name, at_ms);
  if (!is_new) {
    if (known->second == at_ms) return;
    ordered_.erase({known->second, name});
    known->second = at_ms;
  }
  ordered_.emplace(at_ms, name);
}

void TurnQueue::remove(const std::string& name) {
  const auto known = times_.find(name);
  if (known == times_.end()) return;
  ordered_.erase({known->second, name});
  times_.erase(known);
}

std::optional<std::pair<std::int64_t, std::string>> TurnQueue::first() const {
  return ordered_.empty() ? std::nullopt : std::optional(*ordered_.begin());
}

std::optional<std::string> TurnQueue::take_due(std::int64_t now_ms) {
  if (ordered_.empty() || ordered_.begin()->first > now_ms) return std::nullopt;
  std::string name = ordered_.begin()->second;
  remove(name);
  return name;
}

}  // namespace dixit::crawler
