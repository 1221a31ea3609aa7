#pragma once

#include <vector>

#include "storage/warc_problem.h"
#include "storage/warc_record.h"

namespace dixit::storage {

// What is wrong with a record's named fields by ISO 28500:2017 section 5 and annex A: missing,
// repeated or empty fields and values that break their grammar. Older versions of the format
// (0.17 to 1.0) are held to the same rules.
std::vector<WarcProblem> check_fields(const WarcRecord& record);

}  // namespace dixit::storage
