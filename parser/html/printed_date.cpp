#include "parser/html/printed_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "parser/html/white_space.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// A line with a date is a byline or a dateline, not a paragraph that tells of a day.
constexpr std::uint32_t kLineMassMax = 160;

// An element named for dates may say more beside.
constexpr std::uint32_t kNamedLineMassMax = 400;

// A first paragraph may begin with its place and date; this far in, one of these marks ends them.
constexpr std::size_t kDatelineBytesMax = 80;
constexpr auto kDatelineEnds = std::to_array<std::string_view>({")", "|", "–", "—", " - "});

// A line with little else than a date.
constexpr std::uint32_t kBareLineMassMax = 40;

// Lines this near the title belong to it.
constexpr int kLinesBeforeMax = 4;
constexpr int kLinesAfterMax = 6;
constexpr int kLinesBelowMax = 14;

// So many lines in elements of one kind, each with a date, are a list of other things.
constexpr int kListedMin = 4;

// Nothing makes up for standing among other articles, but beside the title names often err.
constexpr int kForeignPenalty = 6;
constexpr int kLinesBesideMax = 2;

// How far above a line the name of an element still speaks of it.
constexpr int kNamedLevelsMax = 3;

// More lines with digits than an honest page has; each is searched for a date.
constexpr std::size_t kCandidatesMax = 400;

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

// Whether the text has a digit of any script: Arabic-Indic, Persian and Devanagari ones begin with
// these bytes.
bool may_hold_date(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos ||
         text.find('\xD9') != std::string_view::npos ||
         text.find('\xDB') != std::string_view::npos ||
         text.find("\xE0\xA5") != std::string_view::npos;
}

bool has_any(const std::string& names, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return names.find(part) != std::string::npos; });
}

enum class NameHint { None, Date, Change, Upkeep };

// What class, id and property of an element say of a date in it.
NameHint hint_of(const Tree& tree, NodeIndex node) {
  std::string names;
  for (const std::string_view attribute : {"class", "id", "itemprop"}) {
    names.append(ascii_lowercase(tree.attribute(node, attribute))).append(" ");
  }
  if (has_any(names, {"publi", "entry-date", "post-date", "postdate", "posted", "creat"})) {
    return NameHint::Date;
  }
  if (has_any(names, {"updat", "modif", "revis", "change"})) return NameHint::Change;
  if (has_any(names, {"copyright", "weather", "today", "current", "clock", "event"})) {
    return NameHint::Upkeep;
  }
  if (has_any(names, {"date", "time", "datum", "byline", "meta", "author", "post-footer",
                      "entry-footer", "article-footer"}))
    return NameHint::Date;
  return NameHint::None;
}

class Finder {
 public:
  Finder(const Knowledge& knowledge, const PageLabels& labels, const Tree& tree,
         const PageText& text, const ArticlePlace& place, std::string_view language)
      : labels_(labels),
        tree_(tree),
        text_(text),
        place_(place),
        dates_(all_months(knowledge), order_of(language)),
        distances_(lines_from_title(text.lines, place)) {}

  std::optional<PrintedDate> run() {
    collect();
    std::optional<PrintedDate> best;
    for (const Candidate& candidate : candidates_) {
      int evidence = candidate.printed.evidence;
      const bool is_listed = listed_[key_of(candidate.line)] >= kListedMin;
      if (is_listed && !candidate.is_near) evidence -= 4;
      if (evidence < kPrintedMin || (best && best->evidence >= evidence)) continue;
      best = candidate.printed;
      best->evidence = evidence;
    }
    return best;
  }

 private:
  struct Candidate {
    std::size_t line = 0;
    bool is_near = false;
    PrintedDate printed;
  };
  using Key = std::pair<GumboTag, std::string_view>;

  [[nodiscard]] Key key_of(std::size_t line) const {
    const NodeIndex owner = text_.lines[line].owner;
    return {tree_[owner].tag, tree_.attribute(owner, "class")};
  }

  // The line's text, with a space between the elements that a design sets apart.
  [[nodiscard]] std::string text_of(const TextBlock& line) const {
    std::string out;
    for (NodeIndex i = line.first; i <= line.last; ++i) {
      if (tree_[i].is_text()) out.append(tree_[i].text).append(" ");
    }
    return collapse_white_space(out);
  }

  // What the line may say of a date: all of it, or of a paragraph its dateline.
  [[nodiscard]] std::string readable_part(std::size_t i, int evidence) const {
    const TextBlock& line = text_.lines[i];
    if (line.mass <= kLineMassMax) return text_of(line);
    if (line.mass <= kNamedLineMassMax && evidence > 0) return text_of(line);
    if (distances_[i] < 0 || distances_[i] > kLinesAfterMax) return {};
    const std::string_view start = std::string_view(line.text).substr(0, kDatelineBytesMax);
    std::size_t end = std::string_view::npos;
    for (const std::string_view mark : kDatelineEnds) end = std::min(end, start.find(mark));
    return end == std::string_view::npos ? std::string() : std::string(start.substr(0, end));
  }

  void collect() {
    for (std::size_t i = 0; i < text_.lines.size() && candidates_.size() < kCandidatesMax; ++i) {
      const TextBlock& line = text_.lines[i];
      if (!may_hold_date(std::string_view(line.text).substr(0, std::size_t{kNamedLineMassMax} * 2)))
        continue;
      const int evidence = evidence_of_names(line);
      const std::string text = readable_part(i, evidence);
      if (text.empty() || is_labelled(i, text, Tag::PageUpdated)) continue;
      const auto date = dates_.find(text);
      if (date && date->precision <= model::DatePrecision::Day) add(i, text, evidence, *date);
    }
  }

  void add(std::size_t i, std::string_view text, int evidence, const DateTime& date) {
    const TextBlock& line = text_.lines[i];
    if (is_labelled(i, text, Tag::PagePublished)) evidence += 4;
    const int distance = distances_[i];
    const bool is_near = distance >= -kLinesBeforeMax && distance <= kLinesAfterMax;
    if (is_near) {
      evidence += 2;
    } else if (distance > 0 && distance <= kLinesBelowMax) {
      evidence += 1;
    }
    if (place_.is_foreign(line.first))
      evidence -= std::abs(distance) <= kLinesBesideMax ? 1 : kForeignPenalty;
    if (line.mass <= kBareLineMassMax) ++evidence;
    if (text.find("©") != std::string::npos) evidence -= 4;
    ++listed_[key_of(i)];
    candidates_.push_back({i, is_near, {date, evidence}});
  }

  // The label may stand in the line itself or be a line of its own before it.
  [[nodiscard]] bool is_labelled(std::size_t i, std::string_view text, Tag tag) const {
    // A bare article or preposition before a date labels nothing.
    const std::size_t label_bytes_min = tag == Tag::PagePublished ? 3 : 1;
    if (labels_.prefix_length(text, tag) >= label_bytes_min) return true;
    return i > 0 && labels_.whole(text_.lines[i - 1].text) == tag;
  }

  [[nodiscard]] int evidence_of_names(const TextBlock& line) const {
    NodeIndex node = tree_[line.first].parent;
    for (int level = 0; level < kNamedLevelsMax && node != kNoNode; ++level) {
      switch (hint_of(tree_, node)) {
        case NameHint::Date:
          return level == 0 ? 3 : 2;
        case NameHint::Change:
          return -1;
        case NameHint::Upkeep:
          return -3;
        case NameHint::None:
          break;
      }
      node = tree_[node].parent;
    }
    return 0;
  }

  const PageLabels& labels_;
  const Tree& tree_;
  const PageText& text_;
  const ArticlePlace& place_;
  VisibleDates dates_;
  std::vector<int> distances_;
  std::vector<Candidate> candidates_;
  std::map<Key, int> listed_;
};

}  // namespace

std::optional<PrintedDate> find_printed_date(const Knowledge& knowledge, const PageLabels& labels,
                                             const Tree& tree, const PageText& text,
                                             const ArticlePlace& place, std::string_view language) {
  return Finder(knowledge, labels, tree, text, place, language).run();
}

}  // namespace dixit::parser
