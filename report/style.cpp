#include "report/style.h"

namespace dixit::report {
namespace {

// Bold, dim, italic and the eight first colours only: readers choose their own shades of these.
std::string_view escape_of(Tone tone) {
  switch (tone) {
    case Tone::Plain:
      return "";
    case Tone::Heading:
      return "\x1b[1m";
    case Tone::Label:
    case Tone::Faint:
      return "\x1b[2m";
    case Tone::Words:
      return "\x1b[3m";
    case Tone::Name:
      return "\x1b[1;36m";
    case Tone::Cue:
      return "\x1b[32m";
    case Tone::Hedge:
      return "\x1b[33m";
    case Tone::Threat:
      return "\x1b[1;31m";
  }
  return "";
}

constexpr std::string_view kReset = "\x1b[0m";

}  // namespace

std::string toned(const Style& style, Tone tone, std::string_view text) {
  const std::string_view escape = escape_of(tone);
  if (!style.colour || escape.empty() || text.empty()) return std::string(text);
  return std::string(escape).append(text).append(kReset);
}

}  // namespace dixit::report
