#include "storage/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>

#include "storage/ascii.h"

namespace dixit::storage {
namespace {

constexpr UChar32 kTatweel = 0x0640;  // only stretches Arabic words

// ICU keeps these for the life of the process; nullptr when its data are missing.
const icu::Normalizer2* case_folder() {
  static const icu::Normalizer2* const kFolder = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  return kFolder;
}

const icu::Normalizer2* decomposer() {
  static const icu::Normalizer2* const kDecomposer = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }();
  return kDecomposer;
}

// Latin letters that Unicode does not decompose and that keyboards without them spell out.
std::u16string_view spelt_out(UChar32 letter) {
  switch (letter) {
    case 0x0153:  // oe
      return u"oe";
    case 0x00E6:  // ae
      return u"ae";
    case 0x00F8:  // o with stroke
      return u"o";
    case 0x0142:  // l with stroke
      return u"l";
    case 0x0111:  // d with stroke
      return u"d";
    case 0x0131:  // dotless i
      return u"i";
    default:
      return {};
  }
}

icu::UnicodeString normalised(const icu::Normalizer2* normalizer, icu::UnicodeString text) {
  UErrorCode status = U_ZERO_ERROR;
  if (normalizer == nullptr) return text;
  icu::UnicodeString out = normalizer->normalize(text, status);
  return U_SUCCESS(status) ? out : text;
}

icu::UnicodeString folded(std::string_view text) {
  // ICU counts in int32; a text beyond this is no quotation or name.
  constexpr std::size_t kBytesMax = 100'000'000;
  text = text.substr(0, kBytesMax);
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString parts = normalised(decomposer(), normalised(case_folder(), source));
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 letter = parts.char32At(i);
    if (letter == kTatweel || u_charType(letter) == U_NON_SPACING_MARK) continue;
    const auto spelt = spelt_out(letter);
    if (spelt.empty()) {
      out.append(letter);
    } else {
      out.append(spelt.data(), static_cast<std::int32_t>(spelt.size()));
    }
  }
  return out;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_word_by_itself(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(letter, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  return utf8(folded(text));
}

std::vector<std::string> words_of(std::string_view text) {
  const icu::UnicodeString letters = folded(text);
  std::vector<std::string> words;
  icu::UnicodeString word;
  const auto end_word = [&] {
    if (!word.isEmpty()) words.push_back(utf8(word));
    word.remove();
  };
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (!u_isalnum(letter)) {
      end_word();
      continue;
    }
    const bool alone = is_word_by_itself(letter);
    if (alone) end_word();
    word.append(letter);
    if (alone) end_word();
  }
  end_word();
  return words;
}

std::string spaced(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += word + ' ';
  return out;
}

}  // namespace dixit::storage
