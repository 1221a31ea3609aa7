#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "crawler/observer.h"
#include "model/capture.h"
#include "storage/archive.h"

namespace dixit::crawler {

// What one URL or file comes to, ready for the writer.
struct ProcessedPage {
  std::optional<storage::Exchange> exchange;  // goes to WARC; absent when nothing may be kept
  model::OptOuts opt_outs;
  std::string redirect_target;  // absolute, "" when the answer was no redirect that is followed
  int redirects = 0;            // followed to come to this page
  storage::PageCommit commit;   // all but the capture and its id
  PageEvent event;
  bool counts = true;  // false for robots.txt: no page to tell of
  bool not_modified = false;
};

// Writes into the event what follows from the page's record and document.
//
// Requires: the commit's first URL update is the page's own.
void fill_event(ProcessedPage& page);

// What the engine is told once a page is durable.
struct SettledPage {
  PageEvent event;
  bool counts = true;
  bool not_modified = false;
  std::size_t documents = 0;  // read from it: the page itself, the posts in it
  std::string redirect_target;
  int redirects = 0;
  std::size_t discovered = 0;                 // URLs newly queued
  std::size_t left_out = 0;                   // URLs of sites that have too many queued
  std::vector<std::string> discovered_hosts;  // distinct
};

}  // namespace dixit::crawler
