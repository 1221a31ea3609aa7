#pragma once

#include <optional>
#include <string>

#include "model/capture.h"
#include "model/document.h"
#include "report/style.h"
#include "storage/query.h"

namespace dixit::report {

// One quotation of the archive for a terminal: where it was published, its line of the text,
// everything Dixit read in it, and where the page's bytes are. The last two may be missing.
std::string row_view(const storage::QuotationRow& row,
                     const std::optional<model::Document>& document,
                     const std::optional<model::Capture>& capture, const Style& style);

// "The Gull, 2015-03-02, “Port threatened”".
std::string publication_line(const storage::QuotationRow& row, const Style& style);

// The page, the link to the words, and where the bytes are, a field a line.
std::string row_evidence(const storage::QuotationRow& row,
                         const std::optional<model::Capture>& capture, const Style& style);

// Each line of the document's text that holds the words, their source or a link of their chain,
// once, highlighted.
std::string lines_in_text(const model::Document& document, const model::Quotation& quotation,
                          const Style& style);

}  // namespace dixit::report
