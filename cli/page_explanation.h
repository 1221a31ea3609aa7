#pragma once

#include <string>
#include <string_view>

#include "parser/reader.h"
#include "report/style.h"

namespace dixit::cli {

std::string_view outcome_name(parser::ParseOutcome outcome);

// Why a rule leaves parts of pages out, in words: "named as other articles" for "name.related".
std::string_view reason_of(std::string_view rule);

// What was read from a page, for a person: its header, every block kept with its kind, and every
// part left out with the rule and its reason.
std::string page_explanation(const parser::Page& page, const report::Style& style);

}  // namespace dixit::cli
