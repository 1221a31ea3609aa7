#include "parser/quote/scene.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "parser/quote/dialogue.h"
#include "parser/quote/subjects.h"

namespace dixit::parser {
namespace {

// Place, date and agency before a report's first sentence.
constexpr TokenIndex kDatelineTokensMax = 14;

}  // namespace

Scene::Scene(const Analysis& analysis, MarkedStretches marked)
    : analysis_(&analysis),
      mentions_(analysis),
      cues_(find_cues(analysis)),
      stretches_(with_dialogue(analysis, mentions_, cues_, std::move(marked.read))),
      unread_stretches_(marked.unread),
      region_of_(analysis.size(), kNoStretch),
      subjects_(cues_.size()) {
  count_words();
  find_regions();
  for (const TokenRange& paragraph : analysis.paragraphs()) find_frames(kNoStretch, paragraph);
  for (StretchIndex s = 0; s < stretches_.size(); ++s) find_frames(s, stretches_[s].inner);
  find_subjects();
}

void Scene::count_words() {
  words_before_.reserve(analysis_->size() + 1);
  words_before_.push_back(0);
  for (const Token& token : analysis_->tokens()) {
    const TokenIndex word = token.kind != TokenKind::Punctuation ? 1 : 0;
    words_before_.push_back(words_before_.back() + word);
  }
}

// In order, since a verb may share the subject of one before it.
void Scene::find_subjects() {
  for (const Frame& frame : frames_) {
    for (const CueIndex cue : frame.cues) subjects_[cue] = subject_of(*this, frame, cues_[cue]);
  }
}

void Scene::find_regions() {
  for (StretchIndex s = 0; s < stretches_.size(); ++s) {
    const TokenRange& inner = stretches_[s].inner;
    std::fill(region_of_.begin() + inner.begin, region_of_.begin() + inner.end, s);
  }
}

StretchIndex Scene::child_at(StretchIndex region, TokenIndex token) const {
  StretchIndex at = region_of_[token];
  if (at == region) return kNoStretch;
  while (at != kNoStretch && stretches_[at].parent != region) at = stretches_[at].parent;
  return at;
}

void Scene::close_frame(Frame& frame, TokenIndex end) {
  frame.tokens.end = end;
  if (!frame.tokens.empty()) {
    const auto first =
        std::lower_bound(cues_.begin(), cues_.end(), frame.tokens.begin,
                         [](const Cue& cue, TokenIndex token) { return cue.tokens.begin < token; });
    for (auto cue = first; cue != cues_.end() && cue->tokens.begin < end; ++cue) {
      if (region_of_[cue->head] == frame.region) {
        frame.cues.push_back(static_cast<CueIndex>(cue - cues_.begin()));
        if (frame.first_speech == kNoToken && cue->kind == CueKind::Verb && !cue->passive &&
            strength_of(cue->tag) == CueStrength::Speech) {
          frame.first_speech = cue->tokens.begin;
        }
      }
    }
  }
  const StretchIndex region = frame.region;
  Frame closed = std::exchange(
      frame, {.region = region, .tokens = {.begin = end, .end = end}, .stretches = {}, .cues = {}});
  if (!closed.tokens.empty()) frames_.push_back(std::move(closed));
}

// "PARIS, March 3 (AFP) - The minister …": the token after the dash, or the paragraph's first.
TokenIndex Scene::dateline_end(TokenRange paragraph) const {
  const TokenIndex limit = std::min(paragraph.end, paragraph.begin + kDatelineTokensMax);
  for (TokenIndex i = paragraph.begin; i < limit; ++i) {
    const Token& token = analysis_->token(i);
    const char32_t mark = analysis_->mark(i);
    const bool dash = mark == '-' || mark == U'–' || mark == U'—';
    if (dash && i > paragraph.begin && token.space_before) return i + 1;
    const bool listed =
        mark == ',' || mark == '(' || mark == ')' || mark == '/' || mark == '.' || mark == '-';
    const bool one_case = analysis_->language().grammar.no_capitals;
    const bool place = token.kind == TokenKind::Word &&
                       (token.capitalised || (one_case && !analysis_->covered(i)) ||
                        analysis_->is(i, Tag::Month) || analysis_->is(i, Tag::Weekday) ||
                        analysis_->is(i, Tag::NameParticle));
    if (!listed && !place && token.kind != TokenKind::Number) break;
  }
  return paragraph.begin;
}

void Scene::find_frames(StretchIndex region, TokenRange tokens) {
  Frame frame{.region = region,
              .tokens = {.begin = tokens.begin, .end = tokens.begin},
              .stretches = {},
              .cues = {}};
  // A stretch that began in a paragraph before runs into this one.
  while (frame.tokens.begin < tokens.end && frame.tokens.begin > 0 && region == kNoStretch) {
    const StretchIndex s = child_at(region, frame.tokens.begin);
    if (s == kNoStretch || stretches_[s].outer.begin >= frame.tokens.begin ||
        stretches_[s].outer.end <= frame.tokens.begin) {
      break;
    }
    frame.tokens.begin = std::min(tokens.end, stretches_[s].outer.end);
  }
  if (region == kNoStretch && frame.tokens.begin == tokens.begin) {
    if (const TokenIndex end = dateline_end(tokens); end > tokens.begin) close_frame(frame, end);
  }
  for (TokenIndex i = frame.tokens.begin; i < tokens.end;) {
    StretchIndex child = kNoStretch;
    if (i + 1 < tokens.end) {
      child = child_at(region, i + 1);  // the mark itself stands outside
      if (child != kNoStretch && stretches_[child].outer.begin != i) child = kNoStretch;
    }
    TokenIndex next = i + 1;
    if (child != kNoStretch) {
      frame.stretches.push_back(child);
      next = std::max(next, stretches_[child].outer.end);
    }
    const bool ends =
        next >= tokens.end || analysis_->sentence_of(next - 1) != analysis_->sentence_of(next);
    if (ends && !(child != kNoStretch && next < tokens.end && goes_on_after(child))) {
      close_frame(frame, next);
    }
    i = next;
  }
  close_frame(frame, std::max(frame.tokens.begin, tokens.end));
}

// "“Where?” Smith said." is one sentence although a capital follows the question mark: a subject
// and its verb stand there, and no clause that the verb governs.
bool Scene::goes_on_after(StretchIndex stretch) const {
  const TokenRange& outer = stretches_[stretch].outer;
  if (outer.end < 2 || analysis_->mark(outer.end - 2) == '.') return false;
  if (analysis_->paragraph_of(outer.end - 1) != analysis_->paragraph_of(outer.end)) return false;
  if (mentions_.beginning_at(outer.end) == kNoMention) return false;
  const TokenIndex end = analysis_->sentences()[analysis_->sentence_of(outer.end)].end;
  const auto cue = std::lower_bound(
      cues_.begin(), cues_.end(), outer.end,
      [](const Cue& value, TokenIndex token) { return value.tokens.begin < token; });
  if (cue == cues_.end() || cue->tokens.begin >= end || cue->kind != CueKind::Verb ||
      cue->dependent) {
    return false;
  }
  Frame frame{.region = stretches_[stretch].parent,
              .tokens = {.begin = outer.end, .end = end},
              .stretches = {},
              .cues = {static_cast<CueIndex>(cue - cues_.begin())}};
  const std::optional<Subject> subject = subject_of(*this, frame, *cue);
  if (!subject || subject->tokens.begin != outer.end) return false;
  const TokenIndex after = cue->tokens.end;
  if (after >= end || analysis_->token(after).kind == TokenKind::Punctuation) return true;
  return mentions_.beginning_at(after) == kNoMention && !analysis_->is(after, Tag::Complementizer);
}

}  // namespace dixit::parser
