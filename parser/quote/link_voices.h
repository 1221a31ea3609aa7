#pragma once

#include <optional>

#include "parser/quote/link_context.h"
#include "parser/quote/links.h"

namespace dixit::parser {

// Authorities and witnesses: persons and bodies through whose word a quotation is known.

// "selon le procureur", "according to a witness": whom a preposition cites.
std::optional<Link> cited_voice(const LinkContext& context, TokenIndex token);

// "which quoted two elders", "citant une source policière": whom a carrier cites in his turn.
std::optional<Link> carriers_source(const LinkContext& context, TokenIndex token);

// "…, its editor said", "a jury heard": a second voice that closes the sentence.
std::optional<Link> reporting_clause(const LinkContext& context, TokenIndex token);

// "told the investigators": to whom the words were said, where the public was not by.
std::optional<Link> told_authority(const LinkContext& context, TokenIndex token);

}  // namespace dixit::parser
