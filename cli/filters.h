#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "cli/options.h"
#include "storage/query.h"

namespace dixit::cli {

// The filters that every command which looks into the archive takes, spelt alike everywhere.

// `threat_otherwise` is what --threat means when it is not given: "any" for a timeline, "all" for a
// search.
std::vector<Option> filter_options(std::string_view threat_otherwise);

[[nodiscard]] tl::expected<storage::Query, UsageError> query_of(const Arguments& arguments,
                                                                std::string_view threat_otherwise);

// The filters that were given, in words, such as "speaker Lanz, since 2021"; "" when none was.
std::string selection_text(const Arguments& arguments);

// `more` behind `options`.
std::vector<Option> joined_options(std::vector<Option> options, const std::vector<Option>& more);

}  // namespace dixit::cli
