#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "crawler/fetched_page.h"
#include "model/url.h"
#include "storage/frontier_records.h"

namespace dixit::crawler {

// What an answer to a robots.txt request comes to: a redirect to follow, or the origin's record. A
// request that we broke off ourselves comes to neither. `before` is the origin's present record.
struct RobotsAnswer {
  std::optional<model::Url> redirect;
  std::optional<storage::RobotsRecord> record;
  std::string closed;  // why the origin may not be fetched from at all, ""
};

// The record of an origin whose robots.txt could not be reached, which closes it for a while.
storage::RobotsRecord unreachable_robots(const std::string& origin, std::int64_t now_ms,
                                         const std::optional<storage::RobotsRecord>& before);

RobotsAnswer read_robots_answer(const FetchedPage& page,
                                const std::optional<storage::RobotsRecord>& before);

}  // namespace dixit::crawler
