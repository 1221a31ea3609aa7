#pragma once

#include <string>
#include <string_view>

#include "storage/query.h"

namespace dixit::report {

// The parts of a timeline's cards, as HTML.

// "claim_of_responsibility" as words.
std::string spelt(std::string_view name);

// "2015-03-02T10:15+01:00" with a blank for the "T", as HTML's time element also takes it.
std::string time_element(std::string_view prefix, std::string date);

// A label in a frame; `css_class` says of what kind.
std::string badge(std::string_view css_class, std::string_view text);

// What was said, in its language and direction.
std::string words_block(const storage::QuotationRow& row);

// The chain from the speaker to the outlet. Links next to one another that name the same share a
// box: "translator, monitor".
std::string chain_list(const storage::QuotationRow& row);

}  // namespace dixit::report
