#include "parser/text/calendar_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uscript.h>

#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "parser/text/fold.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

std::string folded(const icu::UnicodeString& word) {
  std::string utf8;
  word.toUTF8String(utf8);
  // Abbreviations end in a dot where the language wants one.
  while (utf8.ends_with('.')) utf8.pop_back();
  return fold(utf8);
}

// Words of dates in all of CLDR's languages, by their folded form.
class WordIndex {
 public:
  WordIndex() {
    std::int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    for (const icu::Locale& locale : std::span(locales, static_cast<std::size_t>(count))) {
      // A language's own locale; regions hardly differ in these words.
      if (*locale.getCountry() == '\0') add_language(locale);
    }
  }

  DateWord find(std::string_view word) const {
    const auto found = words_.find(fold(word));
    return found == words_.end() ? DateWord{} : found->second;
  }

  // The one language that writes dates in `script`, or null.
  const icu::Locale* only_language_of(std::string_view script) const {
    const auto found = languages_.find(script);
    return found == languages_.end() || found->second.size() != 1 ? nullptr
                                                                  : &*found->second.begin();
  }

 private:
  struct ByLanguage {
    bool operator()(const icu::Locale& a, const icu::Locale& b) const {
      return std::string_view(a.getLanguage()) < std::string_view(b.getLanguage());
    }
  };

  void add_language(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, status);
    if (U_FAILURE(status)) return;
    using Symbols = icu::DateFormatSymbols;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        add_months({months, static_cast<std::size_t>(count)}, locale);
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        for (const icu::UnicodeString& day : Words(days, static_cast<std::size_t>(count))) {
          add(day, {DateWordKind::Weekday}, locale);
        }
      }
    }
    std::int32_t count = 0;
    const icu::UnicodeString* halves = symbols.getAmPmStrings(count);
    if (count != 2) return;
    const Words words(halves, 2);
    add(words.front(), {DateWordKind::Am}, locale);
    add(words.back(), {DateWordKind::Pm}, locale);
  }

  using Words = std::span<const icu::UnicodeString>;

  // Calendars may have thirteen; those of the twelve count.
  void add_months(Words months, const icu::Locale& locale) {
    int number = 0;
    for (const icu::UnicodeString& month : months) {
      if (++number <= 12) add(month, {DateWordKind::Month, number}, locale);
    }
  }

  void add(const icu::UnicodeString& text, const DateWord& meaning, const icu::Locale& locale) {
    const std::string word = folded(text);
    if (word.empty()) return;
    languages_[script_of(word)].insert(locale);
    const auto [known, is_new] = words_.emplace(word, meaning);
    const bool is_settled = known->second == meaning || known->second.kind == DateWordKind::Unknown;
    if (is_new || is_settled) return;
    // A month's name beats a day's; two months under one name are told apart by nothing.
    const bool both_months =
        known->second.kind == DateWordKind::Month && meaning.kind == DateWordKind::Month;
    if (both_months) {
      known->second = {DateWordKind::Unknown};
    } else if (meaning.kind == DateWordKind::Month) {
      known->second = meaning;
    }
  }

  std::unordered_map<std::string, DateWord> words_;
  std::map<std::string_view, std::set<icu::Locale, ByLanguage>> languages_;
};

const WordIndex& word_index() {
  static const WordIndex kIndex;
  return kIndex;
}

}  // namespace

DateWord calendar_word(std::string_view word) { return word_index().find(word); }

std::string_view script_of(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getShortName(
      uscript_getScript(static_cast<UChar32>(decode_at(word, 0).value), &status));
}

std::string calendar_language_of(std::string_view script) {
  const icu::Locale* language = word_index().only_language_of(script);
  return language == nullptr ? std::string() : language->getName();
}

}  // namespace dixit::parser
