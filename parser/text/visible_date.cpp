#include <unicode/uscript.h>

#include <string>
#include <vector>

#include "parser/text/calendar_words.h"
#include "parser/text/date.h"
#include "parser/text/date_pieces.h"
#include "parser/text/loose_date.h"
#include "parser/text/tokens.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

using model::DatePrecision;

// A byline's paragraph; a date further down belongs to the story, not to its publication.
constexpr std::size_t kVisibleTextBytesMax = 4096;

// Longest word that may stand between the parts of a date: "15 de enero de 2021", "1er", "15th".
constexpr std::size_t kLinkWordLettersMax = 3;

// A comma, a dash and a word or two part a date from its time: "15 janvier 2021 — mis à 10:30".
constexpr std::size_t kTimeReachPieces = 6;

// Month numbers by name, with and without diacritics.
MonthIndex index_months(const MonthNames& months) {
  MonthIndex index;
  for (std::size_t i = 0; i < months.size(); ++i) {
    for (const std::string& name : months[i]) {
      index.emplace(name, static_cast<int>(i) + 1);
      index.emplace(strip_diacritics(name), static_cast<int>(i) + 1);
    }
  }
  return index;
}

class DateFinder {
 public:
  DateFinder(std::vector<Piece> pieces, const MonthIndex& months, DateOrder order)
      : pieces_(std::move(pieces)), months_(months), order_(order) {}

  std::optional<DateTime> find() {
    for (std::size_t start = 0; start < pieces_.size(); ++start) {
      next_ = start;
      DateTime moment;
      if (!read_date(moment) || !is_valid(moment)) continue;
      if (!read_time_after(moment)) read_time_before(moment, start);
      return moment;
    }
    return std::nullopt;
  }

 private:
  const Piece* peek() const { return next_ < pieces_.size() ? &pieces_[next_] : nullptr; }

  bool read_date(DateTime& moment) {
    const std::size_t start = next_;
    for (const auto form : {&DateFinder::day_month_year, &DateFinder::month_day_year,
                            &DateFinder::year_month_day, &DateFinder::all_numbers}) {
      next_ = start;
      if ((this->*form)(moment)) return true;
    }
    return false;
  }

  bool take_number(int& field, std::size_t digits_min, std::size_t digits_max) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != PieceKind::Number) return false;
    if (piece->length < digits_min || piece->length > digits_max) return false;
    field = piece->value;
    ++next_;
    return true;
  }

  bool take_day(int& day) { return take_number(day, 1, 2) && day >= 1 && day <= 31; }
  bool take_year(int& year) { return take_number(year, 4, 4); }

  bool take_mark(char32_t mark) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != PieceKind::Mark || piece->mark != mark) return false;
    ++next_;
    return true;
  }

  int month_at(std::size_t index) const {
    const auto found = months_.find(pieces_[index].folded);
    if (found != months_.end()) return found->second;
    const auto bare = months_.find(strip_diacritics(pieces_[index].folded));
    return bare != months_.end() ? bare->second : 0;
  }

  // "15 WORD 2021" and "15. WORD 2021" is how most of the languages that we have no months of write
  // a date; only there is it worth asking for the word.
  bool stands_between_numbers(std::size_t index) const {
    const auto number_at = [&](std::size_t at, std::size_t digits_min) {
      return at < pieces_.size() && pieces_[at].kind == PieceKind::Number &&
             pieces_[at].length >= digits_min;
    };
    const bool has_day =
        index > 0 && (number_at(index - 1, 1) || (index > 1 && number_at(index - 2, 1)));
    return has_day && (number_at(index + 1, 4) || number_at(index + 2, 4));
  }

  int foreign_month_at(std::size_t index) const {
    const DateWord word = calendar_word(pieces_[index].folded);
    return word.kind == DateWordKind::Month ? word.month : 0;
  }

  bool take_month(int& month) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != PieceKind::Word) return false;
    // Levantine Arabic has months of two words, whose first alone is another word or none.
    if (next_ + 1 < pieces_.size() && pieces_[next_ + 1].kind == PieceKind::Word) {
      const auto pair = months_.find(piece->folded + " " + pieces_[next_ + 1].folded);
      if (pair != months_.end()) {
        month = pair->second;
        next_ += 2;
        return true;
      }
    }
    month = month_at(next_);
    if (month == 0 && stands_between_numbers(next_)) month = foreign_month_at(next_);
    if (month == 0) return false;
    ++next_;
    return true;
  }

  // Dots, commas, ordinal signs and little words between the parts: at most two of them.
  void skip_links() {
    for (int skipped = 0; skipped < 2; ++skipped) {
      const Piece* piece = peek();
      if (piece == nullptr || piece->kind == PieceKind::Number) return;
      const bool is_little = piece->length <= kLinkWordLettersMax && month_at(next_) == 0;
      if (piece->kind == PieceKind::Word && !is_little) return;
      ++next_;
    }
  }

  bool day_month_year(DateTime& moment) {
    if (!take_day(moment.day)) return false;
    skip_links();
    if (!take_month(moment.month)) return false;
    skip_links();
    return take_year(moment.year);
  }

  bool month_day_year(DateTime& moment) {
    if (!take_month(moment.month)) return false;
    skip_links();
    if (!take_day(moment.day)) return false;
    skip_links();
    return take_year(moment.year);
  }

  bool year_month_day(DateTime& moment) {
    if (!take_year(moment.year)) return false;
    skip_links();
    if (!take_month(moment.month)) return false;
    skip_links();
    return take_day(moment.day);
  }

  bool all_numbers(DateTime& moment) {
    const Piece* first = peek();
    if (first == nullptr || first->kind != PieceKind::Number) return false;
    if (first->length == 4) return numbers_from_year(moment);
    int one = 0;
    int two = 0;
    if (!take_number(one, 1, 2)) return false;
    const char32_t mark = peek() != nullptr ? peek()->mark : 0;
    if (!take_separator(mark) || !take_number(two, 1, 2) || !take_separator(mark)) return false;
    if (!take_year(moment.year) && !take_short_year(moment.year)) return false;
    // A dot is never used where the month comes first, and no month is above twelve.
    const bool month_first =
        two > 12 || (order_ == DateOrder::MonthFirst && mark != U'.' && one <= 12);
    moment.day = month_first ? two : one;
    moment.month = month_first ? one : two;
    return true;
  }

  bool take_separator(char32_t mark) {
    return (mark == U'.' || mark == U'/' || mark == U'-') && take_mark(mark);
  }

  bool take_short_year(int& year) {
    if (!take_number(year, 2, 2)) return false;
    year = full_year(year);
    return true;
  }

  // "2021-01-15", "2021/1/15", and with a letter of an ideographic script after each number.
  bool numbers_from_year(DateTime& moment) {
    return take_year(moment.year) && take_number_link() && take_number(moment.month, 1, 2) &&
           take_number_link() && take_number(moment.day, 1, 2);
  }

  bool take_number_link() {
    const Piece* piece = peek();
    if (piece == nullptr) return false;
    UErrorCode status = U_ZERO_ERROR;
    const bool is_unit =
        piece->kind == PieceKind::Word && piece->length == 1 &&
        uscript_getScript(static_cast<UChar32>(piece->mark), &status) != USCRIPT_LATIN;
    const bool is_mark = piece->mark == U'-' || piece->mark == U'/' || piece->mark == U'.';
    if (!is_unit && !is_mark) return false;
    ++next_;
    return true;
  }

  // A time with ":" or the unit symbol "h" at `index`, or with "." where `dotted`.
  bool read_time_at(std::size_t index, DateTime& moment) const {
    if (index + 1 >= pieces_.size()) return false;
    const Piece& hour = pieces_[index];
    const Piece& mark = pieces_[index + 1];
    if (hour.kind != PieceKind::Number || hour.length > 2 || hour.value > 23) return false;
    const bool is_unit = mark.folded == "h";
    const bool is_mark = (mark.mark == U':' || mark.mark == U'.') && !mark.space_before;
    if (!is_unit && !is_mark) return false;
    const Piece* minute = index + 2 < pieces_.size() ? &pieces_[index + 2] : nullptr;
    const bool has_minute = minute != nullptr && minute->kind == PieceKind::Number &&
                            minute->length == 2 && minute->value < 60;
    if (!has_minute && !is_unit) return false;
    moment.hour = hour.value;
    moment.minute = has_minute ? minute->value : 0;
    moment.precision = has_minute ? DatePrecision::Minute : DatePrecision::Hour;
    apply_half_day(index + 3, moment);
    return true;
  }

  void apply_half_day(std::size_t index, DateTime& moment) const {
    if (index >= pieces_.size() || moment.hour > 12) return;
    std::string word = pieces_[index].folded;
    // "p.m."
    if (word.size() == 1 && index + 2 < pieces_.size()) word += pieces_[index + 2].folded;
    const DateWordKind kind = classify_format_word(word).kind;
    if (kind == DateWordKind::Pm) moment.hour = moment.hour % 12 + 12;
    if (kind == DateWordKind::Am) moment.hour = moment.hour % 12;
  }

  bool read_time_after(DateTime& moment) const {
    for (std::size_t ahead = 0; ahead < kTimeReachPieces; ++ahead) {
      if (read_time_at(next_ + ahead, moment)) return true;
    }
    return false;
  }

  void read_time_before(DateTime& moment, std::size_t start) const {
    for (std::size_t back = 3; back < 3 + kTimeReachPieces && back <= start; ++back) {
      const std::size_t index = start - back;
      const bool is_clock = pieces_[index + 1].mark == U':' || pieces_[index + 1].folded == "h";
      if (is_clock && read_time_at(index, moment)) return;
    }
  }

  std::vector<Piece> pieces_;
  const MonthIndex& months_;
  DateOrder order_;
  std::size_t next_ = 0;
};

bool has_year(const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.kind == PieceKind::Number && (piece.length == 4 || piece.length == 2)) return true;
  }
  return false;
}

}  // namespace

VisibleDates::VisibleDates(const MonthNames& months, DateOrder order)
    : months_(index_months(months)), order_(order) {}

std::optional<DateTime> VisibleDates::find(std::string_view text) const {
  std::vector<Piece> pieces = date_pieces(truncate_utf8(text, kVisibleTextBytesMax));
  if (!has_year(pieces)) return std::nullopt;
  return DateFinder(std::move(pieces), months_, order_).find();
}

std::optional<DateTime> find_visible_date(std::string_view text, const MonthNames& months,
                                          DateOrder order) {
  return VisibleDates(months, order).find(text);
}

}  // namespace dixit::parser
