#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "crawler/content_reader.h"
#include "policy/opt_outs.h"
#include "policy/retention.h"
#include "storage/http_message.h"

namespace dixit::crawler {

// Reads an HTTP answer as far as policy lets it be kept and read. The same for what we fetched and
// for what others did.

struct Answer {
  int status = 0;
  storage::HttpHeaders headers;
  std::uint64_t body_bytes = 0;  // as sent
  bool truncated = false;
  std::int64_t now_ms = 0;
  std::uint64_t body_bytes_max = policy::kBodyBytesMax;
};

// The most bytes of a body that is fetched and kept.
std::uint64_t body_bytes_max(storage::UrlKind kind);

struct AnswerReading {
  policy::RetentionDecision decision;
  policy::PageOptOuts wishes;  // of headers and page together
  Content content;             // without a document where none may be extracted
  std::string reason;          // why something was left out, "" when nothing was
};

// `payload` needs no header values: they are taken from the answer.
AnswerReading read_answer(const parser::Knowledge& knowledge, const Answer& answer,
                          Payload payload);

// What policy lets be done with an answer, given all wishes that are known.
policy::RetentionDecision decide_answer(const Answer& answer, const policy::PageOptOuts& wishes);

// What the headers alone ask for.
policy::PageOptOuts header_opt_outs(const storage::HttpHeaders& headers, std::int64_t now_ms);

model::OptOuts to_model(const policy::PageOptOuts& wishes);
policy::PageOptOuts to_policy(const model::OptOuts& wishes);

// The first header of that name, "" when there is none.
std::string header(const storage::HttpHeaders& headers, std::string_view name);

}  // namespace dixit::crawler
