#include "policy/opt_outs.h"

#include <algorithm>

#include "policy/ascii.h"
#include "policy/http_date.h"

namespace dixit::policy {
namespace {

constexpr std::string_view kUnavailableAfter = "unavailable_after";

void apply_word(PageOptOuts& out, std::string_view word) {
  const auto is = [word](std::string_view known) { return equal_ignoring_case(word, known); };
  const bool none = is("none");
  out.noindex = out.noindex || none || is("noindex");
  out.nofollow = out.nofollow || none || is("nofollow");
  out.noarchive = out.noarchive || is("noarchive") || is("nocache");
}

// Whether "name: ..." gives a robot's name and not a directive's value.
bool is_robot_name(std::string_view name) {
  const bool is_directive =
      starts_with_ignoring_case(name, "max-") || equal_ignoring_case(name, kUnavailableAfter);
  // Names hold no spaces and begin with a letter; "25 Jun 2026 15" of a time of day does not.
  return !name.empty() && !is_directive && is_alpha(name.front()) &&
         std::none_of(name.begin(), name.end(), is_space);
}

bool is_weekday(std::string_view text) {
  return !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), is_alpha);
}

// Reads the date of unavailable_after, whose comma after a weekday is none of the list's. Takes the
// rest of the date from `rest`.
std::optional<std::int64_t> read_unavailable_after(std::string_view date, std::string_view& rest,
                                                   std::int64_t now_s) {
  std::string whole(date);
  if (is_weekday(date)) whole.append(", ").append(take_field(rest, ','));
  return parse_http_date(whole, now_s);
}

void read_directive(PageOptOuts& out, std::string_view item, std::string_view& rest,
                    std::int64_t now_s) {
  const std::size_t separator = item.find_first_of(":=");
  const std::string_view name = trim(item.substr(0, separator));
  if (separator == std::string_view::npos || !equal_ignoring_case(name, kUnavailableAfter)) {
    return apply_word(out, item);
  }
  const auto until_s = read_unavailable_after(trim(item.substr(separator + 1)), rest, now_s);
  if (until_s)
    out.unavailable_after_s = std::min(out.unavailable_after_s.value_or(*until_s), *until_s);
}

}  // namespace

PageOptOuts read_x_robots_tag(std::string_view value, const OptOutReader& reader) {
  PageOptOuts ours;
  PageOptOuts others;  // read all the same, so that a date's comma is understood, and dropped
  PageOptOuts* target = &ours;
  for (std::string_view rest = value.substr(0, kOptOutBytesMax); !rest.empty();) {
    std::string_view item = trim(take_field(rest, ','));
    const std::size_t colon = item.find(':');
    const std::string_view name = trim(item.substr(0, colon));
    if (colon != std::string_view::npos && is_robot_name(name)) {
      const bool for_us =
          equal_ignoring_case(name, reader.product_token) || equal_ignoring_case(name, "robots");
      target = for_us ? &ours : &others;
      item = trim(item.substr(colon + 1));
    }
    read_directive(*target, item, rest, reader.now_s);
  }
  return ours;
}

PageOptOuts read_meta_robots(std::string_view name, std::string_view content,
                             const OptOutReader& reader) {
  name = trim(name);
  PageOptOuts out;
  if (!equal_ignoring_case(name, "robots") && !equal_ignoring_case(name, reader.product_token)) {
    return out;
  }
  for (std::string_view rest = content.substr(0, kOptOutBytesMax); !rest.empty();) {
    const std::string_view item = trim(take_field(rest, ','));
    read_directive(out, item, rest, reader.now_s);
  }
  return out;
}

PageOptOuts read_tdm(std::string_view reservation, std::string_view policy) {
  PageOptOuts out;
  out.tdm_reserved = trim(reservation) == "1";
  if (out.tdm_reserved) out.tdm_policy = trim(policy.substr(0, kOptOutBytesMax));
  return out;
}

PageOptOuts merge(PageOptOuts a, const PageOptOuts& b) {
  a.noarchive = a.noarchive || b.noarchive;
  a.noindex = a.noindex || b.noindex;
  a.nofollow = a.nofollow || b.nofollow;
  a.tdm_reserved = a.tdm_reserved || b.tdm_reserved;
  if (a.tdm_policy.empty()) a.tdm_policy = b.tdm_policy;
  if (b.unavailable_after_s) {
    a.unavailable_after_s =
        std::min(a.unavailable_after_s.value_or(*b.unavailable_after_s), *b.unavailable_after_s);
  }
  return a;
}

}  // namespace dixit::policy
