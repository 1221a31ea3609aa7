#include "crawler/answer_reading.h"

#include <utility>

#include "policy/ascii.h"
#include "policy/user_agent.h"

namespace dixit::crawler {

policy::PageOptOuts to_policy(const model::OptOuts& wishes) {
  policy::PageOptOuts result;
  result.noarchive = wishes.noarchive;
  result.noindex = wishes.noindex;
  result.nofollow = wishes.nofollow;
  result.tdm_reserved = wishes.tdm_reserved;
  return result;
}

std::uint64_t body_bytes_max(storage::UrlKind kind) {
  return kind == storage::UrlKind::Sitemap ? policy::kSitemapBytesMax : policy::kBodyBytesMax;
}

policy::RetentionDecision decide_answer(const Answer& answer, const policy::PageOptOuts& wishes) {
  const std::string content_type = header(answer.headers, "content-type");
  policy::RetentionFacts facts;
  facts.status = answer.status;
  facts.content_type = content_type;
  facts.body_bytes = answer.body_bytes;
  facts.is_truncated = answer.truncated;
  facts.now_s = answer.now_ms / 1000;
  facts.opt_outs = wishes;
  return policy::decide_retention(facts, {.body_bytes_max = answer.body_bytes_max});
}

AnswerReading read_answer(const parser::Knowledge& knowledge, const Answer& answer,
                          Payload payload) {
  AnswerReading reading;
  reading.wishes = header_opt_outs(answer.headers, answer.now_ms);
  reading.decision = decide_answer(answer, reading.wishes);
  if (reading.decision.may_extract || reading.decision.may_follow) {
    payload.content_type = header(answer.headers, "content-type");
    payload.content_encoding = header(answer.headers, "content-encoding");
    reading.content = read_content(knowledge, payload);
    reading.wishes = policy::merge(reading.wishes, to_policy(reading.content.opt_outs));
    reading.decision = decide_answer(answer, reading.wishes);
  }
  reading.reason = reading.content.problem;
  if (reading.decision.reason != policy::RetentionReason::Kept)
    reading.reason = policy::name_of(reading.decision.reason);
  const bool may_keep = reading.decision.action == policy::RetentionAction::Archive;
  if (!may_keep || !reading.decision.may_extract) {
    reading.content.document.reset();
    reading.content.posts.clear();
  }
  return reading;
}

policy::PageOptOuts header_opt_outs(const storage::HttpHeaders& headers, std::int64_t now_ms) {
  const policy::OptOutReader reader{policy::kProductToken, now_ms / 1000};
  policy::PageOptOuts wishes =
      policy::read_tdm(header(headers, "tdm-reservation"), header(headers, "tdm-policy"));
  for (const auto& [name, value] : headers)
    if (policy::equal_ignoring_case(name, "x-robots-tag"))
      wishes = policy::merge(wishes, policy::read_x_robots_tag(value, reader));
  return wishes;
}

model::OptOuts to_model(const policy::PageOptOuts& wishes) {
  return {wishes.noarchive, wishes.noindex, wishes.nofollow, wishes.tdm_reserved};
}

std::string header(const storage::HttpHeaders& headers, std::string_view name) {
  return std::string(storage::header_value(headers, name).value_or(""));
}

}  // namespace dixit::crawler
