#include "storage/exchange_records.h"

#include <fmt/format.h>

#include "storage/digest.h"
#include "storage/http_message.h"
#include "storage/keys.h"
#include "storage/utc.h"

namespace dixit::storage {
namespace {

constexpr int kNotModified = 304;

void add(WarcRecord& record, std::string_view name, std::string_view value) {
  if (!value.empty()) record.fields.emplace_back(name, value);
}

// Fields that every record of an exchange has.
WarcRecord begin_record(std::string_view type, const Exchange& exchange) {
  WarcRecord record;
  add(record, "WARC-Type", type);
  add(record, "WARC-Record-ID", new_record_id());
  add(record, "WARC-Date", iso_utc(exchange.fetched_at_ms));
  add(record, "WARC-Target-URI", exchange.url);
  add(record, "WARC-IP-Address", exchange.remote_address);
  return record;
}

// curl makes up HTTP/1.1 lines for HTTP/2, and an ingested file never had any; whoever reads the
// record must not take them for bytes of the wire.
void say_how_fetched(WarcRecord& record, const Exchange& exchange) {
  if (exchange.http_version == "2") add(record, "WARC-Protocol", "h2");
  if (exchange.head_synthesised) add(record, "Dixit-Head", "synthesised");
}

model::Capture capture_of(const Exchange& exchange, const HttpHead& head, std::string_view payload,
                          const std::optional<Original>& original) {
  model::Capture capture;
  capture.url = exchange.url;
  capture.fetched_at_ms = exchange.fetched_at_ms;
  capture.status = exchange.status;
  capture.http_version = exchange.http_version;
  capture.headers = head.headers;
  capture.remote_address = exchange.remote_address;
  if (exchange.status == kNotModified && original) {
    capture.payload_sha256 = original->capture.payload_sha256;
    capture.payload_bytes = original->capture.payload_bytes;
  } else {
    capture.payload_sha256 = sha256_hex(payload);
    capture.payload_bytes = payload.size();
  }
  capture.id = to_hex(
      hash(fmt::format("{}\n{}\n{}", capture.url, capture.fetched_at_ms, capture.payload_sha256)));
  return capture;
}

void make_revisit(WarcRecord& record, const Exchange& exchange, const Original& original) {
  add(record, "WARC-Profile",
      exchange.status == kNotModified ? kProfileNotModified : kProfileIdenticalPayload);
  add(record, "WARC-Refers-To", original.record_id);
  add(record, "WARC-Refers-To-Target-URI", original.capture.url);
  add(record, "WARC-Refers-To-Date", iso_utc(original.capture.fetched_at_ms));
  record.block = exchange.response_head;
}

}  // namespace

ExchangeRecords exchange_records(const Exchange& exchange,
                                 const std::optional<Original>& original) {
  const HttpHead head = parse_http_head(exchange.response_head).value_or(HttpHead{});
  const std::string payload = transfer_decoded(head.headers, exchange.body);
  ExchangeRecords out;
  out.capture = capture_of(exchange, head, payload, original);

  // The caller may be wrong about the payload: only an equal one may be left out.
  const bool revisit = original && original->capture.payload_sha256 == out.capture.payload_sha256;
  WarcRecord& response = out.response;
  response = begin_record(revisit ? "revisit" : "response", exchange);
  say_how_fetched(response, exchange);
  add(response, "WARC-Payload-Digest", digest_label(out.capture.payload_sha256));
  add(response, "WARC-Truncated", exchange.truncated);
  add(response, "Content-Type", "application/http;msgtype=response");
  if (revisit) {
    make_revisit(response, exchange, *original);
  } else {
    response.block = exchange.response_head + exchange.body;
  }

  if (!exchange.request_head.empty()) {
    WarcRecord& request = out.request.emplace(begin_record("request", exchange));
    say_how_fetched(request, exchange);
    add(request, "WARC-Concurrent-To", field(response, "WARC-Record-ID").value_or(""));
    add(request, "Content-Type", "application/http;msgtype=request");
    request.block = exchange.request_head;
  }
  return out;
}

}  // namespace dixit::storage
