#pragma once

#include "parser/quote/links.h"

namespace dixit::parser {

// The chain of one draft while it is being put together.

// Adds a link as a hop with its reason and medium; nothing when the chain holds it already.
void add_link(const Analysis& analysis, const Link& link, Draft& draft);

// A hop is one of a role and a name (or entity); a second mention adds nothing.
bool insert_hop(Draft& draft, const model::Hop& hop);

bool has_hop(const Draft& draft, model::HopRole role);
// Whether some of the words of a hop stand there, in whatever role.
bool has_hop_at(const Draft& draft, const model::Span& span);

// From the speaker outward to the reader.
void order_hops(Draft& draft);

// Agencies, newspapers and stations: whom somebody spoke to once, he spoke to all along.
bool carries_news(model::HopRole role);

}  // namespace dixit::parser
