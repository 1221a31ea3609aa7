#include "report/text_fragment.h"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace dixit::report {
namespace {

// The draft advises ranges for long texts: one changed letter in the middle of an exact text loses
// the whole match. Browsers' own link makers change over at 300 characters.
constexpr std::size_t kExactBytesMax = 300;
constexpr std::size_t kRangeWords = 5;
// Fewer words than this may stand on a page twice.
constexpr std::size_t kLonelyWordsMax = 4;
constexpr std::size_t kContextWords = 3;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return words;
    text.remove_prefix(start);
    const std::size_t end = text.find_first_of(" \t\r\n");
    words.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return words;
    text.remove_prefix(end);
  }
}

using Words = std::vector<std::string_view>;

std::string joined(Words::const_iterator first, Words::const_iterator last) {
  return fmt::format("{}", fmt::join(first, last, " "));
}

// Percent-encodes all but RFC 3986's unreserved characters. The draft's grammar parts its terms by
// "&", "-" and ",", so that the unreserved "-" is encoded as well.
std::string encoded(std::string_view text) {
  std::string result;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '~';
    if (plain) {
      result.push_back(character);
    } else {
      result += fmt::format("%{:02X}", byte);
    }
  }
  return result;
}

// Whole words directly before the quotation on its own line, with the dash that the grammar wants.
std::string prefix_term(std::string_view prefix) {
  if (const std::size_t line = prefix.rfind('\n'); line != std::string_view::npos) {
    prefix.remove_prefix(line + 1);
  } else if (const std::size_t blank = prefix.find(' '); blank != std::string_view::npos) {
    prefix.remove_prefix(blank);  // the first word may be cut
  } else {
    return {};
  }
  const Words words = words_of(prefix);
  if (words.empty()) return {};
  const auto taken = static_cast<std::ptrdiff_t>(std::min(words.size(), kContextWords));
  return encoded(joined(words.end() - taken, words.end())) + "-,";
}

std::string suffix_term(std::string_view suffix) {
  if (const std::size_t line = suffix.find('\n'); line != std::string_view::npos) {
    suffix = suffix.substr(0, line);
  } else if (const std::size_t blank = suffix.rfind(' '); blank != std::string_view::npos) {
    suffix = suffix.substr(0, blank);
  } else {
    return {};
  }
  const Words words = words_of(suffix);
  if (words.empty()) return {};
  const auto taken = static_cast<std::ptrdiff_t>(std::min(words.size(), kContextWords));
  return ",-" + encoded(joined(words.begin(), words.begin() + taken));
}

std::string directive(const storage::QuotationRow& row) {
  const std::string_view text = row.quotation.text;
  const Words words = words_of(text);
  if (words.size() <= kLonelyWordsMax) {
    return prefix_term(row.prefix) + encoded(joined(words.begin(), words.end())) +
           suffix_term(row.suffix);
  }
  // An exact text must lie inside one block of the page, a range need not.
  const bool broken = text.find('\n') != std::string_view::npos;
  const bool can_be_range = words.size() > 2 * kRangeWords;
  if (can_be_range && (broken || text.size() > kExactBytesMax)) {
    const auto taken = static_cast<std::ptrdiff_t>(kRangeWords);
    return encoded(joined(words.begin(), words.begin() + taken)) + "," +
           encoded(joined(words.end() - taken, words.end()));
  }
  return encoded(joined(words.begin(), words.end()));
}

}  // namespace

std::string text_fragment_link(const storage::QuotationRow& row) {
  if (row.quotation.text.empty()) return row.url;
  const bool has_fragment = row.url.find('#') != std::string::npos;
  return row.url + (has_fragment ? "" : "#") + ":~:text=" + directive(row);
}

}  // namespace dixit::report
