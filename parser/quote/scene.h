#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parser/quote/cues.h"
#include "parser/quote/marks.h"
#include "parser/quote/mentions.h"
#include "parser/quote/subject.h"

namespace dixit::parser {

// A sentence of one speaker with the marked stretches in it, each of which counts as one word.
//
// The reporter's sentences have region kNoStretch; those inside a stretch have that stretch, so
// that words quoted by somebody who is quoted are read by the same rules.
struct Frame {
  StretchIndex region = kNoStretch;
  TokenRange tokens;
  std::vector<StretchIndex> stretches;  // in order; children of `region`
  std::vector<CueIndex> cues;           // in order; in no stretch below `region`
  TokenIndex first_speech = kNoToken;   // where the first verb of speech begins
};

// A text with everything that attribution asks of it.
//
// Ownership: borrows the analysis.
class Scene {
 public:
  explicit Scene(const Analysis& analysis) : Scene(analysis, find_marked_stretches(analysis)) {}

  [[nodiscard]] const Analysis& analysis() const { return *analysis_; }
  [[nodiscard]] const std::vector<MarkedStretch>& stretches() const { return stretches_; }
  // How many more there are, which nobody reads.
  [[nodiscard]] std::size_t unread_stretches() const { return unread_stretches_; }
  [[nodiscard]] const Mentions& mentions() const { return mentions_; }
  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }
  [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }
  // The source that the cue names in its own frame.
  [[nodiscard]] const std::optional<Subject>& subject_at(CueIndex cue) const {
    return subjects_[cue];
  }

  // The innermost stretch around the token, kNoStretch for the reporter's own words.
  [[nodiscard]] StretchIndex region_of(TokenIndex token) const { return region_of_[token]; }
  // The child of `region` that holds the token, kNoStretch when the token is in `region` itself.
  [[nodiscard]] StretchIndex child_at(StretchIndex region, TokenIndex token) const;
  // Words, not marks, in the stretch.
  [[nodiscard]] TokenIndex words_in(StretchIndex stretch) const {
    const TokenRange& inner = stretches_[stretch].inner;
    return words_before_[inner.end] - words_before_[inner.begin];
  }

 private:
  Scene(const Analysis& analysis, MarkedStretches marked);

  void count_words();
  void find_regions();
  void find_subjects();
  void find_frames(StretchIndex region, TokenRange tokens);
  void close_frame(Frame& frame, TokenIndex end);
  TokenIndex dateline_end(TokenRange paragraph) const;
  bool goes_on_after(StretchIndex stretch) const;

  const Analysis* analysis_;
  Mentions mentions_;
  std::vector<Cue> cues_;
  std::vector<MarkedStretch> stretches_;
  std::size_t unread_stretches_;
  std::vector<StretchIndex> region_of_;
  std::vector<Frame> frames_;
  std::vector<TokenIndex> words_before_;          // by token, and one past the last
  std::vector<std::optional<Subject>> subjects_;  // by cue
};

}  // namespace dixit::parser
