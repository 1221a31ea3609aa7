#include "parser/quote/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "parser/quote/owner_apostrophe.h"

namespace dixit::parser {
namespace {

// Quotations nest two or three deep; a longer run of marks is no writing.
constexpr TokenIndex kAdjacentMarksMax = 4;

// Marks open at once; deeper nesting is no text, so the outermost is forgotten.
constexpr std::size_t kNestingMax = 8;

// The longest pages have some hundreds of quotations; what comes after these is left unread.
constexpr std::size_t kStretchesMax = 2000;

// How far past its paragraph a quotation may run without repeating its opening mark.
constexpr TokenIndex kUnclosedTokensMax = 600;

enum class Side : std::uint8_t { Open, Close };

bool is_single(char32_t mark) {
  return mark == '\'' || mark == U'‘' || mark == U'’' || mark == U'‚' || mark == U'‹' ||
         mark == U'›' || mark == '`';
}

// The marks that may close what `open` began, in typography of any language.
std::u32string_view closers_of(char32_t open) {
  switch (open) {
    case U'«':
      return U"»";
    case U'»':
      return U"«";
    case U'“':
      return U"”\"";
    case U'„':
      return U"“”\"";
    case U'”':
      return U"”";
    case '"':
      return U"\"”";
    case U'‘':
      return U"’'";
    case U'‚':
      return U"‘’";
    case U'‹':
      return U"›";
    case U'›':
      return U"‹";
    case '\'':
      return U"'";
    case '`':
      return U"'`";
    default:
      return {};
  }
}

bool is_quotation_mark(char32_t mark) { return !closers_of(mark).empty() || mark == U'’'; }

bool closes(char32_t open, char32_t mark) {
  return closers_of(open).find(mark) != std::u32string_view::npos;
}

struct OpenMark {
  char32_t mark = 0;
  TokenIndex token = 0;
  StretchIndex stretch = 0;
  TokenIndex closed_at = kNoToken;  // where it is known to be closed in a later paragraph
};

class Pairing {
 public:
  explicit Pairing(const Analysis& analysis) : analysis_(&analysis) {
    for (const MarkPair& pair : analysis.language().marks) {
      openers_.push_back(pair.open);
      closers_.push_back(pair.close);
    }
  }

  MarkedStretches run() {
    for (const TokenRange& paragraph : analysis_->paragraphs()) {
      for (TokenIndex i = paragraph.begin; i < paragraph.end; ++i) {
        const char32_t mark = analysis_->mark(i);
        if (mark != 0 && is_quotation_mark(mark)) read(i, mark);
      }
      end_paragraph(paragraph);
    }
    return collect();
  }

 private:
  [[nodiscard]] bool opens_in_language(char32_t mark) const {
    return std::find(openers_.begin(), openers_.end(), mark) != openers_.end();
  }
  [[nodiscard]] bool closes_in_language(char32_t mark) const {
    return std::find(closers_.begin(), closers_.end(), mark) != closers_.end();
  }

  // Whether the token's left side looks like the outside of an opening mark, other marks that open
  // with it aside.
  [[nodiscard]] bool free_on_left(TokenIndex i) const {
    for (TokenIndex marks = 0; marks <= kAdjacentMarksMax; ++marks, --i) {
      if (i == 0 || analysis_->token(i).space_before) return true;
      const char32_t before = analysis_->mark(i - 1);
      if (before == '(' || before == '[' || before == U'–' || before == U'—' || before == '/' ||
          before == '-' || before == U'¿' || before == U'¡' || before == ':') {
        return true;
      }
      if (analysis_->is(i - 1, Tag::Proclitic)) return true;
      if (!is_quotation_mark(before) || is_single(before)) return false;
    }
    return false;
  }
  [[nodiscard]] bool free_on_right(TokenIndex i) const {
    const TokenIndex next = i + 1;
    if (next >= analysis_->size() || analysis_->token(next).space_before) return true;
    const char32_t after = analysis_->mark(next);
    return after == '.' || after == ',' || after == ';' || after == ':' || after == '!' ||
           after == '?' || after == ')' || after == ']' || after == U'…' || after == U'–' ||
           after == U'—' || after == '/' || after == '-' || after == U'،' || after == U'؛' ||
           after == U'؟';
  }

  // The innermost open mark that this one may close.
  [[nodiscard]] std::optional<std::size_t> open_for(char32_t mark) const {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      if (closes(open_[depth].mark, mark)) return depth;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Side> side_of(TokenIndex i, char32_t mark) const {
    const bool left = free_on_left(i);
    const bool right = free_on_right(i);
    const bool may_open = !closers_of(mark).empty();
    const bool may_close = open_for(mark).has_value();
    if (mark == U'„' || mark == U'‚') return Side::Open;
    if (mark == U'’' || mark == '\'') {
      if (may_close && is_owner_apostrophe(*analysis_, i)) return std::nullopt;
      return side_of_apostrophe(left, right, mark, may_close);
    }
    if (left && !right && may_open) {
      if (mark == U'”' && may_close) return Side::Close;
      return Side::Open;
    }
    if (!left && right) return may_close ? std::optional(Side::Close) : std::nullopt;
    // Neighbours do not tell: the language's habit does, then parity.
    if (opens_in_language(mark) && !closes_in_language(mark)) return Side::Open;
    if (may_close) return Side::Close;
    if (closes_in_language(mark) && !opens_in_language(mark) && left && right) return std::nullopt;
    return may_open ? std::optional(Side::Open) : std::nullopt;
  }

  // An apostrophe is a mark only where it cannot be one of a word.
  [[nodiscard]] static std::optional<Side> side_of_apostrophe(bool left, bool right, char32_t mark,
                                                              bool may_close) {
    if (mark == '\'' && left && !right) return Side::Open;
    if (!left && right && may_close) return Side::Close;
    return std::nullopt;
  }

  void read(TokenIndex i, char32_t mark) {
    const std::optional<Side> side = side_of(i, mark);
    if (!side) return;
    if (*side == Side::Open) {
      if (open_.size() == kNestingMax) open_.erase(open_.begin());
      open_.push_back(
          {.mark = mark, .token = i, .stretch = static_cast<StretchIndex>(stretches_.size())});
      stretches_.push_back(
          {.inner = {.begin = i + 1, .end = i + 1}, .outer = {.begin = i, .end = i}});
      return;
    }
    const std::size_t depth = open_for(mark).value_or(0);
    close(open_[depth], i, i + 1);
    open_.resize(depth);
  }

  void close(const OpenMark& open, TokenIndex inner_end, TokenIndex outer_end) {
    MarkedStretch& stretch = stretches_[open.stretch];
    stretch.inner.end = inner_end;
    stretch.outer.end = outer_end;
  }

  void end_paragraph(const TokenRange& paragraph) {
    std::erase_if(open_, [](const OpenMark& open) { return is_single(open.mark); });
    if (open_.empty()) return;
    const OpenMark outermost = open_.front();
    if (repeated_at(paragraph.end, outermost.mark)) {
      close_at(outermost, paragraph);
      repeats_.push_back(paragraph.end);
    } else if (const TokenIndex closing = closing_after(paragraph.end, outermost);
               closing != kNoToken) {
      open_.resize(1);
      open_.front().closed_at = closing;
      return;
    } else if (begins_speech(outermost.token, paragraph)) {
      close_at(outermost, paragraph);
    }
    open_.clear();
  }

  void close_at(const OpenMark& open, const TokenRange& paragraph) {
    close(open, paragraph.end, paragraph.end);
    stretches_[open.stretch].closed = false;
  }

  // Any double opening mark will do: hands that mix “ and " do so within one speech.
  [[nodiscard]] bool repeated_at(TokenIndex i, char32_t mark) const {
    const char32_t here = analysis_->mark(i);
    if (here == mark) return !free_on_right(i);
    return (here == U'“' || here == '"' || here == U'„' || here == U'«') && !free_on_right(i);
  }

  // The mark that closes the quotation within reach before another one opens; kNoToken if none.
  [[nodiscard]] TokenIndex closing_after(TokenIndex i, const OpenMark& outermost) const {
    if (outermost.closed_at != kNoToken && outermost.closed_at >= i) return outermost.closed_at;
    const char32_t open = outermost.mark;
    const TokenIndex end = std::min(analysis_->size(), i + kUnclosedTokensMax);
    for (; i < end; ++i) {
      const char32_t mark = analysis_->mark(i);
      if (mark == 0 || !is_quotation_mark(mark) || is_single(mark)) continue;
      const bool outward = free_on_right(i) && !free_on_left(i);
      if (closes(open, mark) && (mark != open || outward)) {
        return outward || mark != '"' ? i : kNoToken;
      }
      if (mark == open) return kNoToken;
    }
    return kNoToken;
  }

  // An unclosed mark still opens somebody's words where nothing but a colon or the paragraph's
  // start stands before it.
  [[nodiscard]] bool begins_speech(TokenIndex open, const TokenRange& paragraph) const {
    return open == paragraph.begin || analysis_->mark(open - 1) == ':';
  }

  MarkedStretches collect() {
    std::vector<MarkedStretch> kept;
    std::size_t unread = 0;
    std::vector<StretchIndex> around;
    for (const MarkedStretch& found : stretches_) {
      if (found.inner.empty() || found.outer.end <= found.inner.begin) continue;
      if (kept.size() == kStretchesMax) {
        ++unread;
        continue;
      }
      MarkedStretch stretch = found;
      while (!around.empty() && kept[around.back()].outer.end <= stretch.outer.begin) {
        around.pop_back();
      }
      if (!around.empty()) stretch.parent = around.back();
      stretch.continues = std::binary_search(repeats_.begin(), repeats_.end(), stretch.outer.begin);
      around.push_back(static_cast<StretchIndex>(kept.size()));
      kept.push_back(stretch);
    }
    return {std::move(kept), unread};
  }

  const Analysis* analysis_;
  std::vector<char32_t> openers_;
  std::vector<char32_t> closers_;
  std::vector<OpenMark> open_;
  std::vector<MarkedStretch> stretches_;
  std::vector<TokenIndex> repeats_;  // tokens at which an opening mark was repeated
};

}  // namespace

MarkedStretches find_marked_stretches(const Analysis& analysis) { return Pairing(analysis).run(); }

}  // namespace dixit::parser
