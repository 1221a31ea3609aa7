#include "crawler/ingested_page.h"

#include <fmt/format.h>

#include <utility>

#include "crawler/answer_reading.h"
#include "parser/http/media_type.h"
#include "parser/post/posts.h"
#include "parser/url/url.h"
#include "storage/digest.h"
#include "storage/http_message.h"

namespace dixit::crawler {
namespace {

storage::UrlRecord url_record(const storage::Exchange& exchange, std::string sha256) {
  storage::UrlRecord record;
  record.url = exchange.url;
  const auto url = parser::parse_url(exchange.url);
  if (url) record.host = parser::host_with_port(*url);
  record.state = storage::UrlState::Fetched;
  record.updated_at_ms = exchange.fetched_at_ms;
  record.payload_sha256 = std::move(sha256);
  return record;
}

std::string_view type_of(std::string_view bytes) {
  switch (parser::sniff_content("", bytes)) {
    case parser::ContentKind::Json:
      return "application/json";
    case parser::ContentKind::Feed:
      return "application/xml";
    default:
      return "text/html";
  }
}

}  // namespace

bool is_ingestible(std::string_view content_type, std::string_view bytes) {
  if (parser::sniff_content(content_type, bytes) == parser::ContentKind::Html) return true;
  return !parser::find_posts({bytes, "", std::string(content_type)}).empty();
}

storage::Exchange exchange_of_file(std::string url, std::string bytes, std::int64_t saved_at_ms) {
  storage::Exchange exchange;
  exchange.url = std::move(url);
  exchange.fetched_at_ms = saved_at_ms;
  exchange.response_head =
      fmt::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n",
                  type_of(bytes), bytes.size());
  exchange.body = std::move(bytes);
  exchange.status = 200;
  exchange.head_synthesised = true;
  return exchange;
}

ProcessedPage process_ingested(const IngestRoom& room, storage::Exchange exchange) {
  const auto head = storage::parse_http_head(exchange.response_head);
  const storage::HttpHeaders headers = head ? head->headers : storage::HttpHeaders();
  const std::string bytes = storage::transfer_decoded(headers, exchange.body);
  ProcessedPage processed;
  processed.event.status = exchange.status;
  processed.event.bytes = exchange.body.size();
  processed.commit.url_updates.push_back(url_record(exchange, storage::sha256_hex(bytes)));
  storage::UrlRecord& record = processed.commit.url_updates.front();

  auto same = room.archive.capture_of_payload(record.payload_sha256);
  if (same && same->url == exchange.url) {
    processed.not_modified = true;
    fill_event(processed);
    processed.commit = {};
    return processed;
  }
  Payload payload;
  payload.bytes = bytes;
  payload.url = exchange.url;
  payload.language_hint = room.hints.language;
  payload.outlet = room.hints.outlet;
  const Answer answer{exchange.status, headers, exchange.body.size(), !exchange.truncated.empty(),
                      exchange.fetched_at_ms};
  AnswerReading reading = read_answer(room.knowledge, answer, std::move(payload));
  record.reason = std::move(reading.reason);
  processed.opt_outs = to_model(reading.wishes);
  processed.commit.document = std::move(reading.content.document);
  processed.commit.posts = std::move(reading.content.posts);
  if (reading.decision.action == policy::RetentionAction::Archive) {
    exchange.revisit_of = std::move(same);
    processed.exchange = std::move(exchange);
  }
  fill_event(processed);
  return processed;
}

}  // namespace dixit::crawler
