#include "crawler/fetched_page.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "crawler/answer_reading.h"
#include "crawler/crawl_scope.h"
#include "crawler/link_queue.h"
#include "crawler/url_outcome.h"
#include "parser/url/canonical.h"
#include "policy/fetch_rules.h"
#include "policy/retention.h"
#include "storage/archive.h"
#include "storage/digest.h"
#include "storage/http_message.h"

namespace dixit::crawler {
namespace {

constexpr int kNotModified = 304;

storage::Exchange exchange_of(FetchedPage& page) {
  storage::Exchange exchange;
  exchange.url = page.task.url.url;
  exchange.fetched_at_ms = page.started_ms;
  exchange.request_head = std::move(page.result.request_head);
  exchange.response_head = std::move(page.result.response_head);
  exchange.body = std::move(page.result.body);
  exchange.remote_address = page.result.remote_address;
  exchange.http_version = page.result.http_version;
  exchange.status = page.result.status;
  if (page.result.body_truncated) exchange.truncated = "length";
  return exchange;
}

std::string validator(const storage::HttpHeaders& headers, std::string_view name) {
  std::string value = header(headers, name);
  return value.size() <= kValidatorBytesMax ? value : "";
}

// What is known of earlier visits stays until a new capture takes its place.
storage::UrlRecord url_record(const storage::QueuedUrl& url,
                              const std::optional<storage::UrlRecord>& known, std::int64_t now_ms) {
  storage::UrlRecord record;
  if (known) {
    record.etag = known->etag;
    record.last_modified = known->last_modified;
    record.payload_sha256 = known->payload_sha256;
    record.capture_id = known->capture_id;
  }
  record.url = url.url;
  record.host = url.host;
  record.updated_at_ms = now_ms;
  record.depth = url.depth;
  return record;
}

Answer answer_of(const FetchedPage& page) {
  return {.status = page.result.status,
          .headers = page.headers,
          .body_bytes = page.result.body.size(),
          .truncated = page.result.body_truncated,
          .now_ms = page.ended_ms,
          .body_bytes_max = body_bytes_max(page.task.url.kind)};
}

// --- answers that hold a page ------------------------------------------------------------------

Payload payload_of(const ReadingRoom& room, const FetchedPage& page, std::string_view bytes) {
  const Source* source = room.scope.source_of(page.task.parsed, page.task.url.found_on);
  Payload payload;
  payload.bytes = bytes;
  payload.url = page.task.url.url;
  payload.kind = page.task.url.kind;
  payload.published_hint = page.task.url.published_hint;
  if (source) {
    payload.language_hint = source->language;
    payload.outlet = source->outlet;
  }
  return payload;
}

// A site's pages share most of their links: what is known need not burden the writer.
std::vector<storage::QueuedUrl> unknown_of(const storage::Archive& archive,
                                           std::vector<storage::QueuedUrl> urls) {
  std::erase_if(urls, [&](const auto& url) { return archive.url(url.url).has_value(); });
  return urls;
}

// The same of a page's links, of which those that failed are asked again, some time after.
void queue_unknown(const storage::Archive& archive, std::vector<storage::QueuedUrl> urls,
                   std::int64_t now_ms, storage::PageCommit& commit) {
  for (storage::QueuedUrl& url : urls) {
    const auto known = archive.url(url.url);
    if (!known) {
      commit.discovered.push_back(std::move(url));
    } else if (known->state == storage::UrlState::Failed &&
               may_revisit(*known, kFailedAgainMs, now_ms)) {
      commit.again.push_back(std::move(url));
    }
  }
}

// The links of an unchanged source: a crawl with another scope may want those that an earlier one
// left alone.
void follow_unchanged(const ReadingRoom& room, const FetchedPage& page,
                      const model::Capture& before, ProcessedPage& processed) {
  const auto bytes = room.archive.payload(before);
  if (!bytes) return;
  Payload payload = payload_of(room, page, *bytes);
  payload.content_type = header(before.headers, "content-type");
  payload.content_encoding = header(before.headers, "content-encoding");
  const Content content = read_content(room.knowledge, payload);
  queue_unknown(room.archive, queue_found(room.scope, page.task.url, content.found, page.ended_ms),
                page.ended_ms, processed.commit);
}

// The same bytes as at the last visit: there is nothing new to read, but wishes in the headers.
bool keep_unchanged(const ReadingRoom& room, FetchedPage& page, ProcessedPage& processed) {
  if (!page.known || page.known->capture_id.empty()) return false;
  const auto before = room.archive.capture(page.known->capture_id);
  if (!before) return false;
  const policy::PageOptOuts wishes =
      policy::merge(header_opt_outs(page.headers, page.ended_ms), to_policy(before->opt_outs));
  const auto decision = decide_answer(
      {.status = before->status, .headers = page.headers, .now_ms = page.ended_ms}, wishes);
  processed.opt_outs = to_model(wishes);
  processed.not_modified = true;
  if (decision.may_follow && page.task.url.depth == 0)
    follow_unchanged(room, page, *before, processed);
  if (decision.action != policy::RetentionAction::Archive) {
    processed.commit.url_updates.front().reason = policy::name_of(decision.reason);
    return true;
  }
  processed.exchange = exchange_of(page);
  processed.exchange->revisit_of = before;
  return true;
}

void read_new(const ReadingRoom& room, FetchedPage& page, std::string_view bytes,
              ProcessedPage& processed) {
  storage::UrlRecord& record = processed.commit.url_updates.front();
  const Answer answer = answer_of(page);
  AnswerReading reading = read_answer(room.knowledge, answer, payload_of(room, page, bytes));
  record.capture_id.clear();
  record.reason = std::move(reading.reason);
  processed.opt_outs = to_model(reading.wishes);
  processed.commit.document = std::move(reading.content.document);
  processed.commit.posts = std::move(reading.content.posts);
  if (reading.decision.action == policy::RetentionAction::Archive) {
    processed.exchange = exchange_of(page);
    processed.exchange->revisit_of = room.archive.capture_of_payload(record.payload_sha256);
  }
  if (reading.decision.may_follow)
    queue_unknown(room.archive,
                  queue_found(room.scope, page.task.url, reading.content.found, page.ended_ms),
                  page.ended_ms, processed.commit);
}

void take_page(const ReadingRoom& room, FetchedPage& page, ProcessedPage& processed) {
  storage::UrlRecord& record = processed.commit.url_updates.front();
  if (page.result.status == kNotModified) {
    keep_unchanged(room, page, processed);
    return;
  }
  record.etag = validator(page.headers, "etag");
  record.last_modified = validator(page.headers, "last-modified");
  const std::string payload = storage::transfer_decoded(page.headers, page.result.body);
  const std::string before = std::exchange(record.payload_sha256, storage::sha256_hex(payload));
  if (record.payload_sha256 == before && keep_unchanged(room, page, processed)) return;
  read_new(room, page, payload, processed);
}

// --- redirects ---------------------------------------------------------------------------------

// Why the redirect is not followed, nothing when it is.
std::optional<std::string> redirect_refusal(const ReadingRoom& room, const FetchedPage& page,
                                            const tl::expected<model::Url, parser::UrlError>& to,
                                            const std::optional<storage::UrlRecord>& known) {
  policy::RedirectFacts facts;
  facts.from_scheme = page.task.parsed.scheme;
  facts.to_scheme = to ? std::string_view(to->scheme) : "";
  facts.hops = page.redirects;
  facts.to_visited = to && (to->href == page.task.url.url ||
                            (known && known->state == storage::UrlState::Redirected &&
                             known->updated_at_ms + room.revisit_after_ms > page.ended_ms));
  const auto decision = policy::decide_redirect(facts);
  if (decision.reason != policy::RedirectReason::Follow)
    return std::string(policy::name_of(decision.reason));
  const auto scope = page.task.url.depth == 0 ? room.scope.decide_listed(*to, 0)
                                              : room.scope.decide(*to, page.task.url.depth);
  if (scope.in_scope) return std::nullopt;
  return std::string(policy::name_of(scope.reason));
}

void take_redirect(const ReadingRoom& room, FetchedPage& page, ProcessedPage& processed) {
  storage::UrlRecord& record = processed.commit.url_updates.front();
  const auto target = parser::canonicalise_link(header(page.headers, "location"), page.task.parsed);
  const auto known = target ? room.archive.url(target->href) : std::nullopt;
  if (target) processed.redirect_target = target->href;
  const policy::PageOptOuts wishes = header_opt_outs(page.headers, page.ended_ms);
  processed.opt_outs = to_model(wishes);
  if (const auto refused = redirect_refusal(room, page, target, known)) {
    record.reason = fmt::format("redirect to {} not followed: {}",
                                target ? target->href : header(page.headers, "location"), *refused);
  } else {
    record.reason = "redirect to " + target->href;
    storage::QueuedUrl next = queue_redirect(page.task.url, *target, page.ended_ms);
    if (!known)
      processed.commit.discovered.push_back(std::move(next));
    else if (may_revisit(*known, room.revisit_after_ms, page.ended_ms))
      processed.commit.again.push_back(std::move(next));
  }
  if (decide_answer(answer_of(page), wishes).action == policy::RetentionAction::Archive)
    processed.exchange = exchange_of(page);
}

}  // namespace

ProcessedPage process_hosts(std::vector<storage::HostRecord> hosts) {
  ProcessedPage processed;
  processed.counts = false;
  processed.commit.more_hosts = std::move(hosts);
  return processed;
}

ProcessedPage process_page(const ReadingRoom& room, FetchedPage page) {
  const UrlOutcome outcome = judge_fetch(page.result, page.task.url.tries, page.ended_ms);
  ProcessedPage processed;
  storage::UrlRecord record = url_record(page.task.url, page.known, page.ended_ms);
  record.state = outcome.state;
  record.tries = outcome.tries;
  record.next_due_ms = outcome.next_due_ms;
  record.reason = outcome.reason;
  processed.commit.url_updates.push_back(std::move(record));
  processed.redirects = page.redirects;
  processed.event.status = page.result.status;
  processed.event.bytes = page.result.body.size();
  if (outcome.state == storage::UrlState::Fetched) take_page(room, page, processed);
  if (outcome.state == storage::UrlState::Redirected) take_redirect(room, page, processed);
  fill_event(processed);
  return processed;
}

ProcessedPage process_robots(const ReadingRoom& room, FetchedPage page,
                             std::optional<storage::RobotsRecord> record,
                             std::vector<storage::HostRecord> hosts) {
  ProcessedPage processed = process_hosts(std::move(hosts));
  processed.event.url = page.task.url.url;
  processed.event.host = page.task.url.host;
  if (record) {
    processed.commit.discovered =
        unknown_of(room.archive, queue_sitemaps(room.scope, *record, page.ended_ms));
    processed.commit.robots = std::move(record);
  }
  if (!page.result.failure) processed.exchange = exchange_of(page);
  return processed;
}

ProcessedPage process_unreachable_robots(storage::RobotsRecord record) {
  ProcessedPage processed;
  processed.counts = false;
  processed.commit.robots = std::move(record);
  return processed;
}

ProcessedPage process_verdict(const ReadingRoom& room, Verdict verdict, std::int64_t now_ms) {
  ProcessedPage processed;
  storage::UrlRecord record = url_record(verdict.url, room.archive.url(verdict.url.url), now_ms);
  record.state = verdict.state;
  record.reason = std::move(verdict.reason);
  record.tries = verdict.url.tries;
  processed.commit.url_updates.push_back(std::move(record));
  fill_event(processed);
  return processed;
}

}  // namespace dixit::crawler
