#pragma once

#include <vector>

#include "parser/quote/threat_signals.h"
#include "parser/quote/verb_clause.h"

namespace dixit::parser {

bool is_violent_harm(Tag tag);
bool is_coercive_harm(Tag tag);

// "hunt down the killers": whether a verb strikes those whom the law hunts.
bool strikes_wrongdoer(const Analysis& analysis, const VerbClause& clause, TokenRange verb);

// What the verb of harm that begins at the token, if one does, says for and against a threat: its
// kind, its tense, who acts and who suffers. Appends to `signals`.
void read_harm_verb(const Analysis& analysis, const VerbClause& clause, TokenIndex token,
                    std::vector<Signal>& signals);

}  // namespace dixit::parser
