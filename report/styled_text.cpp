#include "report/styled_text.h"

#include <algorithm>

#include "report/printable.h"
#include "report/wrap.h"

namespace dixit::report {
namespace {

// Lines are not squeezed below this, however far they are indented.
constexpr std::size_t kRoomMin = 20;

// Collects words, of one or several tones each, into lines.
class LineBreaker {
 public:
  LineBreaker(const Style& style, std::string_view first, std::size_t indent)
      : style_(style),
        indent_(indent, ' '),
        room_(std::max(style.columns, indent + kRoomMin) - indent),
        line_(first) {}

  void blank() { end_word(); }

  void add(Tone tone, std::string_view part) {
    word_ += toned(style_, tone, part);
    word_width_ += display_width(part);
  }

  std::string finish() {
    end_word();
    out_ += line_;
    out_.push_back('\n');
    return std::move(out_);
  }

 private:
  void end_word() {
    if (word_.empty()) return;
    if (width_ > 0 && width_ + 1 + word_width_ > room_) {
      out_ += line_;
      out_.push_back('\n');
      line_ = indent_;
      width_ = 0;
    }
    if (width_ > 0) {
      line_.push_back(' ');
      ++width_;
    }
    line_ += word_;
    width_ += word_width_;
    word_.clear();
    word_width_ = 0;
  }

  const Style& style_;
  std::string indent_;
  std::size_t room_;
  std::string out_;
  std::string line_;
  std::size_t width_ = 0;  // of what stands behind the indentation
  std::string word_;
  std::size_t word_width_ = 0;
};

}  // namespace

StyledText& StyledText::add(Tone tone, std::string_view text) {
  if (!text.empty()) pieces_.push_back({tone, printable(text)});
  return *this;
}

std::string StyledText::line(const Style& style) const {
  std::string result;
  for (const auto& piece : pieces_) result += toned(style, piece.tone, piece.text);
  return result;
}

std::string StyledText::block(const Style& style, std::string_view first,
                              std::size_t indent) const {
  LineBreaker breaker(style, first, indent);
  for (const auto& piece : pieces_) {
    std::string_view rest = piece.text;
    while (true) {
      const std::size_t blank = rest.find(' ');
      const std::string_view part = rest.substr(0, blank);
      if (!part.empty()) breaker.add(piece.tone, part);
      if (blank == std::string_view::npos) break;
      breaker.blank();
      rest.remove_prefix(blank + 1);
    }
  }
  return breaker.finish();
}

}  // namespace dixit::report
