#pragma once

#include <string>

#include "report/timeline.h"

namespace dixit::report {

// A link to the very words on the outlet's page, under the outlet's name.
std::string telling_link(const Telling& telling);

// One telling of an utterance as an item of an HTML list: who tells it, when, how far in the words
// and by the chain of `canonical`, and its evidence.
std::string telling_item(const Telling& telling, const Telling& canonical);

}  // namespace dixit::report
