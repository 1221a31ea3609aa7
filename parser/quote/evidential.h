#pragma once

#include <vector>

#include "parser/quote/links.h"

namespace dixit::parser {

// How far the report stands behind the words: mood of the cue, hedging words around it, denials by
// the one who is said to have spoken, doubts and checks of whether the words are genuine.

// Sets evidential, report status and authentication from the draft's own sentences.
void read_evidential(const Analysis& analysis, Draft& draft);

// Sets Denied or Disputed where later sentences deny or doubt that the words were uttered.
void read_denials(const Analysis& analysis, std::vector<Draft>& drafts);

// Sets a hop's own evidential status and marker from the words before its name.
void mark_hop(const Analysis& analysis, const Link& link, model::Hop& hop);

}  // namespace dixit::parser
