#include "parser/feed/local_date_words.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <memory>
#include <set>
#include <string>

#include "parser/text/calendar_words.h"
#include "parser/text/loose_date.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// The offset that all time zones of the language's country have at the moment, if they agree.
std::optional<int> national_offset(const std::string& language, const DateTime& moment) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale likely(language.c_str());
  likely.addLikelySubtags(status);
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL, likely.getCountry(), nullptr, status));
  if (U_FAILURE(status)) return std::nullopt;
  const double local_ms = static_cast<double>(to_unix_seconds(moment)) * 1000;
  std::optional<int> common;
  while (const icu::UnicodeString* id = zones->snext(status)) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(*id));
    std::int32_t standard_ms = 0;
    std::int32_t summer_ms = 0;
    constexpr UBool kIsLocal = true;
    zone->getOffset(local_ms, kIsLocal, standard_ms, summer_ms, status);
    const int minutes = (standard_ms + summer_ms) / 60'000;
    if (common && *common != minutes) return std::nullopt;
    common = minutes;
  }
  return U_FAILURE(status) ? std::nullopt : common;
}

}  // namespace

std::optional<DateTime> parse_local_date(std::string_view text) {
  std::set<std::string_view> scripts;
  const DateWordClassifier classify = [&](std::string_view word) -> DateWord {
    const DateWord format = classify_format_word(word);
    if (format.kind != DateWordKind::Unknown) return format;
    const DateWord local = calendar_word(word);
    const std::string_view script = script_of(word);
    // A single letter beyond the alphabets after a number says which number it is: year, month, ...
    const bool is_unit =
        local.kind == DateWordKind::Unknown && count_code_points(word) == 1 && script != "Latn";
    if (local.kind != DateWordKind::Unknown || is_unit) scripts.insert(script);
    return is_unit ? DateWord{DateWordKind::Filler} : local;
  };
  std::optional<DateTime> moment = parse_loose_date(text, classify);
  const bool lacks_zone =
      moment && !moment->offset_minutes && moment->precision == model::DatePrecision::Minute;
  if (!lacks_zone || scripts.size() != 1) return moment;
  const std::string language = calendar_language_of(*scripts.begin());
  if (!language.empty()) moment->offset_minutes = national_offset(language, *moment);
  return moment;
}

}  // namespace dixit::parser
