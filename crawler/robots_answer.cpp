#include "crawler/robots_answer.h"

#include <fmt/format.h>

#include <utility>

#include "crawler/robots_book.h"
#include "parser/http/content_coding.h"
#include "parser/url/url.h"
#include "policy/robots.h"
#include "policy/robots_access.h"
#include "storage/http_message.h"

namespace dixit::crawler {
namespace {

constexpr int kNotModified = 304;

std::optional<model::Url> redirect_target(const FetchedPage& page) {
  const auto location = storage::header_value(page.headers, "location");
  if (!location) return std::nullopt;
  auto target = parser::parse_url(*location, page.task.parsed);
  if (!target || (target->scheme != "http" && target->scheme != "https")) return std::nullopt;
  return *std::move(target);
}

// The body without its codings; nothing when it cannot be read.
std::optional<std::string> decoded_body(const FetchedPage& page) {
  const storage::BodyEnd end =
      page.result.body_truncated ? storage::BodyEnd::Cut : storage::BodyEnd::Whole;
  const std::string body = storage::transfer_decoded(page.headers, page.result.body, end);
  parser::CodingLimits limits;
  limits.bytes_max = 2 * policy::kRobotsBytesMax;  // what is more than half of it is cut later
  auto decoded = parser::decode_content(
      body, storage::header_value(page.headers, "content-encoding").value_or(""), limits);
  if (!decoded) return std::nullopt;
  // Half a path is another path.
  if (page.result.body_truncated || decoded->truncated)
    decoded->bytes.resize(decoded->bytes.find_last_of("\r\n") + 1);
  decoded->bytes.resize(std::min(decoded->bytes.size(), policy::kRobotsBytesMax + 1));
  return std::move(decoded->bytes);
}

}  // namespace

storage::RobotsRecord unreachable_robots(const std::string& origin, std::int64_t now_ms,
                                         const std::optional<storage::RobotsRecord>& before) {
  return {origin, now_ms, 0, "", before ? read_robots(*before).crawl_delay_ms : 0};
}

RobotsAnswer read_robots_answer(const FetchedPage& page,
                                const std::optional<storage::RobotsRecord>& before) {
  RobotsAnswer answer;
  const auto& failure = page.result.failure;
  if (failure && failure->code == FetchFailureCode::Cancelled) return answer;
  policy::RobotsResponse response;
  if (!failure) response.status = page.result.status;
  response.redirects = page.task.robots_redirects;
  response.has_stored_file = before && read_robots(*before).access == policy::RobotsAccess::UseBody;
  policy::RobotsAccess access = policy::robots_for_status(response);
  if (access == policy::RobotsAccess::FollowRedirect) {
    answer.redirect = redirect_target(page);
    if (answer.redirect) return answer;
  }
  storage::RobotsRecord record = unreachable_robots(page.task.robots_of, page.ended_ms, before);
  record.status = response.status.value_or(0);
  if (before && access == policy::RobotsAccess::UseBody && record.status == kNotModified) {
    record.status = before->status;
    record.body = before->body;
  } else if (access == policy::RobotsAccess::UseBody) {
    auto body = decoded_body(page);
    // Rules that cannot be read cannot be obeyed, and are not there to be guessed at.
    if (!body) record.status = 0;
    record.body = std::move(body).value_or("");
    if (record.status == 0) access = policy::RobotsAccess::DisallowAll;
  }
  if (access == policy::RobotsAccess::DisallowAll)
    answer.closed =
        failure ? fmt::format("robots.txt: {}: {}", describe(failure->code), failure->detail)
                : fmt::format("robots.txt answered {}", page.result.status);
  answer.record = std::move(record);
  return answer;
}

}  // namespace dixit::crawler
