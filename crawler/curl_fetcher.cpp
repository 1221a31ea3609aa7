#include "crawler/curl_fetcher.h"

#include <algorithm>
#include <utility>

namespace dixit::crawler {
namespace {

// Connections kept open for a host's next page. Delays are longer than most servers keep an idle
// connection, so more would mostly hold dead sockets.
constexpr long kIdleConnectionsMax = 256;

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// libcurl wants this once, before any thread uses it.
bool libcurl_ready() {
  static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return kReady;
}

FetchResult not_found(const FetchRequest& request, const std::string& name) {
  FetchResult result;
  result.id = request.id;
  result.url = request.url;
  result.failure = FetchFailure{FetchFailureCode::NameNotFound, name};
  return result;
}

}  // namespace

CurlFetcher::CurlFetcher(CurlFetcherOptions options, EventPoll poll, CurlMulti multi)
    : options_(std::move(options)), poll_(std::move(poll)), multi_(std::move(multi)) {
  room_ = [this](const auto& transfer, std::size_t bytes) { return may_grow(transfer, bytes); };
  curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, &CurlFetcher::on_socket);
  curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
  curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, &CurlFetcher::on_timer);
  curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, kIdleConnectionsMax);
}

CurlFetcher::~CurlFetcher() {
  for (const auto& [handle, transfer] : transfers_) curl_multi_remove_handle(multi_.get(), handle);
}

tl::expected<std::unique_ptr<CurlFetcher>, std::string> CurlFetcher::create(
    CurlFetcherOptions options) {
  if (!libcurl_ready()) return tl::unexpected(std::string("libcurl cannot be initialised"));
  auto poll = EventPoll::create();
  if (!poll) return tl::unexpected(poll.error());
  CurlMulti multi(curl_multi_init());
  if (!multi) return tl::unexpected(std::string("curl_multi_init failed"));
  return std::unique_ptr<CurlFetcher>(
      new CurlFetcher(std::move(options), std::move(*poll), std::move(multi)));
}

void CurlFetcher::start(FetchRequest request) {
  // libcurl would look it up again, and when the time for that is over it stands still, and every
  // transfer with it, until the name service has answered.
  if (request.pinned && request.pinned->addresses.empty()) {
    finished_.push_back(not_found(request, request.pinned->host));
    return;
  }
  auto transfer = std::make_unique<CurlTransfer>(std::move(request), options_.user_agent,
                                                 options_.guard, room_);
  CURL* handle = transfer->handle();
  if (!handle || curl_multi_add_handle(multi_.get(), handle) != CURLM_OK) {
    finished_.push_back(transfer->finish(CURLE_FAILED_INIT));
    return;
  }
  transfers_.emplace(handle, std::move(transfer));
}

std::vector<FetchResult> CurlFetcher::wait(std::int64_t timeout_ms) {
  const SteadyTime deadline =
      steady_clock::now() + milliseconds(std::max<std::int64_t>(0, timeout_ms));
  bool woken = false;
  do {
    woken = work_once(finished_.empty() ? deadline : steady_clock::now());
    collect_finished();
  } while (finished_.empty() && !woken && steady_clock::now() < deadline);
  return std::exchange(finished_, {});
}

// Waits for the first of a socket, libcurl's timer and the deadline, and lets libcurl act on it.
bool CurlFetcher::work_once(SteadyTime deadline) {
  const SteadyTime until = timer_ ? std::min(*timer_, deadline) : deadline;
  const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now());
  const PollOutcome outcome = poll_.wait(std::max<std::int64_t>(0, left.count()));
  for (const Readiness& ready : outcome.ready)
    act(ready.fd, (ready.readable ? CURL_CSELECT_IN : 0) | (ready.writable ? CURL_CSELECT_OUT : 0) |
                      (ready.failed ? CURL_CSELECT_ERR : 0));
  if (timer_ && *timer_ <= steady_clock::now()) {
    timer_.reset();
    act(CURL_SOCKET_TIMEOUT, 0);
  }
  return outcome.woken;
}

void CurlFetcher::act(curl_socket_t socket, int events) {
  int running = 0;
  curl_multi_socket_action(multi_.get(), socket, events, &running);
}

void CurlFetcher::collect_finished() {
  const std::size_t before = transfers_.size();
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    finished_.push_back(remove(message->easy_handle, message->data.result));
  }
  if (transfers_.size() == before) return;
  while (resume_waiting()) continue;
}

// Whether some ended by it, so that there is room again.
bool CurlFetcher::resume_waiting() {
  std::vector<std::pair<CURL*, CURLcode>> ended;
  for (const auto& [handle, transfer] : transfers_)
    if (const CURLcode code = transfer->resume(); code != CURLE_OK)
      ended.emplace_back(handle, code);
  for (const auto& [handle, code] : ended) finished_.push_back(remove(handle, code));
  return !ended.empty();
}

std::size_t CurlFetcher::bytes_in_flight() const {
  std::size_t bytes = 0;
  for (const auto& [handle, transfer] : transfers_) bytes += transfer->received();
  return bytes;
}

bool CurlFetcher::may_grow(const CurlTransfer& transfer, std::size_t bytes) const {
  if (transfer.received() + bytes <= options_.small_body_bytes_max) return true;
  std::size_t longest = 0;
  for (const auto& [handle, other] : transfers_) longest = std::max(longest, other->received());
  return transfer.received() == longest ||
         bytes_in_flight() - longest + bytes <= options_.received_bytes_max;
}

FetchResult CurlFetcher::remove(CURL* handle, CURLcode code) {
  FetchResult result = CurlTransfer::of(handle).finish(code);
  curl_multi_remove_handle(multi_.get(), handle);
  transfers_.erase(handle);
  return result;
}

void CurlFetcher::cancel_all() {
  collect_finished();
  while (!transfers_.empty())
    finished_.push_back(remove(transfers_.begin()->first, CURLE_ABORTED_BY_CALLBACK));
}

int CurlFetcher::on_socket(CURL*, curl_socket_t socket, int what, void* self, void*) {
  EventPoll& poll = static_cast<CurlFetcher*>(self)->poll_;
  if (what == CURL_POLL_REMOVE)
    poll.forget(socket);
  else
    poll.watch(socket, (what & CURL_POLL_IN) != 0, (what & CURL_POLL_OUT) != 0);
  return 0;
}

int CurlFetcher::on_timer(CURLM*, long timeout_ms, void* self) {
  auto& timer = static_cast<CurlFetcher*>(self)->timer_;
  if (timeout_ms < 0)
    timer.reset();
  else
    timer = steady_clock::now() + milliseconds(timeout_ms);
  return 0;
}

}  // namespace dixit::crawler
