// Whatever is read as a date is one, and its ISO form is read back the same.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/feed/feed_date.h"
#include "parser/text/date.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

void check(const std::optional<parser::DateTime>& moment) {
  if (!moment) return;
  require(parser::is_valid(*moment));
  parser::DateTime cut = *moment;
  cut.second = 0;
  using dixit::model::DatePrecision;
  const bool has_time =
      cut.precision == DatePrecision::Minute || cut.precision == DatePrecision::Hour;
  if (!has_time) cut.offset_minutes.reset();
  const auto again = parser::parse_iso_date(parser::to_iso_string(cut));
  require(again.has_value());
  require(parser::to_iso_string(*again) == parser::to_iso_string(cut));
  require(again->precision == cut.precision);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  check(parser::parse_machine_date(text));
  check(parser::parse_truncated_iso_date(text));
  check(parser::parse_feed_date(text));
  parser::MonthNames months;
  months[0] = {"janvier", "كانون الثاني"};
  months[7] = {"août"};
  check(parser::find_visible_date(text, months));
  check(parser::find_visible_date(text, months, parser::DateOrder::MonthFirst));
  return 0;
}
