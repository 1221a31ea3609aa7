#include "tests/support/scripted_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <utility>

namespace dixit::support {
namespace {

constexpr int kBacklog = 128;
constexpr std::size_t kRequestBytesMax = 64u << 10;
constexpr char kTlsHandshake = 0x16;  // RFC 8446 §5.1, first byte of a ClientHello's record

std::int64_t now_us() {
  using std::chrono::microseconds;
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<microseconds>(since).count();
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// Takes one request head out of `buffer`, receiving until it is complete.
std::optional<ServedRequest> receive(int socket, std::string& buffer) {
  std::size_t end = 0;
  while ((end = buffer.find("\r\n\r\n")) == std::string::npos) {
    char bytes[4096];
    const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
    if (count <= 0 || buffer.size() > kRequestBytesMax) return std::nullopt;
    buffer.append(bytes, static_cast<std::size_t>(count));
    if (buffer.front() == kTlsHandshake) return std::nullopt;
  }
  ServedRequest request;
  request.head = buffer.substr(0, end + 4);
  buffer.erase(0, end + 4);
  const std::size_t start = request.head.find(' ') + 1;
  request.target = request.head.substr(start, request.head.find(' ', start) - start);
  return request;
}

void drain(int socket) {
  char bytes[4096];
  while (::recv(socket, bytes, sizeof bytes, 0) > 0) continue;
}

std::string_view phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 404:
      return "Not Found";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return "Status";
  }
}

}  // namespace

std::string ServedRequest::header(std::string_view name) const {
  std::string lowered = head;
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t at = lowered.find(fmt::format("\r\n{}: ", name));
  if (at == std::string::npos) return "";
  const std::size_t start = at + name.size() + 4;
  return head.substr(start, head.find("\r\n", start) - start);
}

Reply reply(int status, std::string_view content_type, std::string_view body,
            std::string_view more_headers) {
  return {fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}\r\n{}",
                      status, phrase(status), content_type, body.size(), more_headers, body)};
}

Reply page(std::string_view html) { return reply(200, "text/html; charset=utf-8", html); }

Reply redirect(int status, std::string_view location) {
  return reply(status, "text/html", "", fmt::format("Location: {}\r\n", location));
}

ScriptedServer::ScriptedServer(const std::string& address) : address_(address) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in name{};
  name.sin_family = AF_INET;
  socklen_t size = sizeof name;
  auto* generic = reinterpret_cast<sockaddr*>(&name);
  if (listener_ < 0 || ::inet_pton(AF_INET, address.c_str(), &name.sin_addr) != 1 ||
      ::bind(listener_, generic, size) != 0 || ::listen(listener_, kBacklog) != 0 ||
      ::getsockname(listener_, generic, &size) != 0)
    std::abort();
  port_ = ntohs(name.sin_port);
  acceptor_ = std::thread([this] { accept_connections(); });
}

ScriptedServer::~ScriptedServer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const int connection : connections_) ::shutdown(connection, SHUT_RDWR);
  }
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  for (std::thread& thread : threads_) thread.join();
  for (const int connection : connections_) ::close(connection);
  ::close(listener_);
}

void ScriptedServer::on(std::string target, Reply reply) {
  on(std::move(target), [reply = std::move(reply)](const ServedRequest&) { return reply; });
}

void ScriptedServer::on(std::string target, Handler handler) {
  const std::lock_guard lock(mutex_);
  handlers_[std::move(target)] = std::move(handler);
}

std::string ScriptedServer::host() const { return fmt::format("{}:{}", address_, port_); }
std::string ScriptedServer::origin() const { return "http://" + host(); }
std::string ScriptedServer::url(std::string_view target) const {
  return origin() + std::string(target);
}

std::vector<ServerLogEntry> ScriptedServer::log() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

std::size_t ScriptedServer::times_asked(std::string_view target) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(log_.begin(), log_.end(),
                    [&](const ServerLogEntry& entry) { return entry.target == target; }));
}

void ScriptedServer::accept_connections() {
  while (true) {
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    const std::lock_guard lock(mutex_);
    connections_.push_back(connection);
    if (stopping_) {
      ::shutdown(connection, SHUT_RDWR);
      return;
    }
    threads_.emplace_back([this, connection] { serve(connection); });
  }
}

void ScriptedServer::serve(int connection) {
  std::string buffer;
  while (const auto request = receive(connection, buffer)) {
    const std::int64_t arrived = now_us();
    const Reply said = answer(*request);
    {
      const std::lock_guard lock(mutex_);
      log_.push_back({request->target, request->head, arrived, now_us()});
    }
    if (!send_all(connection, said.bytes)) break;
    if (said.afterwards == Afterwards::Hang) drain(connection);
    if (said.afterwards != Afterwards::KeepOpen) break;
  }
  ::shutdown(connection, SHUT_RDWR);
}

Reply ScriptedServer::answer(const ServedRequest& request) {
  Handler handler;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = handlers_.find(request.target); found != handlers_.end())
      handler = found->second;
  }
  return handler ? handler(request) : reply(404, "text/plain", "nothing here\n");
}

}  // namespace dixit::support
