#pragma once

#include <tl/expected.hpp>

#include "parser/knowledge/entities.h"
#include "parser/knowledge/knowledge_error.h"

namespace dixit::parser {

// Reads config/entities.toml:
//
//   [[entity]]
//   id = "…"  name = "…"  kind = "armed_group|agency|monitor|platform|outlet|state|organisation|…"
//   wikidata = "Q…"  aliases = ["…"]  ambiguous = ["…"]  domains = ["example.org"]
//
// Only id, name and kind must be there; an unknown key or kind and an id given twice are errors.
[[nodiscard]] tl::expected<Entities, KnowledgeError> read_entities_file(const NamedText& file);

}  // namespace dixit::parser
