#pragma once

#include <curl/curl.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crawler/curl_handles.h"
#include "crawler/fetcher.h"

namespace dixit::crawler {

// Given a numeric address, why it may not be dialled, or nothing when it may.
using AddressGuard = std::function<std::optional<std::string>(std::string_view address)>;

class CurlTransfer;

// Whether there is room for so many bytes more of the transfer's body; it waits otherwise.
using BodyRoom = std::function<bool(const CurlTransfer& transfer, std::size_t bytes)>;

// One exchange on one libcurl handle: its options set, and what comes back collected in a
// FetchResult.
//
// Ownership: libcurl holds pointers into it, so it stays where it is until it is destroyed.
class CurlTransfer {
 public:
  // `guard`, `user_agent` and `room` outlive the transfer. A pinned host has addresses.
  CurlTransfer(FetchRequest request, const std::string& user_agent, const AddressGuard& guard,
               const BodyRoom& room);
  CurlTransfer(const CurlTransfer&) = delete;
  CurlTransfer& operator=(const CurlTransfer&) = delete;
  ~CurlTransfer() = default;

  CURL* handle() const { return easy_.get(); }

  // The transfer of a handle that was made by this class.
  static CurlTransfer& of(CURL* handle);

  // Of the body, so far.
  std::size_t received() const { return result_.body.size(); }

  // Asks for room again, if it waits for some. Unless it returns CURLE_OK the transfer has ended
  // so, and libcurl says it nowhere else.
  CURLcode resume();

  // Takes the result out once libcurl said `code`, or cancels with CURLE_ABORTED_BY_CALLBACK.
  FetchResult finish(CURLcode code);

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(easy_.get(), option, value);
  }
  void set_request(const std::string& user_agent);
  void set_limits();
  void set_callbacks();
  int status() const;
  FetchFailure failure_of(CURLcode code) const;
  std::size_t stop(FetchFailureCode code, std::string detail);

  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self);
  static int on_debug(CURL*, curl_infotype type, char* data, std::size_t size, void* self);
  static curl_socket_t on_open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

  FetchRequest request_;
  const AddressGuard& guard_;
  const BodyRoom& room_;
  FetchResult result_;
  std::optional<FetchFailure> stopped_;  // why we ended it ourselves
  std::string refused_address_;
  bool head_complete_ = false;
  bool paused_ = false;
  bool was_paused_ = false;
  char error_[CURL_ERROR_SIZE] = {};
  CurlList headers_;
  CurlList resolve_;
  CurlEasy easy_;
};

}  // namespace dixit::crawler
