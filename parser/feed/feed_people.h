#pragma once

#include <string>
#include <string_view>

#include "parser/feed/feed.h"

namespace dixit::parser {

// A person written in one line: "Name (address)", "address (Name)", "Name <address>", or only
// either.
FeedPerson parse_person(std::string_view text);

// The line for a person: "Name (address)".
std::string person_line(const FeedPerson& person);

}  // namespace dixit::parser
