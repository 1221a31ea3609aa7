#pragma once

#include <functional>
#include <vector>

#include "parser/quote/draft.h"

namespace dixit::parser {

// The quoted words inside each draft's own words, in order.
std::vector<std::vector<TokenRange>> inner_quotations(const std::vector<Draft>& drafts);

// Calls `share(from, to)` for each draft `to` beside a threat `from` of the same utterance: another
// stretch of it, or a fragment quoted within what is reported. Neighbours only, so that the work
// stays linear. `share` may make `to` a threat that goes on to its own neighbour.
void share_within_utterances(const std::vector<Draft>& drafts,
                             const std::function<void(std::size_t, std::size_t)>& share);

bool is_threat(const Draft& draft);

}  // namespace dixit::parser
