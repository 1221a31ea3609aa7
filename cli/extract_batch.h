#pragma once

#include <cstddef>
#include <string>

#include "cli/extract_input.h"
#include "cli/lines.h"
#include "cli/session.h"
#include "parser/knowledge/knowledge.h"

namespace dixit::cli {

// The answer to one line of `dixit extract --jsonl`, without its line end: the document, or
// {"id","error"}. `otherwise` holds for what the request does not say. Thread-safe, never throws.
std::string answer_extract_line(const parser::Knowledge& knowledge, const Line& line,
                                const ExtractHints& otherwise = {});

// Answers every line of stdin on stdout, in order, each flushed; returns an exit code.
int run_extract_batch(const parser::Knowledge& knowledge, const ExtractHints& otherwise,
                      std::size_t threads, Session& session);

}  // namespace dixit::cli
