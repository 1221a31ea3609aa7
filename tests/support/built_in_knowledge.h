#pragma once

#include "parser/knowledge/knowledge.h"

namespace dixit::support {

// The languages and entities that ship with Dixit, read once a program. Ends the program with the
// file and line when they cannot be read.
const parser::Knowledge& built_in_knowledge();

}  // namespace dixit::support
