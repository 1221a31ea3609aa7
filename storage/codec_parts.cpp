#include "storage/codec_parts.h"

namespace dixit::storage {

void put(pb::Span& out, const model::Span& span) {
  out.set_start(span.start);
  out.set_end(span.end);
}

model::Span span_from(const pb::Span& span) { return {span.start(), span.end()}; }

void put(pb::PublishedAt& out, const model::PublishedAt& published) {
  out.set_value(published.value);
  out.set_precision(static_cast<pb::DatePrecision>(published.precision));
  out.set_source(static_cast<pb::DateSource>(published.source));
  out.set_unix_seconds(published.unix_seconds);
}

model::PublishedAt published_from(const pb::PublishedAt& published) {
  model::PublishedAt out;
  out.value = published.value();
  out.precision = enum_from<model::DatePrecision>(published.precision(), pb::DatePrecision_IsValid);
  out.source = enum_from<model::DateSource>(published.source(), pb::DateSource_IsValid);
  out.unix_seconds = published.unix_seconds();
  return out;
}

void put(pb::Relay& out, const Relay& relay) {
  out.set_name(relay.name);
  out.set_entity(relay.entity);
}

Relay relay_from(const pb::Relay& relay) { return {relay.name(), relay.entity()}; }

}  // namespace dixit::storage
