#include "report/styled_text.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "report/printable.h"
#include "report/wrap.h"

namespace dixit::report {
namespace {

// Lines are not squeezed below this, however far they are indented.
constexpr std::size_t kRoomMin = 20;
constexpr std::string_view kEllipsis = "…";

// Where Unicode lets a line begin within `text`, in bytes. ASCII stays whole: a URL that is broken
// cannot be copied.
std::vector<std::size_t> line_breaks(const std::string& text) {
  std::vector<std::size_t> breaks;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> lines(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  const icu::LocalUTextPointer utf8(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (U_FAILURE(status)) return breaks;
  lines->setText(utf8.getAlias(), status);
  if (U_FAILURE(status)) return breaks;
  for (std::int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
    const auto byte = static_cast<std::size_t>(at);
    if (byte < text.size() && static_cast<unsigned char>(text[byte - 1]) >= 0x80) {
      breaks.push_back(byte);
    }
  }
  return breaks;
}

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
  const auto put = [&](Word word) {
    if (word.width > columns && long_words == LongWords::Cut) {
      Line alone{{std::move(word)}, 0};
      end_with_ellipsis(alone, columns);
      word = std::move(alone.words.front());
    }
    Line* line = &lines.back();
    if (!line->words.empty() && line->width + blanks_before(word, *line) + word.width > columns) {
      line = &lines.emplace_back();
    }
    line->width += blanks_before(word, *line) + word.width;
    line->words.push_back(std::move(word));
  };
  for (auto& word : words()) {
    if (word.width <= columns || long_words == LongWords::Keep) {
      put(std::move(word));
    } else {
      for (auto& part : broken_word(word)) put(std::move(part));
    }
  }
  return lines;
}

std::size_t StyledText::blanks_before(const Word& word, const Line& line) {
  return line.words.empty() || word.goes_on ? 0 : 1;
}

// The word in parts that each may begin a line.
std::vector<StyledText::Word> StyledText::broken_word(const Word& word) {
  std::string text;
  for (const auto& piece : word.pieces) text += piece.text;
  std::vector<Word> parts(1);
  std::vector<std::size_t> breaks = line_breaks(text);
  std::size_t at = 0;
  std::size_t next = 0;  // of the breaks
  for (const auto& piece : word.pieces) {
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      if (next < breaks.size() && breaks[next] == at) {
        parts.emplace_back().goes_on = true;
        ++next;
      }
      const std::size_t end = next < breaks.size() ? breaks[next] - at : rest.size();
      const std::string_view part = rest.substr(0, end);
      parts.back().pieces.push_back({piece.tone, std::string(part)});
      parts.back().width += display_width(part);
      at += part.size();
      rest.remove_prefix(part.size());
    }
  }
  return parts;
}

// Takes words away until the ellipsis fits, and letters when one word is left.
void StyledText::end_with_ellipsis(Line& line, std::size_t columns) {
  while (line.words.size() > 1 && line.width + 1 > columns) {
    line.width -= line.words.back().width + (line.words.back().goes_on ? 0 : 1);
    line.words.pop_back();
  }
  if (line.words.empty()) return;
  Word& last = line.words.back();
  std::size_t room = columns;
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    room -= std::min(room, line.words[i].width + (line.words[i + 1].goes_on ? 0 : 1));
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
    bool begins_word = &word != &line.words.front() && !word.goes_on;
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
