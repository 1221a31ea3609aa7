#include "crawler/page_job.h"

namespace dixit::crawler {

void fill_event(ProcessedPage& page) {
  const storage::UrlRecord& record = page.commit.url_updates.front();
  PageEvent& event = page.event;
  event.url = record.url;
  event.host = record.host;
  event.state = record.state;
  event.reason = record.reason;
  if (!page.commit.document) return;
  event.title = page.commit.document->title;
  for (const model::Quotation& quotation : page.commit.document->quotations) {
    ++event.quotations;
    if (quotation.threat.threat_class != model::ThreatClass::None) ++event.threats;
  }
}

}  // namespace dixit::crawler
