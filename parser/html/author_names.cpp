#include "parser/html/author_names.h"

#include <algorithm>
#include <array>

#include "parser/html/white_space.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"
#include "parser/text/tokens.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// A name is not a paragraph, and a row of names is not a page.
constexpr std::size_t kNameBytesMax = 80;
constexpr std::size_t kRowBytesMax = 400;
constexpr std::size_t kNameWordsMax = 6;
constexpr std::size_t kNamesMax = 32;

// With so many words a label inside the text belongs to no name: "All articles by A. Author".
constexpr std::size_t kLabelledWordsMin = 5;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_lower(std::string_view word) {
  return !word.empty() &&
         strip_diacritics(fold_word(word)) == strip_diacritics(std::string(word)) &&
         (is_ascii_lower(word.front()) || static_cast<unsigned char>(word.front()) == 0xC3);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks = " ,;:|/-.&\"'*";
  while (!text.empty() && kMarks.find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() != '.' &&
         kMarks.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

// An address, a user name or a number where a name should stand.
bool is_address(std::string_view part) {
  if (part.find("://") != std::string_view::npos || part.find('@') != std::string_view::npos ||
      part.find("www.") != std::string_view::npos) {
    return true;
  }
  if (part.find(' ') != std::string_view::npos) return false;
  const bool all_digits = std::ranges::all_of(part, is_ascii_digit);
  const std::size_t dot = part.find('.');
  return all_digits ||
         (dot != std::string_view::npos && dot + 1 < part.size() && is_ascii_lower(part.front()));
}

void add_once(std::vector<std::string>& names, std::string_view name) {
  if (names.size() < kNamesMax && std::ranges::find(names, name) == names.end()) {
    names.emplace_back(name);
  }
}

}  // namespace

void AuthorNames::add(std::string_view text) {
  std::string clean = collapse_white_space(text);
  if (clean.empty() || clean.size() > kRowBytesMax || clean.front() == '(') return;
  if (clean.find("(www.") != std::string::npos) {
    add_once(substitutes_, std::string_view(clean).substr(0, clean.find(" (")));
    return;
  }
  clean.erase(std::min(clean.find(" ("), clean.size()));
  const std::string_view segment = trimmed(name_segment(without_label(clean)));
  const std::vector<std::string> parts = split(segment);
  for (const std::string& part : parts) add_part(part, parts.size() == 1);
}

std::string_view AuthorNames::without_label(std::string_view text) const {
  for (const Tag tag : {Tag::PagePublished, Tag::PageByline}) {
    text = text.substr(labels_.prefix_length(text, tag));
  }
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || (words.size() < kLabelledWordsMin && !is_lower(words.front()))) return text;
  for (std::size_t at = text.rfind(' '); at != std::string_view::npos && at > 0;
       at = text.rfind(' ', at - 1)) {
    const std::size_t label = labels_.prefix_length(text.substr(at + 1), Tag::PageByline);
    if (label != 0 && at + 1 + label < text.size()) return text.substr(at + 1 + label);
  }
  return text;
}

std::string_view AuthorNames::name_segment(std::string_view text) const {
  const std::vector<std::string_view> segments = title_segments(text);
  const auto found = std::ranges::find_if(
      segments, [this](std::string_view segment) { return !site_.is_site(segment); });
  return found == segments.end() ? text : *found;
}

bool AuthorNames::is_conjunction(std::string_view word) const {
  if (word == "&") return true;
  return std::ranges::any_of(knowledge_.languages(), [&](const Language& language) {
    return std::ranges::find(language.words(Tag::Conjunction), word) !=
           language.words(Tag::Conjunction).end();
  });
}

std::vector<std::string> AuthorNames::split(std::string_view text) const {
  std::vector<std::string> parts{""};
  const std::vector<std::string_view> words = words_of(text);
  const bool has_comma = text.find_first_of(",;") != std::string_view::npos;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    // Between two full names, or at the end of a row of them; some surnames hold one too.
    const bool may_part = has_comma || (i >= 2 && i + 2 < words.size());
    if (may_part && i > 0 && i + 1 < words.size() && is_conjunction(word)) {
      parts.emplace_back();
      continue;
    }
    const std::size_t semicolon = word.find(';');
    if (semicolon != std::string_view::npos && semicolon + 1 < word.size()) {
      parts.back() += (parts.back().empty() ? "" : " ") + std::string(word.substr(0, semicolon));
      parts.emplace_back();
      word.remove_prefix(semicolon + 1);
    }
    const bool ends = word.back() == ',' || word.back() == ';' || word == "/";
    if (!parts.back().empty()) parts.back() += ' ';
    if (word != "/") parts.back() += ends ? word.substr(0, word.size() - 1) : word;
    if (ends) parts.emplace_back();
  }
  std::erase_if(parts, [](const std::string& part) { return trimmed(part).empty(); });
  return parts;
}

// What stands after a name and is none: a job title, a degree, a place of work.
bool AuthorNames::is_description(std::string_view part) const {
  const std::vector<std::string_view> words = words_of(part);
  if (words.size() < 2) return true;
  return std::ranges::any_of(words, [&](std::string_view word) {
    const std::string folded = fold_word(word);
    return std::ranges::any_of(knowledge_.languages(), [&](const Language& language) {
      const auto roles = language.words(Tag::RoleNoun);
      return std::ranges::find(roles, folded) != roles.end();
    });
  });
}

// Whether the word opens a date or belongs to one: a month, a weekday, "published".
bool AuthorNames::opens_date(std::string_view word) const {
  std::string folded = fold_word(word);
  while (folded.ends_with('.') || folded.ends_with(',')) folded.pop_back();
  if (labels_.whole(folded) == Tag::PagePublished) return true;
  return std::ranges::any_of(knowledge_.languages(), [&](const Language& language) {
    const auto days = language.words(Tag::Weekday);
    return std::ranges::find(days, folded) != days.end() ||
           std::ranges::any_of(language.months, [&](const std::vector<std::string>& names) {
             return std::ranges::find(names, folded) != names.end();
           });
  });
}

void AuthorNames::add_part(std::string_view part, bool is_alone) {
  part = trimmed(part);
  if (labels_.whole(part)) return;
  // "A. Author am", "A. Author December": what follows a name in a line.
  while (part.find(' ') != std::string_view::npos) {
    const std::size_t last = part.rfind(' ');
    const std::string_view word = part.substr(last + 1);
    const bool is_loose = is_lower(word) && (!is_alone || words_of(part).size() > 2);
    if (!is_loose && !opens_date(word)) break;
    part = trimmed(part.substr(0, last));
  }
  if (part.find(' ') != std::string_view::npos && is_lower(words_of(part).front())) return;
  if (opens_date(part) || labels_.whole(part)) return;
  if (part.empty() || part.size() > kNameBytesMax || words_of(part).size() > kNameWordsMax) return;
  if (is_address(part) || site_.is_site(part)) {
    add_once(substitutes_, part);
    return;
  }
  if (!is_alone && is_description(part)) return;
  add_once(names_, part);
}

}  // namespace dixit::parser
