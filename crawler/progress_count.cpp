#include "crawler/progress_count.h"

namespace dixit::crawler {

using storage::UrlState;

void count_page(const SettledPage& page, Progress& progress) {
  switch (page.event.state) {
    case UrlState::Fetched:
      ++progress.fetched;
      break;
    case UrlState::Redirected:
      ++progress.redirected;
      break;
    case UrlState::Disallowed:
      ++progress.disallowed;
      break;
    case UrlState::Refused:
      ++progress.refused;
      break;
    case UrlState::Failed:
    case UrlState::Gone:
      ++progress.failed;
      break;
    case UrlState::Queued:
      ++progress.retried;
      break;
  }
  progress.not_modified += page.not_modified ? 1 : 0;
  progress.documents += page.documents;
  progress.quotations += page.event.quotations;
  progress.threats += page.event.threats;
}

}  // namespace dixit::crawler
