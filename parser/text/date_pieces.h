#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// Numbers, words and marks of a line: what a date printed for people is made of.
enum class PieceKind { Number, Word, Mark };

struct Piece {
  PieceKind kind = PieceKind::Mark;
  int value = 0;           // of a Number
  std::size_t length = 0;  // digits or letters
  char32_t mark = 0;       // of a Mark; the only letter of a one-letter Word
  std::string folded;      // of a Word
  bool space_before = false;
};

// The pieces of the text in their order, digits of any script read.
std::vector<Piece> date_pieces(std::string_view text);

}  // namespace dixit::parser
