#pragma once

#include <vector>

#include "parser/quote/cues.h"
#include "parser/quote/marks.h"
#include "parser/quote/mentions.h"

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
};

// A text with everything that attribution asks of it.
//
// Ownership: borrows the analysis.
class Scene {
 public:
  explicit Scene(const Analysis& analysis);

  [[nodiscard]] const Analysis& analysis() const { return *analysis_; }
  [[nodiscard]] const std::vector<MarkedStretch>& stretches() const { return stretches_; }
  [[nodiscard]] const Mentions& mentions() const { return mentions_; }
  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }
  [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }

  // The innermost stretch around the token, kNoStretch for the reporter's own words.
  [[nodiscard]] StretchIndex region_of(TokenIndex token) const { return region_of_[token]; }
  // The child of `region` that holds the token, kNoStretch when the token is in `region` itself.
  [[nodiscard]] StretchIndex child_at(StretchIndex region, TokenIndex token) const;
  // Words, not marks, in the stretch.
  [[nodiscard]] TokenIndex words_in(StretchIndex stretch) const;

 private:
  void find_regions();
  void find_frames(StretchIndex region, TokenRange tokens);
  void close_frame(Frame& frame, TokenIndex end);
  TokenIndex dateline_end(TokenRange paragraph) const;
  bool goes_on_after(StretchIndex stretch) const;

  const Analysis* analysis_;
  std::vector<MarkedStretch> stretches_;
  Mentions mentions_;
  std::vector<Cue> cues_;
  std::vector<StretchIndex> region_of_;
  std::vector<Frame> frames_;
};

}  // namespace dixit::parser
