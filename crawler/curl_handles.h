#pragma once

#include <curl/curl.h>

#include <memory>

namespace dixit::crawler {

// libcurl's handles as owned values.

struct CurlEasyCleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CurlMultiCleanup {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct CurlListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using CurlEasy = std::unique_ptr<CURL, CurlEasyCleanup>;
using CurlMulti = std::unique_ptr<CURLM, CurlMultiCleanup>;
using CurlList = std::unique_ptr<curl_slist, CurlListCleanup>;

// Appends a copy of `line`. curl_slist_append() returns the list's head, which changes only when
// the list was empty, or null when memory is short; then the list stays as it was.
inline void append(CurlList& list, const char* line) {
  if (curl_slist* head = curl_slist_append(list.get(), line)) {
    [[maybe_unused]] const curl_slist* same = list.release();
    list.reset(head);
  }
}

}  // namespace dixit::crawler
