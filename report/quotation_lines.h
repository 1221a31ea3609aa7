#pragma once

#include <cstddef>
#include <string>

#include "model/quotation.h"
#include "report/style.h"
#include "report/styled_text.h"

namespace dixit::report {

bool threatens(const model::Quotation& quotation);

// The words between quotation marks, in the tone of what they are.
StyledText quoted_words(const model::Quotation& quotation);

// What Dixit understood of one quotation, a field a line, below the number it goes by.
std::string quotation_lines(const model::Quotation& quotation, std::size_t number,
                            const Style& style);

// The lines of quotation_lines() that say who is held to have spoken, and by which words.
std::string source_lines(const model::Quotation& quotation, const Style& style);

// Those that say how far the report stands behind it, and what it threatens.
std::string reading_lines(const model::Quotation& quotation, const Style& style);

}  // namespace dixit::report
