#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/press/press.h"

namespace dixit::e2e {

// The log of each outlet, in the order of arrival.
std::map<std::string, std::vector<cli::PressRequest>> by_outlet(
    std::vector<cli::PressRequest> requests);

// "outlet /path", without query, "index.html" and ".html": one name for a page however it was
// asked for.
std::string page_name(const std::string& outlet, std::string target);

// How often each page was asked for.
std::map<std::string, int> times_asked(const std::vector<cli::PressRequest>& requests);

// The pages of the press that a polite crawler finds and may read, by page_name(): front pages and
// whatever they lead to, without what robots.txt forbids.
std::vector<std::string> readable_pages();

// The log as a client saw it that was killed at `killed_us`: what the press was still answering
// then had ended for it.
std::vector<cli::PressRequest> cut_short(std::vector<cli::PressRequest> requests,
                                         std::int64_t killed_us);

// The shortest time between the answer to one request and the arrival of the next at the same
// outlet.
std::int64_t shortest_gap_us(const std::vector<cli::PressRequest>& requests);

}  // namespace dixit::e2e
