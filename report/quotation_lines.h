#pragma once

#include <cstddef>
#include <string>

#include "model/quotation.h"
#include "report/style.h"

namespace dixit::report {

// What Dixit understood of one quotation, a field a line, below the number it goes by.
std::string quotation_lines(const model::Quotation& quotation, std::size_t number,
                            const Style& style);

}  // namespace dixit::report
