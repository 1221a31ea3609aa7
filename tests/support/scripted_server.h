#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace dixit::support {

// What the server does once a reply's bytes are sent.
enum class Afterwards {
  KeepOpen,
  Close,
  Hang,  // say no more and wait for the client to go
};

struct Reply {
  std::string bytes;  // status line, headers and body, exactly as sent
  Afterwards afterwards = Afterwards::KeepOpen;
};

struct ServedRequest {
  std::string target;  // path and query of the request line
  std::string head;    // the whole request head

  // A header's value, "" when it is absent. `name` in lower case.
  std::string header(std::string_view name) const;
};

// One request as the server saw it, on a steady clock.
struct ServerLogEntry {
  std::string target;
  std::string head;
  std::int64_t arrived_us = 0;
  std::int64_t answered_us = 0;
};

// A complete response with a Content-Length.
Reply reply(int status, std::string_view content_type, std::string_view body,
            std::string_view more_headers = "");
Reply page(std::string_view html);
Reply redirect(int status, std::string_view location);

// A web server on a loopback address that says exactly what its script tells it to, wrong or right.
//
// Thread-safe. Each connection has a thread; all end with the server.
class ScriptedServer {
 public:
  using Handler = std::function<Reply(const ServedRequest&)>;

  explicit ScriptedServer(const std::string& address = "127.0.0.1");
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;
  ~ScriptedServer();

  // Without a script a target is answered 404.
  void on(std::string target, Reply reply);
  void on(std::string target, Handler handler);

  std::string url(std::string_view target = "/") const;
  std::string origin() const;
  std::string host() const;  // address:port

  std::vector<ServerLogEntry> log() const;
  std::size_t times_asked(std::string_view target) const;

 private:
  void accept_connections();
  void serve(int connection);
  Reply answer(const ServedRequest& request);

  std::string address_;
  std::uint16_t port_ = 0;
  int listener_ = -1;
  mutable std::mutex mutex_;  // guards what follows
  bool stopping_ = false;
  std::map<std::string, Handler, std::less<>> handlers_;
  std::vector<ServerLogEntry> log_;
  std::vector<int> connections_;
  std::list<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace dixit::support
