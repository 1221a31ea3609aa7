#include "parser/quote/candidates.h"

#include <algorithm>
#include <utility>

#include "parser/quote/bare_colon.h"
#include "parser/quote/carriers.h"
#include "parser/quote/clause_edges.h"
#include "parser/quote/gap.h"
#include "parser/quote/word_classes.h"
#include "parser/quote/words_owner.h"

namespace dixit::parser {
namespace {

// Scores say how often a pattern is right; differences below 0.02 only order equals.
constexpr double kColonScore = 0.98;
constexpr double kAdjacentScore = 0.97;
constexpr double kComplementScore = 0.95;
constexpr double kGovernedScore = 0.9;
constexpr double kGovernedFloor = 0.45;
constexpr double kDistanceCost = 0.012;
constexpr double kSpeechDistanceCost = 0.005;  // a clause of speech runs on
constexpr double kEmbeddedCost = 0.25;         // an attitude inside what somebody says
constexpr double kLooseRightScore = 0.55;
constexpr double kMuteCost = 0.08;          // a subject that is not known to be able to speak
constexpr double kDroppedCost = 0.04;       // a verb without its subject, where subjects may drop
constexpr double kClosedCost = 0.15;        // a relative clause that has ended
constexpr double kUnsaidCost = 0.4;         // a relative clause that says what is not told
constexpr double kOwnClauseCost = 0.15;     // the cue governs what follows it
constexpr TokenIndex kColonItemsMax = 4;    // between a verb and a colon that ties words to it
constexpr TokenIndex kPatientItemsMax = 6;  // of whom the words before a passive are told
constexpr double kCarrierCost = 0.35;       // an agency that a verb's own speaker is quoted by
constexpr double kLearnCost = 0.15;         // who heard the words did not say them
constexpr double kToldCost = 0.1;           // a passive that names only the hearer
constexpr double kNounScore = 0.62;
constexpr double kClosingScore = 0.86;     // a sentence that ends ", he said."
constexpr double kUnpartedScore = 0.62;    // a verb right after a fragment of its own clause
constexpr double kBorrowedNounCost = 0.1;  // a noun whose owner is only who the sentence is about

// Cues on each side that are tried: the words a sentence quotes hang on one near by.
constexpr std::ptrdiff_t kCuesTriedMax = 12;

class CandidateFinder {
 public:
  CandidateFinder(const Scene& scene, const Frame& frame, StretchIndex stretch)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        frame_(&frame),
        stretch_(&scene.stretches()[stretch]) {}

  std::vector<Attribution> find() {
    const auto begin = frame_->cues.begin();
    const auto after = std::lower_bound(begin, frame_->cues.end(), stretch_->outer.begin,
                                        [&](CueIndex index, TokenIndex token) {
                                          return scene_->cues()[index].tokens.begin < token;
                                        });
    const auto last = after + std::min(kCuesTriedMax, frame_->cues.end() - after);
    for (auto cue = after - std::min(kCuesTriedMax, after - begin); cue != last; ++cue) add(*cue);
    if (auto colon = bare_colon(*scene_, *frame_, *stretch_)) found_.push_back(*std::move(colon));
    for (Attribution& found : found_) give_to_owner(*scene_, *frame_, *stretch_, found);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.score > b.score; });
    prefer_relative();
    return std::move(found_);
  }

 private:
  // "Smith, who said he is “…”, asked for calm": the words end the relative clause, and the verb
  // after them has words of its own or none.
  void prefer_relative() {
    if (found_.empty()) return;
    if (found_.front().rule != "cue.after" && found_.front().rule != "cue.after_subject") return;
    // "threatened to “…”, according to the police": the preposition says through whom we know it.
    const bool through = scene_->cues()[found_.front().cue].kind == CueKind::Preposition;
    const CueIndex governing = through ? unbroken_ : relative_;
    if (governing == kNoCue) return;
    const auto found = std::find_if(found_.begin(), found_.end(), [governing](const auto& other) {
      return other.cue == governing;
    });
    if (found != found_.end()) std::rotate(found_.begin(), found, found + 1);
  }

  void add(CueIndex index) {
    const Cue& cue = scene_->cues()[index];
    if (cue.tokens.end <= stretch_->outer.begin) {
      add_left(index, cue);
    } else if (cue.tokens.begin >= stretch_->outer.end) {
      add_right(index, cue);
    }
  }

  [[nodiscard]] Gap gap_between(TokenIndex begin, TokenIndex end) const {
    return read_gap(*scene_, *frame_, {.begin = begin, .end = end});
  }

  void add_left(CueIndex index, const Cue& cue) {
    std::optional<Subject> source = scene_->subject_at(index);
    TokenIndex from = cue.tokens.end;
    const bool names_after = source && source->tokens.begin >= cue.tokens.end;
    if (names_after) from = std::max(from, source->tokens.end);
    if (from > stretch_->outer.begin) {
      // "Calling it “…”, the minister left": only a dependent verb shares what comes later.
      const bool shared = cue.dependent && source && source->tokens.begin >= stretch_->outer.end;
      if (cue.kind == CueKind::Verb && !shared) source.reset();
      from = stretch_->outer.begin;
    }
    const Gap gap = gap_between(from, stretch_->outer.begin);
    if (!gap.colon && in_subjects_relative(*analysis_, *frame_, cue, stretch_->outer.begin)) return;
    Attribution found{.cue = index, .source = source, .rule = "cue.governs"};
    const CueStrength strength = strength_of(cue.tag);
    const bool speech = cue.kind == CueKind::Verb && strength == CueStrength::Speech;
    const bool heads_clause = cue.kind == CueKind::Preposition && begins_frame_at(cue);
    found.score =
        kGovernedScore - (speech || heads_clause ? kSpeechDistanceCost : kDistanceCost) * gap.items;
    if (gap.colon) {
      found.score = kColonScore - kDistanceCost * gap.items / 4;
      found.rule = "cue.colon";
      found.whole = true;
    } else if (gap.items == 0 && gap.stretches == 0) {
      found.score = kAdjacentScore;
      found.rule = "cue.before";
      found.whole = gap.comma || (speech && ends_frame());
    } else if (gap.complementizer && gap.items <= 2) {
      found.score = kComplementScore;
      found.rule = "cue.complement";
      found.whole = analysis_->token(stretch_->inner.begin).capitalised;
    } else if (gap.comma && speech && !gap.verb) {
      found.whole = true;  // "said in a statement, “…”"
    }
    found.whole = found.whole || holds_sentences();
    const bool beside = gap.items == 0 && gap.stretches == 0;
    if (cue.kind == CueKind::Verb && strength == CueStrength::Beside && !beside &&
        !(gap.colon && !cue.dependent && gap.items <= kColonItemsMax)) {
      return;
    }
    if (gap.colon && cue.dependent && gap.items > 3) found.score -= 0.05;
    if (gap.verb && !gap.colon) found.score -= 0.02;
    if (gap.clause_edge && !gap.colon) found.score -= 0.1;
    if (speech && source && !gap.marked && gap.items > 0) {
      unbroken_ = index;
      if (source->rule == "source.antecedent") relative_ = index;
    }
    if (gap.items > 0 && in_ended_relative(*analysis_, *frame_, cue)) found.score -= kClosedCost;
    // "the spokesman, who did not give his name: “…”": what is left unsaid is not these words.
    if (source && source->rule == "source.antecedent" && gap.items > 0 && cue.finite > 0 &&
        analysis_->is(cue.finite - 1, Tag::Negation)) {
      found.score -= kUnsaidCost;
    }
    const bool close = beside || gap.colon || found.rule == "cue.complement";
    if (!close && is_embedded(cue, source, speech)) found.score -= kEmbeddedCost;
    found.score = std::max(found.score, kGovernedFloor);
    finish(cue, found);
  }

  void add_right(CueIndex index, const Cue& cue) {
    const std::optional<Subject>& source = scene_->subject_at(index);
    // "„…“, hatte er erklärt": the part of a framed verb that stands beside the words counts.
    const bool framed = cue.finite >= stretch_->outer.end && cue.finite < cue.tokens.begin;
    const TokenIndex verb = framed ? cue.finite : cue.tokens.begin;
    const Gap gap = gap_between(stretch_->outer.end, verb);
    Attribution found{.cue = index, .source = source, .rule = "cue.later"};
    found.whole = begins_frame();
    const bool subject_between =
        source && source->tokens.begin >= stretch_->outer.end && source->tokens.begin < verb;
    const bool opens_gap = subject_between && ends_apart(gap) &&
                           gap_between(stretch_->outer.end, source->tokens.begin).items == 0;
    if (gap.items == 0 && !cue.dependent) {
      found.score = kAdjacentScore;
      found.rule = "cue.after";
    } else if (opens_gap && !cue.dependent) {
      found.score = kAdjacentScore -
                    kDistanceCost / 3 * (gap.items - std::min(gap.items, source->tokens.size()));
      found.rule = "cue.after_subject";
    } else if (is_told(cue) && !source && ends_apart(gap) && gap.items <= kPatientItemsMax) {
      found.score = kAdjacentScore;
      found.rule = "cue.after_hearer";
    } else if (gap.stretches > 0 && gap.items <= 2 * gap.stretches + 1) {
      found.score = 0.8;
      found.rule = "cue.after_series";
    } else if (subject_between && closes_frame(cue, *source)) {
      found.score = kClosingScore - kSpeechDistanceCost * gap.items;
      found.rule = "cue.closes";
    } else {
      found.score = kLooseRightScore - kDistanceCost * gap.items;
      if (cue.kind == CueKind::Preposition)
        found.score = kGovernedScore - kDistanceCost * gap.items;
      if (cue.dependent) found.score -= 0.15;
    }
    const bool weak = cue.kind == CueKind::Verb && (strength_of(cue.tag) == CueStrength::Beside ||
                                                    strength_of(cue.tag) == CueStrength::Attitude);
    if (weak && found.score < kAdjacentScore - 0.1) return;
    if (opens_next_stretch(*scene_, *frame_, cue)) found.score -= 0.25;
    if (is_fragment_before(gap)) found.score = std::min(found.score, kUnpartedScore);
    if (has_clause_after(*analysis_, *frame_, cue, source)) found.score -= kOwnClauseCost;
    finish(cue, found);
  }

  void finish(const Cue& cue, Attribution& found) {
    switch (cue.kind) {
      case CueKind::Noun:
        if (!found.source && found.rule == "cue.later") return;
        found.score *=
            kNounScore + (found.rule == "cue.colon" || found.rule == "cue.before" ? 0.2 : 0);
        if (found.source && found.source->rule == "source.noun_sentence") {
          found.score -= kBorrowedNounCost;
        }
        break;
      case CueKind::Verb:
        if (strength_of(cue.tag) == CueStrength::Attitude) found.score -= 0.06;
        if (cue.tag == Tag::Learn) found.score -= kLearnCost;
        // "X promised “…”, AFP reported": the carrier closes what somebody else is said to say.
        if (found.source && cue.tokens.begin >= stretch_->outer.end && inside_speech(cue) &&
            frame_->first_speech < stretch_->outer.begin &&
            names_carrier(*analysis_, found.source->tokens)) {
          found.score -= kCarrierCost;
        }
        if (cue.tag == Tag::NameVerb) found.score -= 0.45;
        if (cue.passive && !found.source) found.score -= is_beside(found) ? kToldCost : 0.3;
        break;
      case CueKind::Preposition:
      case CueKind::Postposition:
        if (!found.source) found.score -= 0.4;
        if (found.source && names_carrier(*analysis_, found.source->tokens)) {
          found.score -= kCarrierCost;
        }
        break;
    }
    if (!found.source) {
      const bool dropped = analysis_->language().grammar.subject_dropped;
      found.score -= !dropped ? 0.2 : cue.kind == CueKind::Noun ? 0.15 : kDroppedCost;
    }
    if (found.source && found.source->mention != kNoMention) {
      const Mention& speaker = scene_->mentions()[found.source->mention];
      if (!speaker.can_speak) found.score -= kMuteCost;
      if (speaker.features.person == Person::First && found.rule == "cue.colon") {
        found.score -= 0.03;
      }
    }
    if (found.source && analysis_->is(found.source->tokens.begin, Tag::IndefinitePronoun)) {
      found.score -= cue.tag == Tag::Judge ? 0.6 : 0.03;  // "what one calls"
    }
    if (found.score > 0) found_.push_back(found);
  }

  // "was told", but not "is said to read".
  [[nodiscard]] bool is_told(const Cue& cue) const {
    return cue.passive && !analysis_->is(cue.tokens.begin, Tag::InfinitiveMarker) &&
           !analysis_->is(cue.tokens.end, Tag::InfinitiveMarker);
  }

  // "was told: “…”": plainly somebody's words, though nothing says whose.
  static bool is_beside(const Attribution& found) {
    return found.whole && (found.rule == "cue.before" || found.rule == "cue.colon" ||
                           found.rule == "cue.after_hearer");
  }

  // Whether the words belong to a clause in what somebody else says: what he holds that another
  // thinks, what somebody does who is only told apart by a relative clause, what "it" does.
  [[nodiscard]] bool is_embedded(const Cue& cue, const std::optional<Subject>& source,
                                 bool speech) const {
    if (is_reported_itself(cue)) return true;
    if (!inside_speech(cue)) return false;
    if (!speech) return true;
    if (!source || source->mention == kNoMention) return false;
    const TokenIndex begin = source->tokens.begin;
    if (source->rule == "source.antecedent") {
      return begin > 0 && analysis_->token(begin - 1).kind != TokenKind::Punctuation;
    }
    return scene_->mentions()[source->mention].features.gender == Gender::Neuter &&
           scene_->mentions()[source->mention].kind == MentionKind::Pronoun;
  }

  // "Er rügt, die Tat erinnere …": a verb in the mood of reported speech behind the one that
  // reports.
  [[nodiscard]] bool is_reported_itself(const Cue& cue) const {
    return cue.features.mood == Mood::Reportive &&
           scene_->cues()[frame_->cues.front()].tokens.begin < cue.tokens.begin;
  }

  // ", he said." at the end of a sentence reports all of it.
  [[nodiscard]] bool closes_frame(const Cue& cue, const Subject& source) const {
    if (cue.kind != CueKind::Verb || cue.dependent || source.tokens.begin == 0) return false;
    return analysis_->mark(source.tokens.begin - 1) == ',' &&
           gap_between(cue.tokens.end, frame_->tokens.end).items == 0;
  }

  // Whether the words stand inside the reporter's clause and nothing parts them from the verb
  // behind them: "the “blue” party says".
  [[nodiscard]] bool is_fragment_before(const Gap& gap) const {
    return !ends_apart(gap) && gap.stretches == 0 && !begins_frame() && !follows_colon();
  }

  // Whether a mark, in the words or behind them, parts them from what follows.
  [[nodiscard]] bool ends_apart(const Gap& gap) const {
    return gap.parted || analysis_->token(stretch_->inner.end - 1).kind == TokenKind::Punctuation;
  }

  [[nodiscard]] bool follows_colon() const {
    return stretch_->outer.begin > 0 && analysis_->mark(stretch_->outer.begin - 1) == ':';
  }

  // Whether a sentence ends inside the words: no fragment then.
  [[nodiscard]] bool holds_sentences() const {
    const TokenRange& inner = stretch_->inner;
    return analysis_->sentence_of(inner.begin) != analysis_->sentence_of(inner.end - 1);
  }

  [[nodiscard]] bool ends_frame() const {
    return gap_between(stretch_->outer.end, frame_->tokens.end).items == 0;
  }

  // Whether a verb of speech before it governs the clause that this cue stands in.
  [[nodiscard]] bool inside_speech(const Cue& cue) const {
    return frame_->first_speech < cue.tokens.begin;
  }

  [[nodiscard]] bool begins_frame_at(const Cue& cue) const {
    return gap_between(frame_->tokens.begin, cue.tokens.begin).items == 0;
  }

  [[nodiscard]] bool begins_frame() const {
    return gap_between(frame_->tokens.begin, stretch_->outer.begin).items == 0;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  const MarkedStretch* stretch_;
  CueIndex unbroken_ = kNoCue;  // the last verb of speech that no mark parts from the words
  CueIndex relative_ = kNoCue;  // the last one whose relative clause the words stand in
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> candidates_for(const Scene& scene, const Frame& frame,
                                        StretchIndex stretch) {
  return CandidateFinder(scene, frame, stretch).find();
}

}  // namespace dixit::parser
