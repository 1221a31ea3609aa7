#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace dixit::model {

// An absolute URL taken apart by the WHATWG URL Standard (https://url.spec.whatwg.org/).
//
// Made by parser/url/url.h; a value built by hand is not checked. `path`, `query` and `fragment`
// are percent-encoded as serialised, without the "?" and "#" that part them.
struct Url {
  std::string scheme;
  std::string username;
  std::string password;
  std::string host;
  std::optional<std::uint16_t> port;  // absent when it is the scheme's default
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;
  std::string href;  // the whole, serialised

  bool operator==(const Url&) const = default;
};

}  // namespace dixit::model
