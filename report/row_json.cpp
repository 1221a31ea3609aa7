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

void write_evidence_members(JsonWriter& json, const model::Capture& capture) {
  json.member("capture", capture.id);
  json.member("url", capture.url);
  json.member("fetched_at", storage::iso_utc(capture.fetched_at_ms));
  json.member_integer("status", capture.status);
  json.member("warc_file", capture.response.file);
  json.member_number("warc_offset", capture.response.offset);
  json.member_number("warc_length", capture.response.length);
  json.member("payload_sha256", capture.payload_sha256);
}

void write_opt_outs(JsonWriter& json, const model::OptOuts& opt_outs) {
  json.key("opt_outs");
  json.begin_object();
  json.member_boolean("noarchive", opt_outs.noarchive);
  json.member_boolean("noindex", opt_outs.noindex);
  json.member_boolean("nofollow", opt_outs.nofollow);
  json.member_boolean("tdm_reserved", opt_outs.tdm_reserved);
  json.end_object();
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
  write_evidence_members(json, *capture);
  json.end_object();
}

void write_capture(JsonWriter& json, const model::Capture& capture) {
  json.begin_object();
  write_evidence_members(json, capture);
  json.member_number("payload_bytes", capture.payload_bytes);
  json.member_or_null("remote_address", capture.remote_address);
  json.member_or_null("http_version", capture.http_version);
  json.member_or_null("redirect", capture.redirect_target);
  write_opt_outs(json, capture.opt_outs);
  json.key("headers");
  json.begin_array();
  for (const auto& [name, value] : capture.headers) {
    json.begin_array();
    json.string(name);
    json.string(value);
    json.end_array();
  }
  json.end_array();
  json.end_object();
}

}  // namespace dixit::report
