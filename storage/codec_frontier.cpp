#include "storage/codec.h"
#include "storage/codec_parts.h"

namespace dixit::storage {

std::string encode(const StoredUrl& stored) {
  const UrlRecord& url = stored.record;
  pb::UrlRecord out;
  out.set_url(url.url);
  out.set_host(url.host);
  out.set_state(static_cast<pb::UrlState>(url.state));
  out.set_updated_at_ms(url.updated_at_ms);
  out.set_next_due_ms(url.next_due_ms);
  out.set_tries(url.tries);
  out.set_depth(url.depth);
  out.set_etag(url.etag);
  out.set_last_modified(url.last_modified);
  out.set_payload_sha256(url.payload_sha256);
  out.set_capture_id(url.capture_id);
  out.set_reason(url.reason);
  out.set_queue_key(stored.queue_key);
  return out.SerializeAsString();
}

std::optional<StoredUrl> decode_url(std::string_view bytes) {
  const auto in = parse<pb::UrlRecord>(bytes);
  if (!in) return std::nullopt;
  StoredUrl stored;
  UrlRecord& out = stored.record;
  out.url = in->url();
  out.host = in->host();
  out.state = enum_from<UrlState>(in->state(), pb::UrlState_IsValid);
  out.updated_at_ms = in->updated_at_ms();
  out.next_due_ms = in->next_due_ms();
  out.tries = in->tries();
  out.depth = in->depth();
  out.etag = in->etag();
  out.last_modified = in->last_modified();
  out.payload_sha256 = in->payload_sha256();
  out.capture_id = in->capture_id();
  out.reason = in->reason();
  stored.queue_key = in->queue_key();
  return stored;
}

std::string encode(const QueuedUrl& url) {
  pb::QueuedUrl out;
  out.set_url(url.url);
  out.set_host(url.host);
  out.set_priority(url.priority);
  out.set_due_ms(url.due_ms);
  out.set_depth(url.depth);
  out.set_tries(url.tries);
  out.set_kind(static_cast<pb::UrlKind>(url.kind));
  out.set_found_on(url.found_on);
  out.set_published_hint(url.published_hint);
  out.set_sequence(url.sequence);
  return out.SerializeAsString();
}

std::optional<QueuedUrl> decode_queued_url(std::string_view bytes) {
  const auto in = parse<pb::QueuedUrl>(bytes);
  if (!in) return std::nullopt;
  QueuedUrl out;
  out.url = in->url();
  out.host = in->host();
  out.priority = in->priority();
  out.due_ms = in->due_ms();
  out.depth = in->depth();
  out.tries = in->tries();
  out.kind = enum_from<UrlKind>(in->kind(), pb::UrlKind_IsValid);
  out.found_on = in->found_on();
  out.published_hint = in->published_hint();
  out.sequence = in->sequence();
  return out;
}

std::string encode(const HostRecord& host) {
  pb::HostRecord out;
  out.set_host(host.host);
  out.set_politeness(host.politeness);
  out.set_next_allowed_ms(host.next_allowed_ms);
  return out.SerializeAsString();
}

std::optional<HostRecord> decode_host(std::string_view bytes) {
  const auto in = parse<pb::HostRecord>(bytes);
  if (!in) return std::nullopt;
  return HostRecord{in->host(), in->politeness(), in->next_allowed_ms()};
}

std::string encode(const RobotsRecord& robots) {
  pb::RobotsRecord out;
  out.set_origin(robots.origin);
  out.set_fetched_at_ms(robots.fetched_at_ms);
  out.set_status(robots.status);
  out.set_body(robots.body);
  out.set_crawl_delay_ms(robots.crawl_delay_ms);
  return out.SerializeAsString();
}

std::optional<RobotsRecord> decode_robots(std::string_view bytes) {
  const auto in = parse<pb::RobotsRecord>(bytes);
  if (!in) return std::nullopt;
  return RobotsRecord{in->origin(), in->fetched_at_ms(), in->status(), in->body(),
                      in->crawl_delay_ms()};
}

std::string encode(const SourcesRecord& sources) {
  pb::CrawlSources out;
  if (sources.depth_max) out.set_depth_max(*sources.depth_max);
  for (const SourceRecord& source : sources.sources) {
    pb::CrawlSource& added = *out.add_sources();
    added.set_url(source.url);
    added.set_reach(static_cast<pb::SourceReach>(source.reach));
    for (const std::string& host : source.also) added.add_also(host);
    added.set_language(source.language);
    added.set_outlet(source.outlet);
  }
  return out.SerializeAsString();
}

std::optional<SourcesRecord> decode_sources(std::string_view bytes) {
  const auto in = parse<pb::CrawlSources>(bytes);
  if (!in) return std::nullopt;
  SourcesRecord sources;
  if (in->has_depth_max()) sources.depth_max = in->depth_max();
  for (const pb::CrawlSource& source : in->sources()) {
    sources.sources.push_back({source.url(),
                               enum_from<SourceReach>(source.reach(), pb::SourceReach_IsValid),
                               {source.also().begin(), source.also().end()},
                               source.language(),
                               source.outlet()});
  }
  return sources;
}

}  // namespace dixit::storage
