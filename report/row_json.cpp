#include "report/row_json.h"

#include "report/document_json.h"
#include "report/text_fragment.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

void write_selectors(JsonWriter& json, const storage::QuotationRow& row) {
  json.key("selectors");
  json.begin_array();
  json.begin_object();
  json.member("type", "TextQuoteSelector");
  json.member("exact", row.quotation.text);
  json.member("prefix", row.prefix);
  json.member("suffix", row.suffix);
  json.end_object();
  json.begin_object();
  json.member("type", "TextPositionSelector");
  json.member_number("start", row.quotation.span.start);
  json.member_number("end", row.quotation.span.end);
  json.end_object();
  json.end_array();
}

}  // namespace

void write_row_members(JsonWriter& json, const storage::QuotationRow& row) {
  json.member("id", row.id);
  json.member_or_null("cluster", row.cluster_id);
  json.member("document", row.document_id);
  json.member_or_null("capture", row.capture_id);
  json.member("url", row.url);
  json.member("link", text_fragment_link(row));
  json.member("site", row.outlet);
  json.member("title", row.title);
  json.member_or_null("document_lang", row.language);
  write_publication(json, row.published_at);
  json.member("fetched_at", storage::iso_utc(row.fetched_at_ms));
  write_selectors(json, row);
  write_quotation_members(json, row.quotation);
}

void write_row(JsonWriter& json, const storage::QuotationRow& row) {
  json.begin_object();
  write_row_members(json, row);
  json.end_object();
}

void write_evidence(JsonWriter& json, const std::optional<model::Capture>& capture) {
  if (!capture) return json.null();
  json.begin_object();
  json.member("capture", capture->id);
  json.member("url", capture->url);
  json.member("fetched_at", storage::iso_utc(capture->fetched_at_ms));
  json.member_integer("status", capture->status);
  json.member("warc_file", capture->response.file);
  json.member_number("warc_offset", capture->response.offset);
  json.member_number("warc_length", capture->response.length);
  json.member("payload_sha256", capture->payload_sha256);
  json.end_object();
}

}  // namespace dixit::report
