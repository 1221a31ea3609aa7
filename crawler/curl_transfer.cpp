#include "crawler/curl_transfer.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <utility>

#include "policy/fetch_rules.h"
#include "policy/retention.h"

namespace dixit::crawler {
namespace {

std::string numeric_address(const sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = {};
  const void* bytes = nullptr;
  if (address->sa_family == AF_INET)
    bytes = &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
  else if (address->sa_family == AF_INET6)
    bytes = &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
  if (!bytes || !::inet_ntop(address->sa_family, bytes, text, sizeof text)) return "";
  return text;
}

// curl's CURLOPT_RESOLVE line. The "+" lets the entry grow old as a looked-up one does.
std::string resolve_line(const PinnedHost& pinned) {
  std::string line = fmt::format("+{}:{}:", pinned.host, pinned.port);
  for (std::size_t i = 0; i < pinned.addresses.size(); ++i) {
    const std::string& address = pinned.addresses[i];
    if (i > 0) line += ',';
    line += address.find(':') == std::string::npos ? address : "[" + address + "]";
  }
  return line;
}

FetchFailureCode code_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return FetchFailureCode::NameNotFound;
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR:
      return FetchFailureCode::CannotConnect;
    case CURLE_OPERATION_TIMEDOUT:
      return FetchFailureCode::TimedOut;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return FetchFailureCode::Tls;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
      return FetchFailureCode::Truncated;
    case CURLE_GOT_NOTHING:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:  // also curl's word for an HTTP/0.9 answer
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_BAD_CONTENT_ENCODING:
      return FetchFailureCode::BadResponse;
    case CURLE_ABORTED_BY_CALLBACK:
      return FetchFailureCode::Cancelled;
    default:
      return FetchFailureCode::Other;
  }
}

std::int64_t milliseconds(CURL* easy, CURLINFO what) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy, what, &microseconds);
  return microseconds / 1000;
}

std::string http_version_of(CURL* easy) {
  long version = 0;
  curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
  switch (version) {
    case CURL_HTTP_VERSION_1_0:
      return "1.0";
    case CURL_HTTP_VERSION_1_1:
      return "1.1";
    case CURL_HTTP_VERSION_2_0:
      return "2";
    default:
      return "";
  }
}

bool is_empty_line(std::string_view line) { return line == "\r\n" || line == "\n"; }

}  // namespace

CurlTransfer::CurlTransfer(FetchRequest request, const std::string& user_agent,
                           const AddressGuard& guard, const BodyRoom& room)
    : request_(std::move(request)), guard_(guard), room_(room), easy_(curl_easy_init()) {
  result_.id = request_.id;
  result_.url = request_.url;
  if (!easy_) return;
  set_request(user_agent);
  set_limits();
  set_callbacks();
}

CurlTransfer& CurlTransfer::of(CURL* handle) {
  char* transfer = nullptr;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &transfer);
  return *reinterpret_cast<CurlTransfer*>(transfer);
}

void CurlTransfer::set_request(const std::string& user_agent) {
  set(CURLOPT_URL, request_.url.c_str());
  set(CURLOPT_USERAGENT, user_agent.c_str());
  // The path goes out as it stands in the canonical URL, the body comes in as it was sent.
  set(CURLOPT_PATH_AS_IS, 1L);
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(CURLOPT_HTTP_TRANSFER_DECODING, 0L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  // A proxy, which curl would otherwise take from the environment, dials in our place and so walks
  // around the address guard.
  set(CURLOPT_PROXY, "");
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  for (const char* line :
       {"Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding: gzip, deflate, br"})
    append(headers_, line);
  for (const auto& [name, value] : request_.headers)
    append(headers_, fmt::format("{}: {}", name, value).c_str());
  set(CURLOPT_HTTPHEADER, headers_.get());
  if (request_.pinned) {
    append(resolve_, resolve_line(*request_.pinned).c_str());
    set(CURLOPT_RESOLVE, resolve_.get());
  }
}

void CurlTransfer::set_limits() {
  const FetchLimits& limits = request_.limits;
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_ms_max));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total_ms_max));
  set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(limits.low_speed_bytes_per_second));
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.low_speed_seconds));
}

void CurlTransfer::set_callbacks() {
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_ERRORBUFFER, &error_[0]);
  set(CURLOPT_HEADERFUNCTION, &CurlTransfer::on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &CurlTransfer::on_body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::on_open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_DEBUGFUNCTION, &CurlTransfer::on_debug);
  set(CURLOPT_DEBUGDATA, this);
  set(CURLOPT_VERBOSE, 1L);  // on_debug() is called only so
}

// Any count other than the bytes given tells libcurl to end the transfer.
std::size_t CurlTransfer::stop(FetchFailureCode code, std::string detail) {
  stopped_ = FetchFailure{code, std::move(detail)};
  return CURL_WRITEFUNC_ERROR;
}

std::size_t CurlTransfer::on_header(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  const std::string_view line(data, size * count);
  std::string& head = transfer.result_.response_head;
  if (transfer.head_complete_) {
    // After a complete head comes another head, when that one was interim (RFC 9110 §15.2), or
    // the trailer of a chunked body, which is already in the raw body.
    if (!transfer.result_.body.empty() || !line.starts_with("HTTP/")) return line.size();
    transfer.head_complete_ = false;
    head.clear();
  }
  if (head.size() + line.size() > transfer.request_.limits.head_bytes_max)
    return transfer.stop(
        FetchFailureCode::HeadTooLarge,
        fmt::format("response head beyond {} bytes", transfer.request_.limits.head_bytes_max));
  head += line;
  transfer.head_complete_ = is_empty_line(line);
  return line.size();
}

std::size_t CurlTransfer::on_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  const std::string_view bytes(data, size * count);
  std::string& body = transfer.result_.body;
  // A redirect or an error is told by its status, whatever its body is.
  const bool is_success = policy::is_success(transfer.status());
  if (body.empty() && is_success && transfer.request_.wanted == WantedMedia::Readable) {
    const char* type = nullptr;
    curl_easy_getinfo(transfer.easy_.get(), CURLINFO_CONTENT_TYPE, &type);
    if (type && !policy::is_readable_type(type))
      return transfer.stop(FetchFailureCode::UnwantedMedia, fmt::format("media type {}", type));
  }
  const std::size_t asked_max = transfer.request_.limits.body_bytes_max;
  const std::size_t bytes_max = is_success ? asked_max : std::min(asked_max, kAsideBodyBytesMax);
  const std::size_t room = bytes_max - body.size();
  if (!transfer.room_(transfer, std::min(room, bytes.size()))) {
    transfer.paused_ = transfer.was_paused_ = true;
    return CURL_WRITEFUNC_PAUSE;
  }
  body += bytes.substr(0, room);
  if (bytes.size() <= room) return bytes.size();
  if (!is_success || transfer.request_.oversize == OversizeBody::Truncate) {
    transfer.result_.body_truncated = true;
    return CURL_WRITEFUNC_ERROR;
  }
  return transfer.stop(FetchFailureCode::BodyTooLarge,
                       fmt::format("body beyond {} bytes", bytes_max));
}

CURLcode CurlTransfer::resume() {
  return std::exchange(paused_, false) ? curl_easy_pause(easy_.get(), CURLPAUSE_CONT) : CURLE_OK;
}

int CurlTransfer::on_debug(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
  if (type != CURLINFO_HEADER_OUT) return 0;
  auto& transfer = *static_cast<CurlTransfer*>(self);
  std::string& head = transfer.result_.request_head;
  // libcurl sends a second time when a kept connection turns out to be closed.
  if (head.ends_with("\r\n\r\n")) head.clear();
  head.append(data, size);
  return 0;
}

curl_socket_t CurlTransfer::on_open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  const std::string numeric = numeric_address(&address->addr);
  if (const auto refused = transfer.guard_(numeric)) {
    transfer.refused_address_ = fmt::format("{} ({})", numeric, *refused);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

FetchFailure CurlTransfer::failure_of(CURLcode code) const {
  if (stopped_) return *stopped_;
  if (code == CURLE_COULDNT_CONNECT && !refused_address_.empty())
    return {FetchFailureCode::AddressRefused, refused_address_};
  // The time ran while it waited for us, so that it says nothing of the server.
  if (code == CURLE_OPERATION_TIMEDOUT && was_paused_)
    return {FetchFailureCode::Cancelled, "timed out after waiting for other bodies"};
  return {code_of(code), error_[0] != '\0' ? &error_[0] : curl_easy_strerror(code)};
}

int CurlTransfer::status() const {
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  return static_cast<int>(status);
}

FetchResult CurlTransfer::finish(CURLcode code) {
  CURL* easy = easy_.get();
  const char* address = nullptr;
  curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
  result_.status = head_complete_ ? status() : 0;
  result_.http_version = http_version_of(easy);
  result_.remote_address = address ? address : "";
  const std::int64_t sent = milliseconds(easy, CURLINFO_PRETRANSFER_TIME_T);
  result_.first_byte_ms =
      std::max<std::int64_t>(0, milliseconds(easy, CURLINFO_STARTTRANSFER_TIME_T) - sent);
  result_.total_ms = milliseconds(easy, CURLINFO_TOTAL_TIME_T);
  if (code != CURLE_OK && !result_.body_truncated) result_.failure = failure_of(code);
  return std::move(result_);
}

}  // namespace dixit::crawler
