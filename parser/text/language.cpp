#include "parser/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// The statistics are settled long before this; a book in one page costs no more.
constexpr std::size_t kSampleBytesMax = 256u << 10;

// CLD2 still speaks of some languages by codes that ISO 639 has withdrawn.
std::string modern_code(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "in") return "id";
  if (code == "ji") return "yi";
  if (code == "jw") return "jv";
  return std::string(code);
}

}  // namespace

std::string primary_subtag(std::string_view tag) {
  tag = trim_ascii(tag);
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  const bool is_subtag = primary.size() >= 2 && primary.size() <= 3 &&
                         std::all_of(primary.begin(), primary.end(), is_ascii_alpha);
  return is_subtag ? modern_code(ascii_lowercase(primary)) : "";
}

DetectedLanguage detect_language(std::string_view text, std::string_view hint) {
  text = truncate_utf8(text, kSampleBytesMax);
  const std::string hinted = primary_subtag(hint);
  const CLD2::CLDHints hints{hinted.empty() ? nullptr : hinted.c_str(), nullptr,
                             CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool reliable = false;
  int valid_prefix_bytes = 0;
  constexpr bool kIsPlainText = true;
  const CLD2::Language summary = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), kIsPlainText, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &text_bytes, &reliable, &valid_prefix_bytes);
  const bool known = summary != CLD2::UNKNOWN_LANGUAGE;
  if (known && reliable) return {modern_code(CLD2::LanguageCode(summary)), true};
  if (!hinted.empty()) return {hinted, false};
  if (known) return {modern_code(CLD2::LanguageCode(summary)), false};
  return {};
}

}  // namespace dixit::parser
