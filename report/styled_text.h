#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/style.h"

namespace dixit::report {

// A line as printed, and the columns it takes.
struct StyledLine {
  std::string text;
  std::size_t width = 0;
};

// Text whose parts have different tones, broken into lines only when it is printed.
class StyledText {
 public:
  // Appends `text`, made printable.
  StyledText& add(Tone tone, std::string_view text);
  StyledText& add(std::string_view text) { return add(Tone::Plain, text); }

  [[nodiscard]] bool empty() const { return pieces_.empty(); }

  // Columns it takes on one line.
  [[nodiscard]] std::size_t width() const;

  // Lines of at most `columns`, broken at blanks; a longer word is broken where its script allows
  // (Unicode Standard Annex 14), as between ideographs, and cut where it does not, as a URL. What
  // goes beyond `lines_max` is left out and marked with an ellipsis. Never empty.
  [[nodiscard]] std::vector<StyledLine> lines(const Style& style, std::size_t columns,
                                              std::size_t lines_max) const;

  // Lines of at most `style.columns`, broken at blanks, each with a line end: the first behind
  // `first` (printed as it is), the others behind as many blanks as `indent`. A longer word, such
  // as a URL, stands alone and whole.
  [[nodiscard]] std::string block(const Style& style, std::string_view first,
                                  std::size_t indent) const;

 private:
  struct Piece {
    Tone tone;
    std::string text;
  };
  struct Word {
    std::vector<Piece> pieces;
    std::size_t width = 0;
    bool goes_on = false;  // stands behind the one before without a blank
  };
  struct Line {
    std::vector<Word> words;
    std::size_t width = 0;
  };
  enum class LongWords { Keep, Cut };

  [[nodiscard]] std::vector<Word> words() const;
  static std::vector<Word> broken_word(const Word& word);
  static std::size_t blanks_before(const Word& word, const Line& line);
  [[nodiscard]] std::vector<Line> broken(std::size_t columns, LongWords long_words) const;
  static void end_with_ellipsis(Line& line, std::size_t columns);
  static std::string rendered(const Line& line, const Style& style);

  std::vector<Piece> pieces_;
};

}  // namespace dixit::report
