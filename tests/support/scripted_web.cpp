#include "tests/support/scripted_web.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "parser/url/url.h"

namespace dixit::support {
namespace {

// The first address that may be dialled, as a connection would find it.
std::string dialled_address(const crawler::FetchRequest& request) {
  if (request.pinned) return request.pinned->addresses.front();
  const auto url = parser::parse_url(request.url);
  return url ? url->host : "";
}

crawler::FetchResult result_of(const crawler::FetchRequest& request, const WebAnswer& answer) {
  crawler::FetchResult result;
  result.id = request.id;
  result.url = request.url;
  if (request.pinned && request.pinned->addresses.empty()) {
    result.failure = crawler::FetchFailure{crawler::FetchFailureCode::NameNotFound, "no address"};
    return result;
  }
  if (answer.failure) {
    result.failure = crawler::FetchFailure{*answer.failure, "as scripted"};
    return result;
  }
  result.status = answer.status;
  result.http_version = "1.1";
  result.remote_address = dialled_address(request);
  result.request_head = fmt::format("GET {} HTTP/1.1\r\n\r\n", request.url);
  result.response_head = fmt::format("HTTP/1.1 {} Scripted\r\nContent-Type: {}\r\n", answer.status,
                                     answer.content_type);
  for (const auto& [name, value] : answer.headers)
    result.response_head += fmt::format("{}: {}\r\n", name, value);
  result.response_head += "\r\n";
  result.body = answer.body;
  return result;
}

}  // namespace

WebAnswer status_only(int status) {
  WebAnswer answer;
  answer.status = status;
  return answer;
}

WebAnswer redirect_to(const std::string& target) {
  WebAnswer answer;
  answer.status = 302;
  answer.headers = {{"Location", target}};
  return answer;
}

std::int64_t shortest_pause_ms(const std::vector<WebRequest>& requests) {
  std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 1; i < requests.size(); ++i)
    shortest = std::min(shortest, requests[i].started_ms - requests[i - 1].ended_ms);
  return shortest;
}

void ScriptedWeb::on(const std::string& url, WebAnswer answer) {
  on(url, [answer = std::move(answer)](int) { return answer; });
}

void ScriptedWeb::on(const std::string& url, Script script) { scripts_[url] = std::move(script); }

void ScriptedWeb::start(crawler::FetchRequest request) {
  const auto script = scripts_.find(request.url);
  WebAnswer answer{404, "text/plain", "nothing here\n", {}, 10, std::nullopt};
  if (script != scripts_.end()) answer = script->second(++asked_[request.url]);
  const std::int64_t now_ms = clock_.now_ms();
  log_.push_back({request.url, request.headers, now_ms, now_ms + answer.takes_ms});
  running_.push_back({result_of(request, answer), log_.size() - 1, now_ms + answer.takes_ms});
  most_at_once_ = std::max(most_at_once_, running_.size());
  if (watcher_) watcher_(log_.back());
}

std::vector<crawler::FetchResult> ScriptedWeb::take_ended() {
  std::vector<crawler::FetchResult> ended;
  for (auto at = running_.begin(); at != running_.end();) {
    if (at->ends_ms > clock_.now_ms()) {
      ++at;
      continue;
    }
    ended.push_back(std::move(at->result));
    at = running_.erase(at);
  }
  return ended;
}

std::vector<crawler::FetchResult> ScriptedWeb::wait(std::int64_t timeout_ms) {
  if (auto ended = take_ended(); !ended.empty()) return ended;
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(woken_, false)) return {};
  }
  std::int64_t next_ms = clock_.now_ms() + timeout_ms;
  for (const Running& running : running_) next_ms = std::min(next_ms, running.ends_ms);
  clock_.set(std::max(next_ms, clock_.now_ms()));
  return take_ended();
}

std::size_t ScriptedWeb::bytes_in_flight() const {
  std::size_t bytes = 0;
  for (const Running& running : running_) bytes += running.result.body.size();
  return bytes;
}

void ScriptedWeb::cancel_all() {
  for (Running& running : running_) {
    running.ends_ms = clock_.now_ms();
    log_[running.log_index].ended_ms = clock_.now_ms();
    running.result.failure =
        crawler::FetchFailure{crawler::FetchFailureCode::Cancelled, "by the crawler"};
  }
}

void ScriptedWeb::wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
}

std::vector<WebRequest> ScriptedWeb::log_of(std::string_view prefix) const {
  std::vector<WebRequest> found;
  for (const WebRequest& request : log_)
    if (request.url.starts_with(prefix)) found.push_back(request);
  return found;
}

std::vector<std::string> ScriptedWeb::urls() const {
  std::vector<std::string> urls;
  for (const WebRequest& request : log_) urls.push_back(request.url);
  return urls;
}

std::size_t ScriptedWeb::times_asked(std::string_view url) const {
  return static_cast<std::size_t>(std::count_if(
      log_.begin(), log_.end(), [&](const WebRequest& request) { return request.url == url; }));
}

void ScriptedResolver::ask(std::string name) {
  std::vector<std::string> addresses;
  if (const auto found = names_.find(name); found != names_.end()) {
    addresses = found->second;
  } else if (!name.starts_with("nowhere")) {
    addresses = {fmt::format("128.66.0.{}", ++last_given_)};
    names_[name] = addresses;
  }
  answers_.push_back({std::move(name), std::move(addresses)});
  most_at_once_ = std::max(most_at_once_, answers_.size());
}

}  // namespace dixit::support
