#include "parser/html/page_dates.h"

#include <algorithm>

#include "parser/html/drop_rules.h"
#include "parser/html/page_labels.h"
#include "parser/html/text_blocks.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// A line with a date is a byline or a dateline, not a paragraph that tells of a day.
constexpr std::uint32_t kLineMassMax = 160;

// How many lines after the title are looked at.
constexpr std::size_t kLinesAfterTitleMax = 12;

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

// `count` digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit_at(text, i)) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<DateTime> day(int year, int month, int day_of_month) {
  DateTime date;
  date.year = year;
  date.month = month;
  date.day = day_of_month;
  if (year < 1990 || year > 2100 || !is_valid(date)) return std::nullopt;
  return date;
}

bool is_separator(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

// A day written at `at`: year, separator, month, the same separator, day; or eight digits.
std::optional<DateTime> day_at(std::string_view path, std::size_t at) {
  const int year = number_at(path, at, 4);
  if (year < 0) return std::nullopt;
  const std::size_t after = at + 4;
  if (!is_digit_at(path, at + 8) && number_at(path, after, 4) >= 0) {
    return day(year, number_at(path, after, 2), number_at(path, after + 2, 2));
  }
  if (after >= path.size() || !is_separator(path[after])) return std::nullopt;
  const char separator = path[after];
  const std::size_t month_digits = is_digit_at(path, after + 2) ? 2 : 1;
  const std::size_t second = after + 1 + month_digits;
  if (second >= path.size() || path[second] != separator) return std::nullopt;
  const std::size_t day_digits = is_digit_at(path, second + 2) ? 2 : 1;
  if (is_digit_at(path, second + 1 + day_digits)) return std::nullopt;
  return day(year, number_at(path, after + 1, month_digits),
             number_at(path, second + 1, day_digits));
}

MonthNames all_months(const Knowledge& knowledge) {
  MonthNames names;
  for (const Language& language : knowledge.languages()) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      names[i].insert(names[i].end(), language.months[i].begin(), language.months[i].end());
    }
  }
  return names;
}

// Americans write the month first; so does English that does not say where it is from.
DateOrder order_of(std::string_view language) {
  const std::string tag = ascii_lowercase(language);
  return tag == "en" || tag == "en-us" || tag == "en-ca" ? DateOrder::MonthFirst
                                                         : DateOrder::DayFirst;
}

class Finder {
 public:
  Finder(const Knowledge& knowledge, std::string_view language)
      : labels_(knowledge), months_(all_months(knowledge)), order_(order_of(language)) {}

  std::optional<DateTime> run(const Tree& tree, NodeIndex title) {
    const std::vector<TextBlock> blocks = collect_text_blocks(tree, mark_machinery(tree));
    const auto first = std::ranges::find_if(
        blocks, [&](const TextBlock& block) { return title == kNoNode || block.first >= title; });
    const auto count = std::min<std::ptrdiff_t>(kLinesAfterTitleMax, blocks.end() - first);
    const std::span<const TextBlock> below(first, static_cast<std::size_t>(count));
    if (auto found = labelled(blocks)) return found;
    for (const TextBlock& block : below) {
      if (auto found = in_line(block.text, block.mass)) return found;
    }
    // Some templates put the date above the title.
    const auto above_count = std::min<std::ptrdiff_t>(4, first - blocks.begin());
    for (auto block = first; block != first - above_count;) {
      --block;
      if (auto found = in_line(block->text, block->mass)) return found;
    }
    return std::nullopt;
  }

 private:
  // The first line that a label calls a date of publication.
  std::optional<DateTime> labelled(const std::vector<TextBlock>& blocks) {
    for (const TextBlock& block : blocks) {
      if (block.mass > kLineMassMax) continue;
      const std::size_t label = labels_.prefix_length(block.text, Tag::PagePublished);
      if (label < 3) continue;
      if (auto found = in_line(std::string_view(block.text).substr(label), block.mass))
        return found;
    }
    return std::nullopt;
  }

  std::optional<DateTime> in_line(std::string_view text, std::uint32_t mass) {
    if (mass > kLineMassMax || text.find_first_of("0123456789") == std::string_view::npos) {
      if (!(mass <= kLineMassMax && has_other_digits(text))) return std::nullopt;
    }
    if (labels_.prefix_length(text, Tag::PageUpdated) != 0) return std::nullopt;
    auto found = find_visible_date(text, months_, order_);
    if (found && found->precision > model::DatePrecision::Day) return std::nullopt;
    return found;
  }

  // Digits of other scripts begin with these bytes: Arabic-Indic, Persian, Devanagari.
  static bool has_other_digits(std::string_view text) {
    return text.find("\xD9") != std::string_view::npos ||
           text.find("\xDB") != std::string_view::npos ||
           text.find("\xE0\xA5") != std::string_view::npos;
  }

  PageLabels labels_;
  MonthNames months_;
  DateOrder order_;
};

}  // namespace

std::optional<DateTime> date_of_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t at = scheme == std::string_view::npos ? 0 : url.find('/', scheme + 3);
  for (; at < url.size(); ++at) {
    if (!is_ascii_digit(url[at]) || (at > 0 && is_ascii_digit(url[at - 1]))) continue;
    if (auto found = day_at(url, at)) return found;
  }
  return std::nullopt;
}

std::optional<DateTime> find_printed_date(const Knowledge& knowledge, const Tree& tree,
                                          NodeIndex title, std::string_view language) {
  return Finder(knowledge, language).run(tree, title);
}

}  // namespace dixit::parser
