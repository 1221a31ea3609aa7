#pragma once

#include <optional>
#include <vector>

#include "parser/quote/links.h"

namespace dixit::parser {

// How far the report stands behind the words: mood of the cue, hedging words around it, denials by
// the one who is said to have spoken, doubts and checks of whether the words are genuine.

// Sets evidential and report status from the draft's own sentences.
void read_evidential(const Analysis& analysis, Draft& draft);

// Sets Denied or Disputed where later sentences deny or doubt that the words were uttered, and
// what is said of their authenticity.
void read_denials(const Analysis& analysis, std::vector<Draft>& drafts);

// Sets a hop's own evidential status and marker from the words before its name.
void mark_hop(const Analysis& analysis, const Link& link, model::Hop& hop);

// The parts of these that other steps ask for.
void hedge(const Analysis& analysis, Draft& draft, model::Evidential evidential, const char* rule,
           TokenRange marker);
// The conditional of reporting: "aurait écrit", "habría dicho", where the language's grammar says
// that the mood withholds the reporter's word.
bool is_hedged_by_cue(const Analysis& analysis, const Draft& draft);
// Whatever hedges a sentence that reports that something was said or sent.
std::optional<TokenRange> hedged_report(const Analysis& analysis, std::uint32_t sentence);

}  // namespace dixit::parser
