#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/document.h"
#include "storage/code_points.h"
#include "storage/codec.h"
#include "storage/database.h"

namespace dixit::storage {

// The versions of one page: documents of one address with different texts, and which rows of those
// with the same words are shown.
//
// Words that stand in several versions are shown from the version fetched last, every row of them:
// a headline and the body may both have them. Rows of other versions with these words are
// superseded. A row that stands at one place in several versions is one record, which belongs to
// the last of these versions. What is shown does not depend on the order in which versions come,
// and the work for one more version does not grow with the number of those before it.

// Quotations by id.
using QuotationRecords = std::map<std::string, StoredQuotation>;

// A quotation of a version as it is stored; nobody supersedes it yet. `places` are those of the
// version's text.
StoredQuotation quotation_record(const StoredDocument& version, const CodePointPlaces& places,
                                 const model::Quotation& quotation);

// Puts the quotations of `version` into the batch and settles them with those of the page's other
// versions. `before` is what an earlier reading of the same document left.
//
// Requires: the record of `version` is in the batch, with the ids of `quotations`.
void put_quotations(Batch& batch, const std::optional<StoredDocument>& before,
                    const StoredDocument& version, const QuotationRecords& quotations);

}  // namespace dixit::storage
