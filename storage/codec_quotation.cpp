#include "storage/codec.h"
#include "storage/codec_attribution.h"
#include "storage/codec_parts.h"
#include "storage/digest.h"

namespace dixit::storage {
namespace {

void put_quotation(pb::Quotation& out, const model::Quotation& quotation) {
  put(*out.mutable_span(), quotation.span);
  out.set_text(quotation.text);
  out.set_form(static_cast<pb::QuotationForm>(quotation.form));
  out.set_group(quotation.group);
  for (const model::Span& fragment : quotation.fragments) put(*out.add_fragments(), fragment);
  if (quotation.source) put(*out.mutable_source(), *quotation.source);
  if (quotation.cue) put(*out.mutable_cue(), *quotation.cue);
  for (const model::Hop& hop : quotation.hops) put(*out.add_hops(), hop);
  out.set_evidential(static_cast<pb::Evidential>(quotation.evidential));
  out.set_report_status(static_cast<pb::ReportStatus>(quotation.report_status));
  put(*out.mutable_authentication(), quotation.authentication);
  out.set_medium(static_cast<pb::Medium>(quotation.medium));
  out.set_language(quotation.language);
  out.set_is_translation(quotation.is_translation);
  put(*out.mutable_threat(), quotation.threat);
  for (const model::Reason& reason : quotation.reasons) {
    pb::Reason& added = *out.add_reasons();
    added.set_rule(reason.rule);
    put(*added.mutable_span(), reason.span);
  }
}

model::Quotation quotation_from(const pb::Quotation& in) {
  model::Quotation out;
  out.span = span_from(in.span());
  out.text = in.text();
  out.form = enum_from<model::QuotationForm>(in.form(), pb::QuotationForm_IsValid);
  out.group = in.group();
  for (const pb::Span& fragment : in.fragments()) out.fragments.push_back(span_from(fragment));
  if (in.has_source()) out.source = source_from(in.source());
  if (in.has_cue()) out.cue = cue_from(in.cue());
  for (const pb::Hop& hop : in.hops()) out.hops.push_back(hop_from(hop));
  out.evidential = enum_from<model::Evidential>(in.evidential(), pb::Evidential_IsValid);
  out.report_status = enum_from<model::ReportStatus>(in.report_status(), pb::ReportStatus_IsValid);
  out.authentication = authentication_from(in.authentication());
  out.medium = enum_from<model::Medium>(in.medium(), pb::Medium_IsValid);
  out.language = in.language();
  out.is_translation = in.is_translation();
  out.threat = threat_from(in.threat());
  for (const pb::Reason& reason : in.reasons()) {
    out.reasons.push_back({reason.rule(), span_from(reason.span())});
  }
  return out;
}

}  // namespace

std::string encode(const StoredQuotation& stored) {
  const QuotationRow& row = stored.row;
  pb::QuotationRecord out;
  out.set_id(from_hex(row.id));
  put_quotation(*out.mutable_quotation(), row.quotation);
  out.set_prefix(row.prefix);
  out.set_suffix(row.suffix);
  out.set_document_id(from_hex(row.document_id));
  out.set_capture_id(from_hex(row.capture_id));
  out.set_url(row.url);
  out.set_outlet(row.outlet);
  out.set_title(row.title);
  out.set_language(row.language);
  if (row.published_at) put(*out.mutable_published_at(), *row.published_at);
  out.set_fetched_at_ms(row.fetched_at_ms);
  for (const Relay& relay : stored.relays) put(*out.add_relays(), relay);
  out.set_superseded_by(from_hex(stored.superseded_by));
  return out.SerializeAsString();
}

std::optional<StoredQuotation> decode_quotation(std::string_view bytes) {
  const auto in = parse<pb::QuotationRecord>(bytes);
  if (!in) return std::nullopt;
  StoredQuotation stored;
  QuotationRow& row = stored.row;
  row.id = to_hex(in->id());
  row.quotation = quotation_from(in->quotation());
  row.prefix = in->prefix();
  row.suffix = in->suffix();
  row.document_id = to_hex(in->document_id());
  row.capture_id = to_hex(in->capture_id());
  row.url = in->url();
  row.outlet = in->outlet();
  row.title = in->title();
  row.language = in->language();
  if (in->has_published_at()) row.published_at = published_from(in->published_at());
  row.fetched_at_ms = in->fetched_at_ms();
  for (const pb::Relay& relay : in->relays()) stored.relays.push_back(relay_from(relay));
  stored.superseded_by = to_hex(in->superseded_by());
  return stored;
}

}  // namespace dixit::storage
