#pragma once

#include <string>

#include "model/capture.h"
#include "report/style.h"

namespace dixit::report {

// When a page was archived, and where its bytes are, a field a line.
std::string evidence_lines(const model::Capture& capture, const Style& style);

// A capture for a terminal: URL, evidence, opt-outs and the headers as received.
std::string capture_view(const model::Capture& capture, const Style& style);

}  // namespace dixit::report
