#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/style.h"

namespace dixit::report {

// Text whose parts have different tones, broken into lines only when it is printed.
class StyledText {
 public:
  // Appends `text`, made printable.
  StyledText& add(Tone tone, std::string_view text);
  StyledText& add(std::string_view text) { return add(Tone::Plain, text); }

  [[nodiscard]] bool empty() const { return pieces_.empty(); }

  // One line, unbroken, without a line end.
  [[nodiscard]] std::string line(const Style& style) const;

  // Lines of at most `style.columns`, broken at blanks, each with a line end: the first behind
  // `first` (printed as it is), the others behind as many blanks as `indent`.
  [[nodiscard]] std::string block(const Style& style, std::string_view first,
                                  std::size_t indent) const;

 private:
  struct Piece {
    Tone tone;
    std::string text;
  };
  std::vector<Piece> pieces_;
};

}  // namespace dixit::report
