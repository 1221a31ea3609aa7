#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "crawler/curl_fetcher.h"

// What the tests of CurlFetcher share.
namespace dixit::crawler {

inline constexpr std::int64_t kTestWaitMs = 10'000;

inline std::unique_ptr<CurlFetcher> make_fetcher(AddressGuard guard = [](std::string_view) {
  return std::optional<std::string>();
}) {
  return CurlFetcher::create({"Dixit-test/1.0 (+mailto:desk@example.org)", std::move(guard)})
      .value();
}

inline FetchResult fetch(Fetcher& fetcher, FetchRequest request) {
  fetcher.start(std::move(request));
  while (true) {
    auto results = fetcher.wait(kTestWaitMs);
    if (!results.empty()) return std::move(results.front());
  }
}

inline FetchResult fetch(const std::string& url) {
  FetchRequest request;
  request.url = url;
  return fetch(*make_fetcher(), std::move(request));
}

inline std::optional<FetchFailureCode> failure_code(const FetchResult& result) {
  return result.failure ? std::optional(result.failure->code) : std::nullopt;
}

}  // namespace dixit::crawler
