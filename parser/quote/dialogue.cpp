#include "parser/quote/dialogue.h"

#include <algorithm>
#include <utility>

#include "parser/quote/incises.h"

namespace dixit::parser {
namespace {

// One paragraph that a dash opens is a list of one, or a signature.
constexpr std::size_t kTurnsMin = 2;

// Turns that are read; plays and novels have thousands, pages of news none.
constexpr std::size_t kTurnsMax = 1000;

class Dialogue {
 public:
  Dialogue(const Analysis& analysis, const Mentions& mentions, const std::vector<Cue>& cues,
           std::vector<MarkedStretch> marked)
      : analysis_(&analysis), mentions_(&mentions), cues_(&cues), marked_(std::move(marked)) {}

  std::vector<MarkedStretch> run() {
    for (StretchIndex s = 0; s < marked_.size(); ++s) cut(s);
    add_turns();
    return in_order();
  }

 private:
  [[nodiscard]] bool has_children(StretchIndex index) const {
    return index + 1 < marked_.size() && marked_[index + 1].parent == index;
  }

  void cut(StretchIndex index) {
    const MarkedStretch& whole = marked_[index];
    if (whole.parent != kNoStretch || has_children(index)) {
      found_.push_back(whole);
      return;
    }
    add_pieces(whole);
  }

  void add_pieces(const MarkedStretch& whole) {
    TokenIndex begin = whole.inner.begin;
    MarkedStretch piece = whole;
    bool first = true;
    const auto close = [&](TokenIndex end, TokenIndex outer_end) {
      if (end <= begin) return;
      piece.inner = {.begin = begin, .end = end};
      piece.outer = {.begin = first ? whole.outer.begin : begin, .end = outer_end};
      found_.push_back(piece);
      piece.continues = false;
      piece.resumes = true;
      first = false;
    };
    for (const TokenRange& incise : find_incises(*analysis_, *mentions_, *cues_, whole.inner)) {
      close(incise.begin, incise.begin);
      begin = incise.end;
    }
    close(whole.inner.end, whole.outer.end);
  }

  [[nodiscard]] bool is_turn(const TokenRange& paragraph) const {
    if (paragraph.size() < 3) return false;
    const char32_t mark = analysis_->mark(paragraph.begin);
    if (mark != U'–' && mark != U'—' && mark != U'―') return false;
    const Token& first = analysis_->token(paragraph.begin + 1);
    const char32_t opening = analysis_->mark(paragraph.begin + 1);
    return first.capitalised || opening == U'¿' || opening == U'¡' || opening == U'…' ||
           opening == '.';
  }

  // By paragraph, whether a marked stretch stands in it or runs into it: then the marks say what is
  // said, and a turn would cross them.
  [[nodiscard]] std::vector<bool> paragraphs_with_marks() const {
    std::vector<bool> marked(analysis_->paragraphs().size());
    std::uint32_t next = 0;  // the first paragraph that is not known yet to have marks
    for (const MarkedStretch& stretch : marked_) {
      const std::uint32_t last = analysis_->paragraph_of(stretch.outer.end - 1);
      for (next = std::max(next, analysis_->paragraph_of(stretch.outer.begin)); next <= last;
           ++next) {
        marked[next] = true;
      }
    }
    return marked;
  }

  void add_turns() {
    std::vector<TokenRange> turns;
    std::size_t spoken = 0;
    const std::vector<bool> marked = paragraphs_with_marks();
    for (std::size_t p = 0; p < marked.size() && turns.size() < kTurnsMax; ++p) {
      const TokenRange& paragraph = analysis_->paragraphs()[p];
      if (marked[p] || !is_turn(paragraph)) continue;
      turns.push_back(paragraph);
      if (sounds_spoken(*analysis_, paragraph)) ++spoken;
    }
    if (turns.size() < kTurnsMin || 2 * spoken < turns.size()) return;
    for (const TokenRange& turn : turns) {
      add_pieces({.inner = {.begin = turn.begin + 1, .end = turn.end},
                  .outer = turn,
                  .closed = false,
                  .turn = true});
    }
  }

  // Pieces have other indices than the stretches that they were cut from.
  std::vector<MarkedStretch> in_order() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const MarkedStretch& a, const MarkedStretch& b) {
                       if (a.outer.begin != b.outer.begin) return a.outer.begin < b.outer.begin;
                       return a.outer.end > b.outer.end;
                     });
    std::vector<StretchIndex> around;
    for (StretchIndex s = 0; s < found_.size(); ++s) {
      while (!around.empty() && found_[around.back()].outer.end <= found_[s].outer.begin) {
        around.pop_back();
      }
      found_[s].parent = around.empty() ? kNoStretch : around.back();
      around.push_back(s);
    }
    return std::move(found_);
  }

  const Analysis* analysis_;
  const Mentions* mentions_;
  const std::vector<Cue>* cues_;
  std::vector<MarkedStretch> marked_;
  std::vector<MarkedStretch> found_;
};

}  // namespace

std::vector<MarkedStretch> with_dialogue(const Analysis& analysis, const Mentions& mentions,
                                         const std::vector<Cue>& cues,
                                         std::vector<MarkedStretch> marked) {
  if (!analysis.language().grammar.dash_dialogue) return marked;
  return Dialogue(analysis, mentions, cues, std::move(marked)).run();
}

}  // namespace dixit::parser
