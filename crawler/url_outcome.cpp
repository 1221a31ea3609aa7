#include "crawler/url_outcome.h"

#include <fmt/format.h>

#include <optional>

#include "policy/delay.h"
#include "policy/fetch_rules.h"

namespace dixit::crawler {
namespace {

using storage::UrlState;

constexpr int kNotModified = 304;
constexpr int kNotFound = 404;
constexpr int kGone = 410;

UrlOutcome retry_or_give_up(std::string reason, int tries, int tries_max, std::int64_t now_ms) {
  if (tries >= tries_max) return {UrlState::Failed, std::move(reason), tries, 0};
  const std::int64_t wait_ms = kRetryFirstMs << (tries - 1);
  return {UrlState::Queued, std::move(reason), tries, now_ms + wait_ms};
}

UrlOutcome judge_failure(const FetchFailure& failure, int tries, std::int64_t now_ms) {
  std::string reason = fmt::format("{}: {}", describe(failure.code), failure.detail);
  switch (failure.code) {
    case FetchFailureCode::AddressRefused:
    case FetchFailureCode::HeadTooLarge:
    case FetchFailureCode::BodyTooLarge:
    case FetchFailureCode::UnwantedMedia:
      return {UrlState::Refused, std::move(reason), tries + 1, 0};
    case FetchFailureCode::Cancelled:
      return {UrlState::Queued, std::move(reason), tries, now_ms};
    default:
      return retry_or_give_up(std::move(reason), tries + 1, kTriesMax, now_ms);
  }
}

}  // namespace

UrlOutcome judge_fetch(const FetchResult& result, int tries, std::int64_t now_ms) {
  if (result.failure) return judge_failure(*result.failure, tries, now_ms);
  const int status = result.status;
  if (policy::is_redirect(status)) return {UrlState::Redirected, "", tries + 1, 0};
  if (policy::is_success(status) || status == kNotModified)
    return {UrlState::Fetched, "", tries + 1, 0};
  std::string reason = fmt::format("answered {}", status);
  if (status == kNotFound || status == kGone)
    return {UrlState::Gone, std::move(reason), tries + 1, 0};
  if (policy::is_overloaded(status)) {
    if (tries + 1 >= kOverloadedTriesMax)
      return {UrlState::Failed, std::move(reason), tries + 1, 0};
    return {UrlState::Queued, std::move(reason), tries + 1, now_ms};
  }
  if (status >= 500) return retry_or_give_up(std::move(reason), tries + 1, kTriesMax, now_ms);
  return {UrlState::Failed, std::move(reason), tries + 1, 0};
}

}  // namespace dixit::crawler
