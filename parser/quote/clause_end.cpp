#include "parser/quote/clause_end.h"

#include <algorithm>

#include "parser/quote/frame_items.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

class ClauseEnd {
 public:
  ClauseEnd(const Scene& scene, const Frame& frame, bool subordinate)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        frame_(&frame),
        subordinate_(subordinate),
        end_(frame.tokens.end) {}

  [[nodiscard]] TokenIndex after(TokenIndex begin) const {
    for (TokenIndex at = begin; at < end_; ++at) {
      if (const StretchIndex marked = marked_at(*scene_, *frame_, at); marked != kNoStretch) {
        at = std::max(at, scene_->stretches()[marked].outer.end - 1);
        continue;
      }
      const char32_t mark = analysis_->mark(at);
      if (mark == ';' || mark == U'؛' || (mark == ':' && introduces_words(at))) return at;
      if (at == begin) continue;
      if (is_comma(*analysis_, at) && (adds_cue(at + 1) || adds_relative(at + 1))) return at;
      if (subordinate_ && is_comma(*analysis_, at) && opens_main_clause(at + 1)) return at;
      if (is_dash(at) && adds_cue(at + 1)) return at;
      if (mark == 0 && analysis_->is(at, Tag::Conjunction) && coordinates_cue(at)) return at;
    }
    return end_;
  }

 private:
  // A colon before words in marks, or at the sentence's end.
  [[nodiscard]] bool introduces_words(TokenIndex colon) const {
    return colon + 1 >= end_ || marked_at(*scene_, *frame_, colon + 1) != kNoStretch;
  }

  [[nodiscard]] bool opens_main_clause(TokenIndex at) const {
    if (at >= end_) return false;
    return is_plain_verb(*analysis_, at) || scene_->mentions().beginning_at(at) != kNoMention;
  }

  [[nodiscard]] bool is_dash(TokenIndex at) const {
    const char32_t mark = analysis_->mark(at);
    return mark == U'–' || mark == U'—';
  }

  [[nodiscard]] TokenIndex skip_light(TokenIndex at) const {
    while (at < end_) {
      const TokenIndex light = light_length(*analysis_, at);
      if (light == 0) break;
      at += light;
    }
    return at;
  }

  // The cue of the frame that begins at the token, or null.
  [[nodiscard]] const Cue* cue_at(TokenIndex token) const {
    const auto found = std::lower_bound(frame_->cues.begin(), frame_->cues.end(), token,
                                        [this](CueIndex index, TokenIndex value) {
                                          return scene_->cues()[index].tokens.begin < value;
                                        });
    if (found == frame_->cues.end()) return nullptr;
    const Cue& cue = scene_->cues()[*found];
    return cue.tokens.begin == token ? &cue : nullptr;
  }

  // What may stand between a comma and the subject of a clause with its own cue.
  [[nodiscard]] TokenIndex skip_connectives(TokenIndex at) const {
    static const TagSet kTags = tag_set({Tag::Conjunction, Tag::Subordinator});
    if (const PhraseMatch* found = analysis_->match(at, Tag::Subordinator))
      return at + found->length;
    return analysis_->is_any(at, kTags) ? at + 1 : at;
  }

  // "…, he said", "…, said Smith", "…, adding that", "…, though she admitted", "…, according to"
  [[nodiscard]] bool adds_cue(TokenIndex at) const {
    if (at >= end_) return false;
    TokenIndex next = skip_light(skip_connectives(at));
    if (const Cue* cue = cue_at(next)) return cuts(*cue);
    const MentionIndex mention = scene_->mentions().beginning_at(next);
    if (mention == kNoMention) return false;
    const Cue* cue = cue_at(skip_light(scene_->mentions()[mention].tokens.end));
    return cue != nullptr && cue->kind == CueKind::Verb && !cue->dependent && cuts(*cue);
  }

  // "… and said", "… but he added"
  [[nodiscard]] bool coordinates_cue(TokenIndex conjunction) const {
    TokenIndex next = skip_light(conjunction + 1);
    const Cue* cue = next < end_ ? cue_at(next) : nullptr;
    if (cue == nullptr) {
      const MentionIndex mention = scene_->mentions().beginning_at(next);
      if (mention == kNoMention) return false;
      cue = cue_at(skip_light(scene_->mentions()[mention].tokens.end));
    }
    return cue != nullptr && cue->kind == CueKind::Verb && !cue->dependent && cuts(*cue) &&
           strength_of(cue->tag) == CueStrength::Speech;
  }

  [[nodiscard]] static bool cuts(const Cue& cue) {
    if (cue.kind == CueKind::Noun) return false;
    return cue.kind != CueKind::Verb || strength_of(cue.tag) != CueStrength::Beside;
  }

  // "…, which is heavily guarded." at the sentence's end. Where every clause has its comma, a
  // relative clause belongs to the words as likely as not.
  [[nodiscard]] bool adds_relative(TokenIndex at) const {
    if (analysis_->language().grammar.complement_after_comma || at >= end_) return false;
    if (!analysis_->is(at, Tag::RelativePronoun) || analysis_->is(at, Tag::Complementizer)) {
      return false;
    }
    for (TokenIndex i = at; i < end_; ++i) {
      if (is_comma(*analysis_, i)) return false;
    }
    return true;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  bool subordinate_;
  TokenIndex end_;
};

}  // namespace

TokenIndex clause_end(const Scene& scene, const Frame& frame, TokenIndex begin, bool subordinate) {
  return ClauseEnd(scene, frame, subordinate).after(begin);
}

}  // namespace dixit::parser
