#include "report/styled_text.h"

#include <algorithm>
#include <utility>

#include "report/printable.h"
#include "report/wrap.h"

namespace dixit::report {
namespace {

// Lines are not squeezed below this, however far they are indented.
constexpr std::size_t kRoomMin = 20;
constexpr std::string_view kEllipsis = "…";

}  // namespace

StyledText& StyledText::add(Tone tone, std::string_view text) {
  if (!text.empty()) pieces_.push_back({tone, printable(text)});
  return *this;
}

std::size_t StyledText::width() const {
  std::size_t width = 0;
  for (const auto& piece : pieces_) width += display_width(piece.text);
  return width;
}

// A word runs on over pieces that no blank parts.
std::vector<StyledText::Word> StyledText::words() const {
  std::vector<Word> words;
  Word word;
  const auto end_word = [&] {
    if (!word.pieces.empty()) words.push_back(std::exchange(word, {}));
  };
  for (const auto& piece : pieces_) {
    std::string_view rest = piece.text;
    while (true) {
      const std::size_t blank = rest.find(' ');
      const std::string_view part = rest.substr(0, blank);
      if (!part.empty()) {
        word.pieces.push_back({piece.tone, std::string(part)});
        word.width += display_width(part);
      }
      if (blank == std::string_view::npos) break;
      end_word();
      rest.remove_prefix(blank + 1);
    }
  }
  end_word();
  return words;
}

std::vector<StyledText::Line> StyledText::broken(std::size_t columns, LongWords long_words) const {
  std::vector<Line> lines(1);
  for (auto& word : words()) {
    if (word.width > columns && long_words == LongWords::Cut) {
      Line alone{{std::move(word)}, 0};
      end_with_ellipsis(alone, columns);
      word = std::move(alone.words.front());
    }
    Line* line = &lines.back();
    if (!line->words.empty() && line->width + 1 + word.width > columns) {
      line = &lines.emplace_back();
    }
    line->width += word.width + (line->words.empty() ? 0 : 1);
    line->words.push_back(std::move(word));
  }
  return lines;
}

// Takes words away until the ellipsis fits, and letters when one word is left.
void StyledText::end_with_ellipsis(Line& line, std::size_t columns) {
  while (line.words.size() > 1 && line.width + 1 > columns) {
    line.width -= line.words.back().width + 1;
    line.words.pop_back();
  }
  if (line.words.empty()) return;
  Word& last = line.words.back();
  std::size_t room = columns;
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    room -= std::min(room, line.words[i].width + 1);
  }
  last.width = 0;
  for (auto& piece : last.pieces) {
    const bool is_last = &piece == &last.pieces.back();
    piece.text = fit(is_last ? piece.text.append(kEllipsis) : piece.text, room - last.width);
    last.width += display_width(piece.text);
  }
  line.width = columns - room + last.width;
}

// Neighbours of one tone, with the blanks between them, share one escape sequence.
std::string StyledText::rendered(const Line& line, const Style& style) {
  std::string text;
  Piece run{Tone::Plain, {}};
  const auto end_run = [&] { text += toned(style, run.tone, std::exchange(run.text, {})); };
  for (const auto& word : line.words) {
    bool begins_word = &word != &line.words.front();
    for (const auto& piece : word.pieces) {
      if (piece.tone != run.tone) {
        end_run();
        if (begins_word) text.push_back(' ');
        run.tone = piece.tone;
      } else if (begins_word) {
        run.text.push_back(' ');
      }
      begins_word = false;
      run.text += piece.text;
    }
  }
  end_run();
  return text;
}

std::vector<StyledLine> StyledText::lines(const Style& style, std::size_t columns,
                                          std::size_t lines_max) const {
  auto laid_out = broken(columns, LongWords::Cut);
  if (laid_out.size() > lines_max) {
    laid_out.resize(lines_max);
    end_with_ellipsis(laid_out.back(), columns);
  }
  std::vector<StyledLine> result;
  result.reserve(laid_out.size());
  for (const auto& line : laid_out) result.push_back({rendered(line, style), line.width});
  return result;
}

std::string StyledText::block(const Style& style, std::string_view first,
                              std::size_t indent) const {
  const std::size_t room = std::max(style.columns, indent + kRoomMin) - indent;
  std::string out(first);
  const auto laid_out = broken(room, LongWords::Keep);
  for (const auto& line : laid_out) {
    if (&line != &laid_out.front()) out.append(indent, ' ');
    out += rendered(line, style);
    out.push_back('\n');
  }
  return out;
}

}  // namespace dixit::report
