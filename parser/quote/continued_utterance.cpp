#include "parser/quote/continued_utterance.h"

#include <algorithm>
#include <cassert>
#include <ranges>

#include "parser/quote/not_speech.h"
#include "parser/quote/word_classes.h"
#include "parser/quote/words_owner.h"

namespace dixit::parser {
namespace {

// Sentences over which a speech is held to go on without being named again.
constexpr std::size_t kReportedFramesMax = 4;

class Continuation {
 public:
  Continuation(const Scene& scene, Attributions& attributions)
      : scene_(&scene), analysis_(&scene.analysis()), result_(&attributions) {}

  // Words without a cue of their own go on an utterance beside them.
  void continue_from(std::size_t index) {
    const Frame& frame = scene_->frames()[index];
    if (frame.stretches.empty()) return;
    const bool bare = is_bare(frame);
    const bool reported = !bare && stands_in_reported_mood(frame);
    for (const StretchIndex stretch : frame.stretches) {
      if ((*result_)[stretch] || scene_->stretches()[stretch].parent != kNoStretch) continue;
      const TokenIndex words = scene_->words_in(stretch);
      if (words < (bare ? 2 : kFragmentWordsMin)) continue;
      if (looks_like_title(*scene_, stretch) && !(bare && is_sentence(stretch))) continue;
      if (!bare && (is_named_so(*scene_, stretch) || names_noun_before(*scene_, stretch))) continue;
      std::optional<Attribution> found;
      if (bare) found = from_neighbours(index);
      if (reported) found = from_reported_speech(index);
      if (!found && !bare) found = going_on_before_report(index, stretch);
      if (!found && bare) {
        found = Attribution{.score = 0.3, .rule = "marks.unattributed", .whole = true};
      }
      (*result_)[stretch] = found;
    }
  }

 private:
  // Whether nothing but marked stretches stands in the sentence.
  [[nodiscard]] bool is_bare(const Frame& frame) const {
    if (frame.stretches.empty()) return false;
    for (TokenIndex at = frame.tokens.begin; at < frame.tokens.end; ++at) {
      if (scene_->child_at(frame.region, at) == kNoStretch &&
          analysis_->token(at).kind != TokenKind::Punctuation) {
        return false;
      }
    }
    return true;
  }

  // Whether the words end as a sentence does.
  [[nodiscard]] bool is_sentence(StretchIndex stretch) const {
    const TokenRange& inner = scene_->stretches()[stretch].inner;
    const char32_t last = analysis_->mark(inner.end - 1);
    return last == '.' || last == '!' || last == '?' || last == U'…';
  }

  // "“…,” said Smith. “We would not call it reform” for most, …": words that open the next sentence
  // of the same paragraph are still his, though the reporter ends it without naming him.
  std::optional<Attribution> going_on_before_report(std::size_t index, StretchIndex stretch) {
    const Frame& frame = scene_->frames()[index];
    if (index == 0 || scene_->stretches()[stretch].outer.begin != frame.tokens.begin ||
        scene_->words_in(stretch) < kSpeechWordsMin) {
      return std::nullopt;
    }
    const Frame& before = scene_->frames()[index - 1];
    if (before.region != frame.region || analysis_->paragraph_of(before.tokens.begin) !=
                                             analysis_->paragraph_of(frame.tokens.begin)) {
      return std::nullopt;
    }
    return same_as_last_of(before, 0.55, "utterance.goes_on");
  }

  // A verb in the mood of reported speech: German "sei", "habe".
  [[nodiscard]] bool stands_in_reported_mood(const Frame& frame) const {
    if (!analysis_->language().grammar.participle_at_end) return false;
    constexpr unsigned kReported = mood_bit(Mood::Reportive) | mood_bit(Mood::Subjunctive);
    for (TokenIndex at = frame.tokens.begin; at < frame.tokens.end; ++at) {
      if (scene_->child_at(frame.region, at) == kNoStretch &&
          (verb_moods(*analysis_, at) & kReported) != 0 &&
          (verb_moods(*analysis_, at) & mood_bit(Mood::Indicative)) == 0) {
        return true;
      }
    }
    return false;
  }

  // Whoever spoke last goes on being reported without a verb of speech.
  std::optional<Attribution> from_reported_speech(std::size_t index) {
    const Frame& frame = scene_->frames()[index];
    for (std::size_t back = 1; back <= kReportedFramesMax && back <= index; ++back) {
      const Frame& before = scene_->frames()[index - back];
      if (before.region != frame.region) return std::nullopt;
      std::optional<Attribution> found = same_as_last_of(before, 0.65, "mood.reported");
      if (!found) found = last_cue_of(before, 0.6, "mood.reported");
      if (!found) continue;
      found->whole = false;
      return found;
    }
    return std::nullopt;
  }

  std::optional<Attribution> from_neighbours(std::size_t index) {
    const Frame& frame = scene_->frames()[index];
    const std::uint32_t paragraph = analysis_->paragraph_of(frame.tokens.begin);
    const auto in_paragraph = [&](const Frame& other) {
      return other.region == frame.region &&
             analysis_->paragraph_of(other.tokens.begin) == paragraph;
    };
    if (index > 0 && in_paragraph(scene_->frames()[index - 1])) {
      const Frame& before = scene_->frames()[index - 1];
      if (auto found = same_as_last_of(before, 0.8, "utterance.goes_on")) return found;
    }
    if (index + 1 < scene_->frames().size() && in_paragraph(scene_->frames()[index + 1])) {
      if (auto found = from_frame_after(scene_->frames()[index + 1])) return found;
    }
    if (index == 0 || scene_->frames()[index - 1].region != frame.region) return std::nullopt;
    const Frame& before = scene_->frames()[index - 1];
    if (auto found = introduced_by(before)) return owned(before, frame, *found);
    if (auto found = same_as_last_of(before, 0.6, "utterance.next_paragraph")) return found;
    if (auto found = introduced_loosely_by(before)) return owned(before, frame, *found);
    // The reporter's own sentences may come between two parts of a speech.
    for (std::size_t back = 2; back <= kReportedFramesMax && back <= index; ++back) {
      const Frame& earlier = scene_->frames()[index - back];
      if (earlier.region != frame.region) break;
      if (auto found = same_as_last_of(earlier, 0.4, "utterance.after_report")) return found;
    }
    return std::nullopt;
  }

  // "Smith opened the letter." before the words: not Smith's.
  [[nodiscard]] Attribution owned(const Frame& before, const Frame& words,
                                  Attribution found) const {
    give_to_owner(*scene_, before, scene_->stretches()[words.stretches.front()], found);
    return found;
  }

  // "“…” “…,” said X." and "“…” That is what X said."
  std::optional<Attribution> from_frame_after(const Frame& after) {
    if (!after.stretches.empty() && (*result_)[after.stretches.front()] &&
        scene_->stretches()[after.stretches.front()].outer.begin == after.tokens.begin) {
      return going_on_from(*result_, after.stretches.front(), 0.7, "utterance.begins");
    }
    if (!after.stretches.empty() || !analysis_->is(after.tokens.begin, Tag::Resumptive)) {
      return std::nullopt;
    }
    return last_cue_of(after, 0.75, "cue.resumed");
  }

  std::optional<Attribution> same_as_last_of(const Frame& frame, double score,
                                             std::string_view rule) {
    if (frame.stretches.empty() || !(*result_)[frame.stretches.back()]) return std::nullopt;
    return going_on_from(*result_, frame.stretches.back(), score, rule);
  }

  // "The minister said:" as a paragraph before the words.
  std::optional<Attribution> introduced_by(const Frame& before) {
    if (analysis_->mark(before.tokens.end - 1) != ':') return std::nullopt;
    if (auto found = last_cue_of(before, 0.9, "cue.colon")) return found;
    const MentionIndex speaker = last_clause_subject(before);
    if (speaker == kNoMention) return std::nullopt;
    return Attribution{.source = Subject{.tokens = scene_->mentions()[speaker].tokens,
                                         .mention = speaker,
                                         .rule = "source.before_colon"},
                       .score = 0.7,
                       .rule = "colon",
                       .whole = true};
  }

  // Whoever opens the last clause of the sentence that has such a one.
  [[nodiscard]] MentionIndex last_clause_subject(const Frame& frame) const {
    const Mentions& mentions = scene_->mentions();
    MentionIndex best = kNoMention;
    TokenIndex clause = frame.tokens.begin;
    for (MentionIndex m = mentions.from(frame.tokens.begin);
         m < mentions.all().size() && mentions[m].core.begin < frame.tokens.end; ++m) {
      if (mentions[m].governed || !mentions[m].can_speak) continue;
      bool comma = false;
      for (TokenIndex at = clause; at < mentions[m].core.begin; ++at) {
        comma = comma || analysis_->mark(at) == ',';
      }
      if (best == kNoMention || comma) best = m;
      clause = mentions[m].core.begin;
    }
    return best;
  }

  // "The minister spoke." before words in marks.
  std::optional<Attribution> introduced_loosely_by(const Frame& before) {
    if (auto found = last_cue_of(before, 0.5, "cue.sentence_before")) return found;
    const Mentions& mentions = scene_->mentions();
    for (MentionIndex m = mentions.from(before.tokens.begin);
         m < mentions.all().size() && mentions[m].core.begin < before.tokens.end; ++m) {
      if (mentions[m].governed || !mentions[m].person) continue;
      return Attribution{
          .source =
              Subject{.tokens = mentions[m].tokens, .mention = m, .rule = "source.sentence_before"},
          .score = 0.4,
          .rule = "source.sentence_before",
          .whole = true};
    }
    return std::nullopt;
  }

  std::optional<Attribution> last_cue_of(const Frame& frame, double score, std::string_view rule) {
    for (const CueIndex cue : std::views::reverse(frame.cues)) {
      if (const std::optional<Subject>& source = scene_->subject_at(cue)) {
        return Attribution{
            .cue = cue, .source = source, .score = score, .rule = rule, .whole = true};
      }
    }
    return std::nullopt;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  Attributions* result_;
};

}  // namespace

Attribution going_on_from(const Attributions& attributions, StretchIndex other, double score,
                          std::string_view rule) {
  assert(attributions[other]);
  Attribution found = attributions[other].value_or(Attribution{});
  found.score = std::min(found.score, score);
  found.rule = rule;
  found.whole = true;
  found.same_as = other;
  found.words_begin = kNoToken;  // a label stands in the other stretch alone
  return found;
}

void continue_utterances(const Scene& scene, Attributions& attributions) {
  Continuation continuation(scene, attributions);
  for (std::size_t i = 0; i < scene.frames().size(); ++i) continuation.continue_from(i);
}

}  // namespace dixit::parser
