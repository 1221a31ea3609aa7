#pragma once

#include "model/document.h"
#include "parser/quote/analysis.h"

namespace dixit::parser {

// Finds where a text says that it comes from: a credit line of its own ("Avec AFP"), a dateline
// ("PARIS (AFP) —") or an agency in brackets at a paragraph's end. Agencies are what
// config/entities.toml calls so; the words that may stand beside them are the language's.
//
// Spans are in bytes; the caller turns them into code points.
model::Credit find_credit(const Analysis& analysis);

}  // namespace dixit::parser
