#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "model/span.h"

namespace dixit::storage {

// Byte of code point `index` in UTF-8 `text`, the text's size when it has fewer.
std::size_t byte_of_code_point(std::string_view text, std::size_t index);

std::size_t count_code_points(std::string_view text);

// Up to `count` code points before and after `span`.
std::pair<std::string_view, std::string_view> context_of(std::string_view text,
                                                         const model::Span& span,
                                                         std::size_t count);

}  // namespace dixit::storage
