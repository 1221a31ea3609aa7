#pragma once

#include <optional>
#include <span>

#include "model/document.h"
#include "parser/text/date.h"

namespace dixit::parser {

// One statement of the page about its first publication.
struct DateStatement {
  DateTime date;
  model::DateSource source = model::DateSource::JsonLd;
};

// Machines state a moment in UTC; people and archives cite the day on the outlet's own clock, which
// is another one for hours around midnight. `others` are what the page states and prints besides.
//
// Where one of them is the same moment on another clock, or one nearby on a clock that is not UTC,
// the reading of that clock is given. Where the first that can have meant the moment's day names
// the day before or after, and a time zone exists in which the moment lies on it, that day is
// given, and `unix_seconds` stays the exact moment.
model::PublishedAt on_local_day(const DateStatement& stated, std::span<const DateStatement> others);

}  // namespace dixit::parser
