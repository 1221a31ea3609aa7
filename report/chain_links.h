#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/attribution.h"
#include "storage/query.h"

namespace dixit::report {

// The links between the one who spoke and the one who reads, in that order: the source, the hops
// the page tells of, and the outlet. Where the hops name speaker or outlet themselves, theirs
// stand. The speaker's hedge is the quotation's; its marker is "" where the row does not hold the
// words at `marker_span`.
std::vector<model::Hop> chain_links(const storage::QuotationRow& row);

// "l'EI > a tweet > Watch Post > The Gull", for one cell.
std::string chain_summary(const storage::QuotationRow& row);

// "hedged “aurait écrit”", or "" for what is asserted.
std::string hedge_of(model::Evidential evidential, const std::string& marker);

// The hedge of the whole report: its evidential and the first marker of a link that has the same.
std::string hedge_of(const model::Quotation& quotation);

}  // namespace dixit::report
