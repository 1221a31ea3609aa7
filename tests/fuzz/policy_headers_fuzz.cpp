// Any bytes may stand in a header: answers are repeatable and stay within their bounds.
#include <cstddef>
#include <cstdint>
#include <string>

#include "policy/http_date.h"
#include "policy/ip_address.h"
#include "policy/opt_outs.h"
#include "policy/retry_after.h"
#include "policy/user_agent.h"
#include "tests/fuzz/require.h"

namespace {

namespace policy = dixit::policy;
using dixit::fuzz::require;

constexpr std::int64_t kNowMs = 1'780'000'000'000;

void check_dates(std::string_view value) {
  const auto until = policy::retry_after_until_ms(value, kNowMs);
  require(until == policy::retry_after_until_ms(value, kNowMs));
  if (until) require(*until >= kNowMs && *until <= kNowMs + policy::kRetryAfterMsMax);
  // Years have at most four digits, and zones move a date by less than a day.
  constexpr std::int64_t kYear0 = -62'167'219'200;
  constexpr std::int64_t kYear10000 = 253'402'300'800;
  const auto date = policy::parse_http_date(value, kNowMs / 1000);
  if (date) require(*date >= kYear0 - 86'400 && *date < kYear10000 + 86'400);
}

void check_opt_outs(std::string_view value) {
  const policy::OptOutReader reader{"Dixit", kNowMs / 1000};
  const policy::PageOptOuts header = policy::read_x_robots_tag(value, reader);
  require(header == policy::read_x_robots_tag(value, reader));
  require(merge(header, header) == header);
  require(merge(header, {}) == header);
  // Without a name for another robot, the header and the meta element mean the same.
  if (value.find(':') == std::string_view::npos) {
    require(header == policy::read_meta_robots("robots", value, reader));
  }
}

void check_names(const std::string& value) {
  if (const auto address = policy::parse_ip_address(value)) {
    require(policy::parse_ip_address(to_string(*address)) == address);
  }
  const auto user_agent = policy::make_user_agent("1", value);
  if (user_agent) require(user_agent->find_first_of("\r\n") == std::string::npos);
  if (policy::check_contact(value) == policy::ContactProblem::None) require(user_agent.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string value(data, data + size);
  check_dates(value);
  check_opt_outs(value);
  check_names(value);
  return 0;
}
