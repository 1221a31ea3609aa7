#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "cli/options.h"
#include "cli/session.h"
#include "crawler/crawl.h"

namespace dixit::cli {

// What commands that fetch have in common.

// The options of contact, delay and private networks, and what they were set to.
std::vector<Option> fetch_options();
[[nodiscard]] tl::expected<crawler::CrawlOptions, UsageError> fetch_settings(
    const Arguments& arguments, const Session& session);

// A word is a source's URL or, by its ending, a file of sources: *.toml, or *.opml and *.xml for a
// feed reader's list. The error is a message for the reader.
[[nodiscard]] tl::expected<std::vector<crawler::Source>, std::string> sources_of(
    const std::vector<std::string>& words);

// Says what went wrong and what to do; returns the exit code.
int print_crawl_error(Session& session, std::string_view command, const crawler::CrawlError& error);

}  // namespace dixit::cli
