#include "parser/quote/attribute.h"

#include <algorithm>

#include "parser/quote/candidates.h"
#include "parser/quote/continued_utterance.h"
#include "parser/quote/inner_speaker.h"
#include "parser/quote/named_turns.h"
#include "parser/quote/not_speech.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Below this a candidate ties only words that are plainly speech.
constexpr double kSureScore = 0.5;

class Attributor {
 public:
  explicit Attributor(const Scene& scene)
      : scene_(&scene), analysis_(&scene.analysis()), result_(scene.stretches().size()) {}

  Attributions run() {
    for (const Frame& frame : scene_->frames()) {
      for (const StretchIndex stretch : frame.stretches) attribute_in_frame(frame, stretch);
    }
    for (StretchIndex s = 0; s < scene_->stretches().size(); ++s) attribute_turn(s);
    continue_utterances(*scene_, result_);
    return std::move(result_);
  }

 private:
  void attribute_in_frame(const Frame& frame, StretchIndex stretch) {
    if (auto named = turn_named_by_label(*scene_, stretch)) {
      result_[stretch] = named;
      return;
    }
    if (auto named = words_signed_by(*scene_, frame, stretch)) {
      result_[stretch] = named;
      return;
    }
    const std::vector<Attribution> candidates = candidates_for(*scene_, frame, stretch);
    if (candidates.empty()) return;
    const Attribution& best = candidates.front();
    const TokenIndex words = scene_->words_in(stretch);
    const bool beside =
        best.score >= 0.9 && (best.whole || best.rule == "cue.before" || best.rule == "cue.after");
    if (best.score < kSureScore && words < kSpeechWordsMin) return;
    const bool verdict =
        best.cue != kNoCue && strength_of(scene_->cues()[best.cue].tag) == CueStrength::Verdict;
    if (!best.whole && !verdict &&
        (looks_like_title(*scene_, stretch) || names_noun_before(*scene_, stretch))) {
      return;
    }
    if (is_named_so(*scene_, stretch) && !says_in_incise(best) && !calls_it_so(stretch, best)) {
      return;
    }
    if (!best.whole && is_one_sign(*scene_, stretch)) return;
    if (is_called_title(best) || has_abbreviation(*scene_, stretch)) return;
    if (named_before_colon(*scene_, frame, stretch) && !says_right_before(best)) return;
    const bool opens_sentence = scene_->stretches()[stretch].outer.begin == frame.tokens.begin;
    if (opens_sentence && best.rule == "cue.later" && looks_like_title(*scene_, stretch)) return;
    if (scene_->stretches()[stretch].parent != kNoStretch && !may_be_nested(best)) return;
    if (words < kFragmentWordsMin && !(beside && ends_like_speech(stretch))) return;
    result_[stretch] = to_inner_speaker(*scene_, frame, stretch, best);
  }

  // A turn of a dialogue is somebody's words though nothing says whose; what goes on after "…, said
  // Smith, …" is his as what stood before it.
  void attribute_turn(StretchIndex index) {
    const MarkedStretch& stretch = scene_->stretches()[index];
    std::optional<Attribution>& found = result_[index];
    if (stretch.resumes && index > 0 && result_[index - 1]) {
      found = found.value_or(going_on_from(result_, index - 1, 0.9, "utterance.resumes"));
      found->same_as = index - 1;
      found->whole = true;
    } else if (stretch.turn && stretch.parent == kNoStretch) {
      found = found.value_or(Attribution{.score = 0.3, .rule = "dash.unattributed"});
      found->whole = true;
    }
  }

  // Words within words count when somebody else is plainly said to have spoken them; what a speaker
  // imagines himself or his hearer saying does not.
  [[nodiscard]] bool may_be_nested(const Attribution& found) const {
    // "One of them said, ‘…’": nobody that the lists know can speak, yet plainly somebody.
    const bool unnamed = found.source &&
                         (found.rule == "cue.before" || found.rule == "cue.colon") &&
                         analysis_->is(found.source->tokens.begin, Tag::IndefinitePronoun);
    if (found.score < (unnamed ? 0.8 : 0.9) || found.rule == "cue.governs" || found.cue == kNoCue ||
        !found.source)
      return false;
    const Cue& cue = scene_->cues()[found.cue];
    if (cue.kind != CueKind::Verb || strength_of(cue.tag) != CueStrength::Speech || cue.dependent) {
      return false;
    }
    if (found.source->mention == kNoMention) return true;
    if (!scene_->mentions()[found.source->mention].can_speak && !unnamed) return false;
    const Person person = scene_->mentions()[found.source->mention].features.person;
    return person != Person::First && person != Person::Second;
  }

  // "which the mayor called “…”": a verdict with somebody whose it is; "a book called “…”" has
  // none.
  [[nodiscard]] bool calls_it_so(StretchIndex stretch, const Attribution& found) const {
    if (found.cue == kNoCue || !found.source) return false;
    const Cue& cue = scene_->cues()[found.cue];
    if (cue.kind != CueKind::Verb || cue.tag == Tag::NameVerb || cue.dependent || cue.passive ||
        cue.tokens.end != scene_->stretches()[stretch].outer.begin) {
      return false;
    }
    if (cue.tokens.size() > 1 || found.source->mention == kNoMention) return true;
    const Mention& source = scene_->mentions()[found.source->mention];
    return source.can_speak && (source.kind != MentionKind::Description ||
                                !analysis_->is(source.core.begin, Tag::Indefinite));
  }

  // "“…” is the title of a study": what says so is no speaker.
  [[nodiscard]] bool is_called_title(const Attribution& found) const {
    if (found.cue == kNoCue || !found.source || found.source->mention == kNoMention) return false;
    const Tag tag = scene_->cues()[found.cue].tag;
    const Mention& source = scene_->mentions()[found.source->mention];
    return (tag == Tag::Impersonal || strength_of(tag) == CueStrength::Beside) &&
           source.kind == MentionKind::Description && analysis_->is(source.head, Tag::TitleNoun);
  }

  // "asked: “…”": a verb of speech with nothing between it and its colon.
  [[nodiscard]] bool says_right_before(const Attribution& found) const {
    constexpr double kNothingBetween = 0.979;
    return found.cue != kNoCue && found.score > kNothingBetween;
  }

  static bool says_in_incise(const Attribution& found) {
    return found.rule == "cue.after" || found.rule == "cue.after_subject";
  }

  // A short word in marks is speech when it is punctuated as a sentence or opens one.
  [[nodiscard]] bool ends_like_speech(StretchIndex stretch) const {
    const TokenRange& inner = scene_->stretches()[stretch].inner;
    return analysis_->token(inner.end - 1).kind == TokenKind::Punctuation ||
           analysis_->token(inner.begin).capitalised;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  Attributions result_;
};

}  // namespace

std::vector<std::optional<Attribution>> attribute_stretches(const Scene& scene) {
  return Attributor(scene).run();
}

}  // namespace dixit::parser
