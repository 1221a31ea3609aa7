#include "storage/codec.h"
#include "storage/codec_parts.h"
#include "storage/digest.h"

namespace dixit::storage {
namespace {

void put_warc_location(pb::WarcLocation& out, const model::WarcLocation& location) {
  out.set_file(location.file);
  out.set_offset(location.offset);
  out.set_length(location.length);
}

model::WarcLocation location_from(const pb::WarcLocation& location) {
  return {location.file(), location.offset(), location.length()};
}

}  // namespace

std::string encode(const model::Capture& capture) {
  pb::Capture out;
  out.set_id(from_hex(capture.id));
  out.set_url(capture.url);
  out.set_fetched_at_ms(capture.fetched_at_ms);
  out.set_status(capture.status);
  out.set_http_version(capture.http_version);
  for (const auto& [name, value] : capture.headers) {
    pb::Header& header = *out.add_headers();
    header.set_name(name);
    header.set_value(value);
  }
  out.set_remote_address(capture.remote_address);
  out.set_payload_sha256(from_hex(capture.payload_sha256));
  out.set_payload_bytes(capture.payload_bytes);
  out.set_redirect_target(capture.redirect_target);
  pb::OptOuts& opt_outs = *out.mutable_opt_outs();
  opt_outs.set_noarchive(capture.opt_outs.noarchive);
  opt_outs.set_noindex(capture.opt_outs.noindex);
  opt_outs.set_nofollow(capture.opt_outs.nofollow);
  opt_outs.set_tdm_reserved(capture.opt_outs.tdm_reserved);
  put_warc_location(*out.mutable_response(), capture.response);
  put_warc_location(*out.mutable_request(), capture.request);
  return out.SerializeAsString();
}

std::optional<model::Capture> decode_capture(std::string_view bytes) {
  const auto in = parse<pb::Capture>(bytes);
  if (!in) return std::nullopt;
  model::Capture out;
  out.id = to_hex(in->id());
  out.url = in->url();
  out.fetched_at_ms = in->fetched_at_ms();
  out.status = in->status();
  out.http_version = in->http_version();
  for (const pb::Header& header : in->headers()) {
    out.headers.emplace_back(header.name(), header.value());
  }
  out.remote_address = in->remote_address();
  out.payload_sha256 = to_hex(in->payload_sha256());
  out.payload_bytes = in->payload_bytes();
  out.redirect_target = in->redirect_target();
  out.opt_outs = {in->opt_outs().noarchive(), in->opt_outs().noindex(), in->opt_outs().nofollow(),
                  in->opt_outs().tdm_reserved()};
  out.response = location_from(in->response());
  out.request = location_from(in->request());
  return out;
}

std::string encode(const WarcPosition& position) {
  pb::WarcPosition out;
  out.set_file(position.file);
  out.set_offset(position.offset);
  out.set_serial(position.serial);
  return out.SerializeAsString();
}

std::optional<WarcPosition> decode_warc_position(std::string_view bytes) {
  const auto in = parse<pb::WarcPosition>(bytes);
  if (!in) return std::nullopt;
  return WarcPosition{in->file(), in->offset(), in->serial()};
}

}  // namespace dixit::storage
