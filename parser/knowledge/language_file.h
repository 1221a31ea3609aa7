#pragma once

#include <tl/expected.hpp>

#include "parser/knowledge/knowledge_error.h"
#include "parser/knowledge/language.h"

namespace dixit::parser {

// Reads one config/languages/<code>.toml. Its grammar (docs/languages.md explains each part):
//
//   code = "xx"   name = "…"   marks = [["«", "»"], …]   months = [["january", "jan"], … twelve]
//   [grammar]            switch = true
//   [words]              tag = ["phrase", …]  or  tag = { "features" = ["phrase", …], … }
//   [paradigms.NAME]     "features" = ["ending", …]
//   [verbs.TAG]          NAME = ["stem", "stem_ particle", …]
//                        forms = { "features" = ["form", …], … }
//
// A phrase may have a gap, "gab … bekannt": its last word then ends a clause later in the sentence.
//
// Everything unknown is an error: a misspelt key would silently lose its words.
[[nodiscard]] tl::expected<Language, KnowledgeError> read_language_file(const NamedText& file);

}  // namespace dixit::parser
