#include "crawler/page_job.h"

namespace dixit::crawler {
namespace {

void count_quotations(const model::Document& document, PageEvent& event) {
  for (const model::Quotation& quotation : document.quotations) {
    ++event.quotations;
    if (quotation.threat.threat_class != model::ThreatClass::None) ++event.threats;
  }
}

}  // namespace

void fill_event(ProcessedPage& page) {
  const storage::UrlRecord& record = page.commit.url_updates.front();
  PageEvent& event = page.event;
  event.url = record.url;
  event.host = record.host;
  event.state = record.state;
  event.reason = record.reason;
  if (page.commit.document) {
    event.title = page.commit.document->title;
    count_quotations(*page.commit.document, event);
  }
  for (const model::Document& post : page.commit.posts) count_quotations(post, event);
}

}  // namespace dixit::crawler
