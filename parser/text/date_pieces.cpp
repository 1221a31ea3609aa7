#include "parser/text/date_pieces.h"

#include <unicode/uchar.h>

#include "parser/text/tokens.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

bool is_letter(char32_t value) {
  const auto point = static_cast<UChar32>(value);
  return u_isalpha(point) != 0 || u_charType(point) == U_NON_SPACING_MARK;
}

int digit_value(char32_t value) { return u_charDigitValue(static_cast<UChar32>(value)); }

class PieceReader {
 public:
  explicit PieceReader(std::string_view text) : text_(text) {}

  std::vector<Piece> pieces() {
    std::vector<Piece> out;
    bool space = true;
    while (position_ < text_.size()) {
      const DecodedCodePoint point = decode_at(text_, position_);
      if (u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0) {
        space = true;
        position_ += point.length;
        continue;
      }
      out.push_back(next(point));
      out.back().space_before = space;
      space = false;
    }
    return out;
  }

 private:
  Piece next(const DecodedCodePoint& first) {
    Piece piece;
    piece.mark = first.value;
    if (digit_value(first.value) >= 0) {
      piece.kind = PieceKind::Number;
      for_run([&piece](char32_t value) {
        const int digit = digit_value(value);
        if (digit < 0) return false;
        // More digits than a year has are no part of a date, whatever their value.
        piece.value = piece.length < 4 ? piece.value * 10 + digit : 0;
        ++piece.length;
        return true;
      });
    } else if (is_letter(first.value)) {
      piece.kind = PieceKind::Word;
      const std::size_t start = position_;
      for_run([&piece](char32_t value) {
        piece.length += is_letter(value) ? 1U : 0U;
        return is_letter(value);
      });
      piece.folded = fold_word(text_.substr(start, position_ - start));
    } else {
      position_ += first.length;
    }
    return piece;
  }

  template <typename Take>
  void for_run(Take take) {
    while (position_ < text_.size()) {
      const DecodedCodePoint point = decode_at(text_, position_);
      if (!take(point.value)) return;
      position_ += point.length;
    }
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace

std::vector<Piece> date_pieces(std::string_view text) { return PieceReader(text).pieces(); }

}  // namespace dixit::parser
