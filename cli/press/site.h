#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/press/outlets.h"
#include "cli/press/page.h"
#include "config/embedded.h"

namespace dixit::cli {

// What of a request changes its answer.
struct SiteRequest {
  std::string_view path;  // without the query, which no outlet of this press heeds
  bool accepts_gzip = false;
  std::string_view if_none_match;
};

struct SiteAnswer {
  int status = 200;
  std::string content_type{};
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};
  std::chrono::milliseconds delay{0};  // for the server to wait before it sends this
  bool compressible = false;           // sent compressed to whoever accepts that
};

// The pages of one outlet, and how a web server would answer for them.
//
// Thread-safe: immutable once made. Ownership: `files` outlives it.
class Site {
 public:
  Site(const Outlet& outlet, std::uint16_t port, std::span<const config::EmbeddedFile> files);

  SiteAnswer answer(const SiteRequest& request) const;

  // Every path that answers with anything but 404, sorted.
  std::vector<std::string> paths() const;

 private:
  SiteAnswer page(std::string_view path, std::string_view text) const;

  PageFields names_;  // the origins of all outlets, and this one's own
  std::map<std::string, std::string_view, std::less<>> files_;  // by path, such as "/index.html"
};

}  // namespace dixit::cli
