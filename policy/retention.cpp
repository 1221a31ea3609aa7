#include "policy/retention.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "policy/ascii.h"

namespace dixit::policy {
namespace {

bool is_within(int status, int first, int last) { return status >= first && status <= last; }

// What the status alone says; Kept when the content decides.
RetentionDecision judge_status(int status) {
  const auto decide = [](RetentionAction action, RetentionReason reason) {
    return RetentionDecision{action, reason, false, false};
  };
  if (status == 304) return decide(RetentionAction::Archive, RetentionReason::NotModified);
  if (status == 429) return decide(RetentionAction::Drop, RetentionReason::ServerError);
  if (is_within(status, 500, 599))
    return decide(RetentionAction::Drop, RetentionReason::ServerError);
  if (is_within(status, 400, 499))
    return decide(RetentionAction::RecordOnly, RetentionReason::Gone);
  if (is_within(status, 200, 399)) return {};
  return decide(RetentionAction::Drop, RetentionReason::NoFinalResponse);
}

// Why a response with a usable status may not be archived; Kept when it may.
RetentionReason judge_content(const RetentionFacts& facts, const RetentionRules& rules) {
  const PageOptOuts& wish = facts.opt_outs;
  if (wish.noarchive) return RetentionReason::NoArchive;
  if (wish.tdm_reserved) return RetentionReason::TdmReserved;
  if (wish.unavailable_after_s && *wish.unavailable_after_s < facts.now_s) {
    return RetentionReason::Unavailable;
  }
  if (facts.is_truncated || facts.body_bytes > rules.body_bytes_max) {
    return RetentionReason::TooLarge;
  }
  // A redirect is evidence by its headers, whatever its body is.
  const bool is_redirect = is_within(facts.status, 300, 399);
  if (!is_redirect && !is_readable_type(facts.content_type)) return RetentionReason::Unreadable;
  return RetentionReason::Kept;
}

}  // namespace

RetentionDecision decide_retention(const RetentionFacts& facts, const RetentionRules& rules) {
  RetentionDecision decision = judge_status(facts.status);
  if (decision.reason != RetentionReason::Kept) return decision;
  decision.reason = judge_content(facts, rules);
  decision.may_follow = !facts.opt_outs.nofollow;
  if (decision.reason != RetentionReason::Kept) {
    decision.action = RetentionAction::RecordOnly;
    decision.may_extract = false;
    return decision;
  }
  decision.may_extract = !facts.opt_outs.noindex && is_within(facts.status, 200, 299);
  return decision;
}

bool is_readable_type(std::string_view content_type) {
  constexpr std::array<std::string_view, 8> kTypes = {"",
                                                      "text/html",
                                                      "text/plain",
                                                      "text/xml",
                                                      "application/xml",
                                                      "application/json",
                                                      "application/gzip",
                                                      "application/x-gzip"};
  const std::string type = to_lower(trim(content_type.substr(0, content_type.find(';'))));
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end() || type.ends_with("+xml") ||
         type.ends_with("+json");
}

std::string_view name_of(RetentionAction action) {
  constexpr std::array<std::string_view, 3> kNames = {"archive", "record_only", "drop"};
  return kNames[static_cast<std::size_t>(action)];
}

std::string_view name_of(RetentionReason reason) {
  constexpr std::array<std::string_view, 10> kNames = {
      "kept",       "not_modified", "no_archive", "tdm_reserved", "unavailable",
      "unreadable", "too_large",    "gone",       "server_error", "no_final_response"};
  return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace dixit::policy
