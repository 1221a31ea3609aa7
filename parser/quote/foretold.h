#pragma once

#include "parser/quote/verb_clause.h"

namespace dixit::parser {

// Whether harm to come is only foretold: by the words of its clause neither the speaker nor anybody
// who could be his man brings it about. "The flood will kill hundreds", "they will kill us all",
// "people will die": whoever says so warns, unless he is one who bears arms or threatens.
//
// Requires: `future` is what marks the verb as to come, as VerbClause::future() found it.
bool is_foretold(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb,
                 TokenRange future);

// "A war would kill millions": said of others, and not to come.
bool is_hypothetical(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb);

}  // namespace dixit::parser
