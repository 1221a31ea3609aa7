#include "cli/press/press.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "cli/press/outlets.h"
#include "cli/press/pages.h"
#include "cli/press/site.h"

namespace dixit::cli {
namespace {

using SteadyClock = std::chrono::steady_clock;

// A browser opens six connections to a host, and each keeps a thread.
constexpr std::size_t kThreadsPerOutlet = 6;
// Bounds how long closing the press waits for connections that say nothing.
constexpr time_t kKeepAliveSeconds = 1;
// Tries to find one port free on all addresses; the first try nearly always does.
constexpr int kPortTriesMax = 20;

class RequestLog {
 public:
  std::int64_t now_us() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - opened_)
        .count();
  }

  void add(PressRequest request) {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
    added_.notify_all();
  }

  std::vector<PressRequest> all() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  bool wait_for(std::size_t count, std::chrono::milliseconds patience) const {
    std::unique_lock lock(mutex_);
    return added_.wait_for(lock, patience, [&] { return requests_.size() >= count; });
  }

 private:
  SteadyClock::time_point opened_ = SteadyClock::now();
  mutable std::mutex mutex_;
  mutable std::condition_variable added_;
  std::vector<PressRequest> requests_;
};

// httplib would share the port with any other program of this user (SO_REUSEPORT); two demos at
// once would then answer each other's readers.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void copy_answer(SiteAnswer answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  if (answer.body.empty()) return;  // httplib would ask a provider of nothing for ever
  // A provider, because httplib compresses a plain body by its own judgement.
  const std::size_t length = answer.body.size();
  response.set_content_provider(length, answer.content_type,
                                [body = std::move(answer.body)](
                                    std::size_t offset, std::size_t size, httplib::DataSink& sink) {
                                  return sink.write(body.data() + offset, size);
                                });
}

// One outlet's web server, on a thread of its own.
class OutletServer {
 public:
  OutletServer(const Outlet& outlet, RequestLog& log) : outlet_(outlet), log_(log) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(kThreadsPerOutlet); };
    server_.set_keep_alive_timeout(kKeepAliveSeconds);
    server_.set_socket_options(set_socket_options);
    server_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
    });
  }
  OutletServer(const OutletServer&) = delete;
  OutletServer& operator=(const OutletServer&) = delete;

  ~OutletServer() {
    if (!thread_.joinable()) return;
    server_.stop();
    thread_.join();
  }

  // Binds to `port`, or to any free one for 0. Returns the port, or 0 when it is not to be had.
  std::uint16_t bind(std::uint16_t port) {
    const std::string address(outlet_.address);
    if (port == 0) {
      const int any = server_.bind_to_any_port(address);
      return any > 0 ? static_cast<std::uint16_t>(any) : 0;
    }
    return server_.bind_to_port(address, port) ? port : 0;
  }

  void serve(std::uint16_t port) {
    site_.emplace(outlet_, port, press_pages());
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    // stop() is lost on a server whose loop has not begun.
    while (!server_.is_running()) std::this_thread::yield();
  }

 private:
  void answer(const httplib::Request& request, httplib::Response& response) {
    const std::int64_t received_us = log_.now_us();
    assert(site_);
    SiteAnswer answer =
        site_->answer({.path = request.path,
                       .accepts_gzip = request.get_header_value("Accept-Encoding").find("gzip") !=
                                       std::string::npos,
                       .if_none_match = request.get_header_value("If-None-Match")});
    std::this_thread::sleep_for(answer.delay);
    const int status = answer.status;
    copy_answer(std::move(answer), response);
    log_.add({.outlet = std::string(outlet_.key),
              .target = request.target,
              .user_agent = request.get_header_value("User-Agent"),
              .status = status,
              .received_us = received_us,
              .answered_us = log_.now_us()});
  }

  const Outlet& outlet_;
  RequestLog& log_;
  std::optional<Site> site_;
  httplib::Server server_;
  std::thread thread_;
};

using Servers = std::vector<std::unique_ptr<OutletServer>>;

// Binds every server to one port, or says which address would not have it.
tl::expected<std::uint16_t, PressError> bind_all(Servers& servers) {
  std::uint16_t port = 0;
  for (std::size_t i = 0; i < servers.size(); ++i) {
    const std::uint16_t bound = servers[i]->bind(port);
    if (bound == 0) {
      return tl::unexpected(PressError{fmt::format(
          "cannot listen on {} port {}: {}", kOutlets[i].address, port, std::strerror(errno))});
    }
    port = bound;
  }
  return port;
}

}  // namespace

struct Press::Impl {
  std::uint16_t port = 0;
  RequestLog log;
  Servers servers;  // destroyed before the log they write to
};

Press::Press(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Press::Press(Press&&) noexcept = default;
Press& Press::operator=(Press&&) noexcept = default;
Press::~Press() = default;

tl::expected<Press, PressError> Press::open() {
  auto impl = std::make_unique<Impl>();
  tl::expected<std::uint16_t, PressError> port = tl::unexpected(PressError{});
  for (int i = 0; i < kPortTriesMax && !port; ++i) {
    impl->servers.clear();
    for (const Outlet& outlet : kOutlets) {
      impl->servers.push_back(std::make_unique<OutletServer>(outlet, impl->log));
    }
    port = bind_all(impl->servers);
  }
  if (!port) return tl::unexpected(port.error());
  impl->port = *port;
  for (const auto& server : impl->servers) server->serve(*port);
  return Press(std::move(impl));
}

std::uint16_t Press::port() const { return impl_->port; }

std::string Press::origin(std::string_view outlet) const {
  const auto* const found = std::ranges::find(kOutlets, outlet, &Outlet::key);
  assert(found != kOutlets.end());
  return origin_of(*found, impl_->port);
}

std::vector<std::string> Press::front_pages() const {
  std::vector<std::string> pages;
  pages.reserve(kOutlets.size());
  for (const Outlet& outlet : kOutlets) pages.push_back(origin_of(outlet, impl_->port) + "/");
  return pages;
}

std::int64_t Press::now_us() const { return impl_->log.now_us(); }

std::vector<PressRequest> Press::requests() const { return impl_->log.all(); }

bool Press::wait_for_requests(std::size_t count, std::chrono::milliseconds patience) const {
  return impl_->log.wait_for(count, patience);
}

}  // namespace dixit::cli
