#pragma once

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

RobotsAnswer read_robots_answer(const FetchedPage& page,
                                const std::optional<storage::RobotsRecord>& before);

}  // namespace dixit::crawler
