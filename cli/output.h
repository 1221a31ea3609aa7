#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "cli/session.h"
#include "report/json.h"
#include "report/style.h"

namespace dixit::cli {

// The looks of text on this session's standard output.
report::Style style_of(const Session& session);

// The --format option with the formats a command has, parted by "|".
Option format_option(std::string_view formats);

// The --output option.
Option output_option();

// `count` JSON values: one a line for "jsonl", an array with one value a line for "json".
std::string json_values(std::string_view format, std::size_t count,
                        const std::function<void(report::JsonWriter&, std::size_t)>& write);

// Prints to standard output (to a terminal without what reorders text) or, with --output, as
// write_output_file() does; returns an exit code.
int deliver(const Arguments& arguments, Session& session, std::string_view text);

// Says on standard error that nothing passed the filters; returns kNothingFound.
int nothing_found(Session& session);

}  // namespace dixit::cli
