#pragma once

#include <string>

#include "cli/options.h"
#include "cli/session.h"
#include "report/timeline.h"
#include "storage/query.h"

namespace dixit::cli {

// What `timeline` and `export --what utterances` do alike.

// What the filters mean where utterances are chosen; for help and documents.
inline constexpr const char* kUtteranceFilters =
    "The filters choose an utterance when any one telling of it passes, and then all of its "
    "tellings "
    "are there.";

// The timeline that a query draws, in the form of --format (a table without one); returns an exit
// code.
int print_utterances(const storage::Query& query, const Arguments& arguments, Session& session);

// The HTML timeline with the filters of the command line and the present time at its head.
std::string timeline_page(const report::Timeline& timeline, const Arguments& arguments);

}  // namespace dixit::cli
