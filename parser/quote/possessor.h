#pragma once

#include <optional>
#include <string_view>

#include "parser/quote/scene.h"
#include "parser/quote/subject.h"

namespace dixit::parser {

// Whose the noun is by the genitive joined to the words before it: "Smith's open letter".
std::optional<Subject> possessor_of(const Scene& scene, TokenIndex noun, std::string_view rule);

}  // namespace dixit::parser
