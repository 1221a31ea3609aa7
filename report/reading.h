#pragma once

#include <string>

#include "model/document.h"
#include "report/style.h"

namespace dixit::report {

// What Dixit understood of one page or text, for a person: the article's header, then each
// quotation with its source, cue, chain and threat.
std::string reading(const model::Document& document, const Style& style);

// The header alone: title, outlet, authors, date, language, URL and credit.
std::string document_header(const model::Document& document, const Style& style);

}  // namespace dixit::report
