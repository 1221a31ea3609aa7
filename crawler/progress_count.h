#pragma once

#include "crawler/observer.h"
#include "crawler/page_job.h"

namespace dixit::crawler {

// Adds one committed page to the totals.
void count_page(const SettledPage& page, Progress& progress);

}  // namespace dixit::crawler
