#include "crawler/ingest_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "crawler/clock.h"
#include "crawler/ingested_page.h"
#include "parser/http/content_coding.h"
#include "parser/http/media_type.h"
#include "policy/ascii.h"
#include "policy/retention.h"
#include "storage/http_message.h"
#include "storage/warc_reader.h"
#include "storage/warc_values.h"

namespace dixit::crawler {
namespace {

namespace fs = std::filesystem;

// As much as tells a page from another file.
constexpr std::size_t kSniffBytes = 4096;

bool has_ending(const fs::path& path, std::initializer_list<std::string_view> endings) {
  const std::string name = policy::to_lower(path.filename().string());
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

// --- pages saved as files ------------------------------------------------------------------------

// The characters that RFC 3986 §2.3 and §3.3 let stand in a path as they are.
bool may_stand_in_path(char c) {
  constexpr std::string_view kMarks = "-._~!$&'()*+,;=:@/";
  return policy::is_alpha(c) || policy::is_digit(c) || kMarks.find(c) != std::string_view::npos;
}

std::string percent_encoded(const std::string& path) {
  std::string encoded;
  for (const char c : path) {
    if (may_stand_in_path(c))
      encoded += c;
    else
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

std::string url_of(const WalkedFile& file, const std::string& base_url) {
  if (base_url.empty())
    return "file://" + percent_encoded(fs::absolute(file.path).lexically_normal().string());
  const fs::path relative =
      file.root.empty() ? file.path.filename() : file.path.lexically_relative(file.root);
  return base_url + (base_url.ends_with('/') ? "" : "/") + percent_encoded(relative.string());
}

std::int64_t saved_at_ms(const fs::path& path) {
  std::error_code error;
  const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(path, error));
  return error ? 0
               : std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch())
                     .count();
}

// By the beginning of a file, before the whole of it is read.
bool may_be_ingestible(std::string_view first) {
  const auto kind = parser::sniff_content("", first);
  return kind == parser::ContentKind::Html || kind == parser::ContentKind::Json ||
         kind == parser::ContentKind::Feed;
}

class PageFile final : public IngestSource {
 public:
  PageFile(std::string url, std::string html, std::int64_t at_ms)
      : exchange_(exchange_of_file(std::move(url), std::move(html), at_ms)) {}

  std::optional<IngestedItem> next() override {
    if (!exchange_) return std::nullopt;
    IngestedItem item;
    item.exchange = std::exchange(exchange_, std::nullopt);
    return item;
  }

 private:
  std::optional<storage::Exchange> exchange_;
};

// --- WARC files ----------------------------------------------------------------------------------

bool may_hold_posts(std::string_view type) {
  return type.empty() || type.find("json") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos;
}

std::string decoded(const std::optional<storage::HttpHead>& head, const std::string& body) {
  if (!head) return body;
  const std::string payload = storage::transfer_decoded(head->headers, body);
  auto content = parser::decode_content(
      payload, storage::header_value(head->headers, "content-encoding").value_or(""));
  return content ? std::move(content->bytes) : std::string();
}

bool is_page(const storage::Exchange& exchange) {
  constexpr int kOk = 200;
  if (exchange.status != kOk) return false;
  const auto head = storage::parse_http_head(exchange.response_head);
  const storage::HttpHeaders headers = head ? head->headers : storage::HttpHeaders();
  const auto type = storage::header_value(headers, "content-type").value_or("");
  if (policy::starts_with_ignoring_case(type, "text/html") ||
      policy::starts_with_ignoring_case(type, "application/xhtml"))
    return true;
  return may_hold_posts(type) && is_ingestible(type, decoded(head, exchange.body));
}

std::string target_of(const storage::WarcRecord& record) {
  std::string_view target = storage::field(record, "WARC-Target-URI").value_or("");
  // WARC/1.0 writers followed the standard's grammar and put the URI in angle brackets.
  if (target.starts_with('<') && target.ends_with('>'))
    target = target.substr(1, target.size() - 2);
  return std::string(target);
}

// When a record was made, as far as it says so: never later than now, since the page would stay the
// newest version of its URL whatever is fetched after it.
struct RecordTime {
  std::int64_t at_ms = 0;
  std::string problem;  // "" when the record's own date stands
};

RecordTime time_of(const storage::WarcRecord& record, std::int64_t now_ms) {
  const auto written = storage::field(record, "WARC-Date");
  if (!written) return {now_ms, "no WARC-Date, taken for a page of today"};
  const auto at_ms = storage::parse_warc_date(*written);
  if (!at_ms) return {now_ms, "the WARC-Date cannot be read, taken for a page of today"};
  if (*at_ms > now_ms) return {now_ms, "the WARC-Date is yet to come, taken for a page of today"};
  return {*at_ms, ""};
}

// The exchange that a response or resource record holds; nothing for other records.
std::optional<storage::Exchange> exchange_of_record(const storage::WarcRecord& record,
                                                    std::int64_t at_ms) {
  const auto type = storage::field(record, "WARC-Type").value_or("");
  if (type == "resource") {
    if (!policy::starts_with_ignoring_case(storage::field(record, "Content-Type").value_or(""),
                                           "text/html"))
      return std::nullopt;
    return exchange_of_file(target_of(record), record.block, at_ms);
  }
  if (type != "response") return std::nullopt;
  const auto head = storage::parse_http_head(record.block);
  if (!head) return std::nullopt;
  storage::Exchange exchange;
  exchange.url = target_of(record);
  exchange.fetched_at_ms = at_ms;
  exchange.response_head = record.block.substr(0, head->bytes);
  exchange.body = record.block.substr(head->bytes);
  exchange.remote_address = storage::field(record, "WARC-IP-Address").value_or("");
  exchange.http_version = head->http_version;
  exchange.status = head->status;
  exchange.truncated = storage::field(record, "WARC-Truncated").value_or("");
  return exchange;
}

class WarcFile final : public IngestSource {
 public:
  explicit WarcFile(storage::WarcReader reader) : reader_(std::move(reader)) {}

  std::optional<IngestedItem> next() override {
    auto reading = reader_.next();
    if (!reading) return std::nullopt;
    IngestedItem item;
    const RecordTime time = time_of(reading->record, clock_.now_ms());
    auto exchange = exchange_of_record(reading->record, time.at_ms);
    if (!exchange || !is_page(*exchange)) return item;
    // Evidence that is not what its own record says it is would be none.
    if (!reading->block_whole)
      item.problem = fmt::format("record at byte {}: cut short", reading->offset);
    else if (reading->block_digest_ok == false || reading->payload_digest_ok == false)
      item.problem = fmt::format("record at byte {}: the digest does not match", reading->offset);
    else
      item.exchange = std::move(exchange);
    if (item.exchange && !time.problem.empty())
      item.problem = fmt::format("record at byte {}: {}", reading->offset, time.problem);
    return item;
  }

 private:
  storage::WarcReader reader_;
  SystemClock clock_;
};

}  // namespace

tl::expected<std::unique_ptr<IngestSource>, std::string> IngestSource::open(
    const WalkedFile& file, const std::string& base_url) {
  const bool named_warc = has_ending(file.path, {".warc", ".warc.gz", ".arc.gz"});
  const bool named_page = has_ending(file.path, {".html", ".htm", ".xhtml", ".xht"});
  const bool named_posts = has_ending(file.path, {".json", ".jsonld", ".rss", ".xml"});
  const bool was_given = file.root.empty();
  if (!was_given && !named_warc && !named_page && !named_posts) return nullptr;
  std::ifstream in(file.path, std::ios::binary);
  if (!in) return tl::unexpected(std::string("cannot be opened"));
  std::string first(kSniffBytes, '\0');
  in.read(first.data(), static_cast<std::streamsize>(first.size()));
  first.resize(static_cast<std::size_t>(in.gcount()));
  if (named_warc || first.starts_with("WARC/") || parser::is_gzip(first)) {
    auto reader = storage::WarcReader::open(file.path);
    if (!reader) return tl::unexpected(reader.error().context);
    return std::make_unique<WarcFile>(*std::move(reader));
  }
  if (!named_page && !may_be_ingestible(first)) return nullptr;
  std::error_code error;
  const auto size = fs::file_size(file.path, error);
  if (error) return tl::unexpected(error.message());
  if (size > policy::kBodyBytesMax)
    return tl::unexpected(fmt::format("larger than {} bytes", policy::kBodyBytesMax));
  std::string html = std::move(first);
  html.append(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (in.bad()) return tl::unexpected(std::string("cannot be read"));
  if (!named_page && !is_ingestible("", html)) return nullptr;
  return std::make_unique<PageFile>(url_of(file, base_url), std::move(html),
                                    saved_at_ms(file.path));
}

}  // namespace dixit::crawler
