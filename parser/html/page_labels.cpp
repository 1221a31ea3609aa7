#include "parser/html/page_labels.h"

#include <array>

#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"
#include "parser/text/tokens.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// When languages share a word, the first of these that has it counts.
constexpr std::array kTags = {Tag::PageRelated, Tag::PageComments, Tag::PageBoilerplate,
                              Tag::PageByline,  Tag::PageUpdated,  Tag::PagePublished};

// No label is longer; longer text is not worth folding.
constexpr std::size_t kLabelBytesMax = 120;
constexpr std::size_t kLabelWordsMax = 8;

bool is_mark(char c) {
  return c != '\0' &&
         std::string_view(" :;,.!?|-+<>()[]{}/*#\"'0123456789").find(c) != std::string_view::npos;
}

// Without punctuation, digits and arrows at its ends.
std::string_view without_marks(std::string_view text) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"…", "»", "«", "›", "‹", "→", "←", "▶", "►", "•", "·", "–", "—", "▼", "▸", "“", "”", "|"});
  bool changed = true;
  while (changed && !text.empty()) {
    changed = false;
    if (is_mark(text.front())) {
      text.remove_prefix(1);
      changed = true;
    } else if (is_mark(text.back())) {
      text.remove_suffix(1);
      changed = true;
    }
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        changed = true;
      } else if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return text;
}

}  // namespace

PageLabels::PageLabels(const Knowledge& knowledge) {
  for (const Tag tag : kTags) {
    for (const Language& language : knowledge.languages()) {
      for (const std::string& phrase : language.words(tag)) labels_.try_emplace(phrase, tag);
    }
  }
}

std::optional<Tag> PageLabels::whole(std::string_view text) const {
  if (text.size() > kLabelBytesMax) return std::nullopt;
  const std::string folded = fold_word(text);
  const std::string_view label = without_marks(folded);
  const auto found = label.empty() ? labels_.end() : labels_.find(label);
  if (found == labels_.end()) return std::nullopt;
  return found->second;
}

std::pair<std::optional<Tag>, std::size_t> PageLabels::longest_at_beginning(
    std::string_view text) const {
  const std::string folded = fold_word(truncate_utf8(text, kLabelBytesMax));
  const std::string_view clean = without_marks(folded);
  std::pair<std::optional<Tag>, std::size_t> longest{std::nullopt, 0};
  std::size_t end = 0;
  for (std::size_t words = 1; words <= kLabelWordsMax && end < clean.size(); ++words) {
    end = std::min(clean.find_first_of(" :", end + 1), clean.size());
    const auto found = labels_.find(clean.substr(0, end));
    if (found != labels_.end()) longest = {found->second, words};
  }
  return longest;
}

std::optional<Tag> PageLabels::beginning(std::string_view text) const {
  return longest_at_beginning(text).first;
}

std::size_t PageLabels::beginning_words(std::string_view text, Tag tag) const {
  const auto [found, words] = longest_at_beginning(text);
  return found == tag ? words : 0;
}

std::size_t PageLabels::prefix_length(std::string_view text, Tag tag) const {
  std::size_t length = 0;
  std::size_t end = 0;
  for (std::size_t words = 0; words < kLabelWordsMax && end < text.size(); ++words) {
    end = std::min(text.find_first_of(" :\xC2", end + 1), text.size());
    const auto found = labels_.find(fold_word(text.substr(0, end)));
    if (found == labels_.end() || found->second != tag) continue;
    length = end;
    while (length < text.size() && (text[length] == ' ' || text[length] == ':')) ++length;
  }
  return length;
}

}  // namespace dixit::parser
