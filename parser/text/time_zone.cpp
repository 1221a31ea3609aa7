#include "parser/text/time_zone.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

struct NamedZone {
  std::string_view name;
  int offset_minutes;
};

// RFC 822 section 5.1 without its military letters, which mailers got wrong (RFC 5322 section 4.3),
// and the abbreviations that feeds use, each in its commonest meaning.
constexpr std::array<NamedZone, 46> kNamedZones{{
    {"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"west", 60},
    {"bst", 60},   {"ist", 330},  {"cet", 60},   {"cest", 120}, {"met", 60},   {"mest", 120},
    {"mez", 60},   {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},  {"msd", 240},
    {"trt", 180},  {"irst", 210}, {"pkt", 300},  {"hkt", 480},  {"sgt", 480},  {"awst", 480},
    {"jst", 540},  {"kst", 540},  {"acst", 570}, {"aest", 600}, {"aedt", 660}, {"nzst", 720},
    {"nzdt", 780}, {"est", -300}, {"edt", -240}, {"et", -300},  {"cst", -360}, {"cdt", -300},
    {"ct", -360},  {"mst", -420}, {"mdt", -360}, {"mt", -420},  {"pst", -480}, {"pdt", -420},
    {"pt", -480},  {"ast", -240}, {"adt", -180}, {"at", -240},
}};

int digits_value(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::size_t digit_run(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_ascii_digit(text[length])) ++length;
  return length;
}

// "+01:00", "-0500", "+2" at the front of `text`, which starts with the sign.
std::optional<ZonePrefix> read_offset(std::string_view text) {
  const int sign = text[0] == '-' ? -1 : 1;
  const std::string_view rest = text.substr(1);
  const std::size_t run = digit_run(rest);
  if (run == 3 || run == 4) {
    const int value = digits_value(rest.substr(0, run));
    return ZonePrefix{sign * (value / 100 * 60 + value % 100), 1 + run};
  }
  if (run != 1 && run != 2) return std::nullopt;
  const int hours = digits_value(rest.substr(0, run));
  if (run == rest.size() || rest[run] != ':') return ZonePrefix{sign * hours * 60, 1 + run};
  const std::size_t minutes_run = digit_run(rest.substr(run + 1));
  if (minutes_run != 2) return std::nullopt;
  const int minutes = digits_value(rest.substr(run + 1, 2));
  return ZonePrefix{sign * (hours * 60 + minutes), 1 + run + 1 + 2};
}

std::size_t name_run(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_ascii_alpha(text[length]) ||
                                  (length > 0 && (text[length] == '/' || text[length] == '_')))) {
    ++length;
  }
  return length;
}

}  // namespace

std::optional<ZonePrefix> read_zone(std::string_view text) {
  if (text.empty()) return ZonePrefix{};
  if (text[0] == '+' || text[0] == '-') return read_offset(text);
  const std::size_t length = name_run(text);
  if (length == 0) return ZonePrefix{};
  std::string name = ascii_lowercase(text.substr(0, length));
  // tzdb's area for the plain zones: "Etc/GMT".
  if (name.starts_with("etc/")) name.erase(0, 4);
  const auto zone =
      std::find_if(kNamedZones.begin(), kNamedZones.end(),
                   [&name](const NamedZone& candidate) { return candidate.name == name; });
  if (zone == kNamedZones.end()) return ZonePrefix{std::nullopt, length};
  const std::string_view rest = text.substr(length);
  const bool offset_follows =
      zone->offset_minutes == 0 && !rest.empty() && (rest[0] == '+' || rest[0] == '-');
  if (!offset_follows) return ZonePrefix{zone->offset_minutes, length};
  const std::optional<ZonePrefix> offset = read_offset(rest);
  if (!offset) return std::nullopt;
  return ZonePrefix{offset->offset_minutes, length + offset->length};
}

}  // namespace dixit::parser
