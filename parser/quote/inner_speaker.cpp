#include "parser/quote/inner_speaker.h"

#include <algorithm>
#include <utility>

#include "parser/quote/clause_edges.h"
#include "parser/quote/gap.h"
#include "parser/quote/inner_verb.h"
#include "parser/quote/noun_words.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Cues beside the one found that are asked whether they govern the words.
constexpr std::size_t kCuesTriedMax = 12;

// Words between an inner verb and the words that it introduces.
constexpr TokenIndex kInnerItemsMax = 3;

// Persons between an outer verb and the subject of what it governs: whoever was told.
constexpr int kHearersMax = 1;

class InnerSpeaker {
 public:
  InnerSpeaker(const Scene& scene, const Frame& frame, StretchIndex stretch,
               const Attribution& found)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        frame_(&frame),
        words_(scene.stretches()[stretch].outer),
        found_(found) {}

  Attribution find() {
    if (found_.cue == kNoCue) return found_;
    if (outer().tokens.begin >= words_.end) {
      if (!in_passive_of_words() && !in_clause_behind()) in_reported_clause();
    } else if (!in_clause_before()) {
      silence_hearer_of_message();
    }
    if (outer().kind == CueKind::Verb && outer().tag == Tag::Learn && names_own_subject()) {
      found_.source.reset();
    }
    return found_;
  }

 private:
  [[nodiscard]] const Cue& outer() const { return scene_->cues()[found_.cue]; }
  [[nodiscard]] const Mention& mention(MentionIndex index) const {
    return scene_->mentions()[index];
  }

  [[nodiscard]] Gap gap_between(TokenIndex begin, TokenIndex end) const {
    return read_gap(*scene_, *frame_, {.begin = begin, .end = end});
  }

  // Whether the source is who does what the cue says, not somebody whom he is said to have heard.
  [[nodiscard]] bool names_own_subject() const {
    const std::optional<Subject>& subject = scene_->subject_at(found_.cue);
    return subject && found_.source && subject->tokens == found_.source->tokens;
  }

  [[nodiscard]] TokenIndex after_light(TokenIndex at) const {
    return skip_light(*scene_, *frame_, at);
  }

  // Makes `cue` the one that the words hang on; who told of it is kept, but for one who only heard.
  void move_to(CueIndex cue, const std::optional<Subject>& source) {
    const bool heard =
        outer().kind == CueKind::Verb && (outer().tag == Tag::Learn || outer().passive);
    if (!heard && found_.source && !only_hears(*found_.source)) found_.teller = found_.source;
    found_.cue = cue;
    found_.source = source;
  }

  // The verb that a mention is the subject of, right behind it.
  [[nodiscard]] CueIndex verb_behind(MentionIndex subject) const {
    return speech_verb_at(*scene_, *frame_, after_light(mention(subject).tokens.end));
  }

  // "“…” was written on the wall, Smith said": the words are the subject of a passive.
  bool in_passive_of_words() {
    const auto next = std::lower_bound(
        frame_->cues.begin(), frame_->cues.end(), words_.end,
        [&](CueIndex index, TokenIndex at) { return scene_->cues()[index].tokens.begin < at; });
    if (next == frame_->cues.end()) return false;
    const Cue& cue = scene_->cues()[*next];
    if (!cue.passive || cue.tokens.begin >= outer().tokens.begin ||
        verb_of(cue) != after_light(words_.end)) {
      return false;
    }
    move_to(*next, scene_->subject_at(*next));
    return true;
  }

  // "“…,” Smith says Jones told him"
  bool in_clause_behind() {
    const CueStrength strength = strength_of(outer().tag);
    if (outer().kind != CueKind::Verb || outer().dependent ||
        (strength != CueStrength::Speech && strength != CueStrength::Attitude)) {
      return false;
    }
    TokenIndex at = outer().tokens.end;
    if (found_.source && found_.source->tokens.begin >= at) at = found_.source->tokens.end;
    at = after_light(at);
    for (int hearers = 0; hearers <= kHearersMax; ++hearers) {
      const PhraseMatch* that = analysis_->match(at, Tag::Complementizer);
      if (that != nullptr && !analysis_->is(at, Tag::Subordinator)) {
        at = after_light(at + that->length);
      }
      const MentionIndex subject = scene_->mentions().beginning_at(at);
      if (at >= frame_->tokens.end) return false;
      if (subject == kNoMention) return that != nullptr && in_verb_behind(at);
      const CueIndex inner = verb_behind(subject);
      if (inner == kNoCue) {
        if (!analysis_->is(outer().head, Tag::HearerVerb)) return false;
        at = after_light(mention(subject).tokens.end);
        continue;
      }
      const Cue& cue = scene_->cues()[inner];
      // "Smith told the man shouting at him": whoever is told does something else meanwhile.
      if (cue.dependent && analysis_->is(outer().head, Tag::HearerVerb)) return false;
      // "Smith says he shouted": most likely himself.
      if (mention(subject).kind == MentionKind::Pronoun && !cue.passive) return false;
      if (!lacks_words(*scene_, *frame_, cue)) return false;
      move_to(inner, cue.passive ? scene_->subject_at(inner) : std::optional(subject_of(subject)));
      return true;
    }
    return false;
  }

  // "“…”, recuerda Prado que le dijo Salcedo": the inner verb's subject follows it or is left out.
  bool in_verb_behind(TokenIndex at) {
    const CueIndex inner = speech_verb_at(*scene_, *frame_, at);
    if (!analysis_->language().grammar.subject_dropped || inner == kNoCue) return false;
    const Cue& cue = scene_->cues()[inner];
    if (cue.dependent || cue.passive || !lacks_words(*scene_, *frame_, cue)) return false;
    const MentionIndex behind = phrase_behind(*scene_, *frame_, cue);
    const bool follows = behind != kNoMention;
    if (!follows && !speaks_to_another(*scene_, cue, found_.source)) return false;
    move_to(inner, follows ? std::optional(subject_of(behind)) : std::nullopt);
    return true;
  }

  [[nodiscard]] Subject subject_of(MentionIndex index) const {
    return {.tokens = mention(index).tokens, .mention = index, .rule = "source.inner_speaker"};
  }

  // "Smith told Jones he would “…”, Miller said": the words end a clause that is reported itself.
  void in_reported_clause() {
    if (found_.rule != "cue.after" && found_.rule != "cue.after_subject" &&
        found_.rule != "cue.closes") {
      return;
    }
    if (outer().kind != CueKind::Verb || outer().dependent || !found_.source) return;
    const auto [begin, end] = cues_before(words_.begin);
    for (auto cue = end; cue != begin;) {
      const CueIndex index = *--cue;
      const Cue& inner = scene_->cues()[index];
      if (inner.kind != CueKind::Verb || strength_of(inner.tag) != CueStrength::Speech) continue;
      const std::optional<Subject>& source = scene_->subject_at(index);
      if (inner.dependent || inner.passive || inner.tag == Tag::Learn || !source) return;
      if (!tells_of_another(*source, *found_.source) ||
          in_subjects_relative(*analysis_, *frame_, inner, words_.begin)) {
        return;
      }
      const Gap gap = gap_between(inner.tokens.end, words_.begin);
      const bool speaks = source->mention != kNoMention && mention(source->mention).can_speak &&
                          source->tokens.end <= inner.tokens.begin;
      if (gap.marked || gap.stretches > 0 || !speaks) return;
      move_to(index, source);
      return;
    }
  }

  // Whether two subjects are plainly two: no pronoun, which may stand for the other, and not the
  // same name or noun twice.
  [[nodiscard]] bool tells_of_another(const Subject& inner, const Subject& outer) const {
    if (inner.mention == kNoMention || outer.mention == kNoMention) return false;
    const Mention& a = mention(inner.mention);
    const Mention& b = mention(outer.mention);
    return a.kind != MentionKind::Pronoun && b.kind != MentionKind::Pronoun &&
           fold_word(analysis_->text_of(a.head)) != fold_word(analysis_->text_of(b.head));
  }

  // The cues of the frame right before a token, no more than are tried.
  [[nodiscard]] std::pair<std::vector<CueIndex>::const_iterator,
                          std::vector<CueIndex>::const_iterator>
  cues_before(TokenIndex token) const {
    const auto end = std::lower_bound(
        frame_->cues.begin(), frame_->cues.end(), token,
        [&](CueIndex index, TokenIndex at) { return scene_->cues()[index].tokens.begin < at; });
    const auto tried =
        std::min<std::ptrdiff_t>(kCuesTriedMax, std::distance(frame_->cues.begin(), end));
    return {end - tried, end};
  }

  // "Smith said the man shouted: “…”"
  bool in_clause_before() {
    const auto [begin, end] = cues_before(words_.begin);
    for (auto cue = end; cue != begin;) {
      const CueIndex index = *--cue;
      const Cue& inner = scene_->cues()[index];
      if (inner.tokens.end > words_.begin) continue;
      const Gap gap = gap_between(inner.tokens.end, words_.begin);
      if (gap.items > kInnerItemsMax || gap.verb || gap.stretches > 0) return false;
      if (inner.kind != CueKind::Verb) continue;
      const CueStrength strength = strength_of(inner.tag);
      if (strength != CueStrength::Speech && !(strength == CueStrength::Beside && gap.colon)) {
        return false;
      }
      const auto [spoken, source] = own_subject(index);
      if (!spoken) return false;
      move_to(index, source);
      return true;
    }
    return false;
  }

  struct OwnSubject {
    bool found = false;
    std::optional<Subject> source;
  };

  // Who does what the inner verb says, where the outer one stands before him.
  [[nodiscard]] OwnSubject own_subject(CueIndex index) const {
    const Cue& inner = scene_->cues()[index];
    const TokenIndex verb = verb_of(inner);
    if (is_heard_pronoun(verb)) return {.found = true, .source = std::nullopt};
    if (index == found_.cue && !inner.dependent) return {};
    if (auto behind = subject_behind(index)) return *behind;
    const TokenIndex outer_begin =
        index == found_.cue ? frame_->tokens.begin : outer().tokens.begin;
    if (reads_message_behind(index)) return {.found = true, .source = scene_->subject_at(index)};
    // "accuses Smith of writing": a preposition before the verb
    TokenIndex at = verb;
    while (at > outer_begin && is_light(*analysis_, at - 1) &&
           scene_->mentions().at(at - 1) == kNoMention) {
      --at;
    }
    const bool linked = inner.dependent && at > outer_begin && links_deed(at - 1, verb);
    if (linked) --at;
    if (at <= outer_begin) return {};
    const MentionIndex subject = scene_->mentions().at(at - 1);
    if (subject == kNoMention) return in_relative_clause(index, outer_begin);
    const Mention& who = mention(subject);
    if (who.core.begin <= outer_begin || who.core.end != at) return {};
    const bool object = inner.dependent && is_object_of(who, linked ? accusing() : hearing());
    // "confirmó la condena de Ponce por escribir": who confirms it has not written.
    const bool owner = linked && analysis_->is(at, Tag::AgentPreposition) &&
                       analysis_->is(who.core.begin - 1, Tag::Genitive);
    if (owner) return {.found = true, .source = std::nullopt};
    if (inner.dependent ? !object : who.governed) return {};
    if (!inner.dependent && who.kind == MentionKind::Pronoun) return {};
    if (outer().kind != CueKind::Verb && !who.can_speak) return {};
    if (inner.passive) return {.found = true, .source = scene_->subject_at(index)};
    return {.found = true, .source = subject_of(subject)};
  }

  // "accuses Smith of writing", Spanish "denunció a Prado por decirle"; by doing something is what
  // the accuser does.
  [[nodiscard]] bool links_deed(TokenIndex link, TokenIndex verb) const {
    static const TagSet kLinks = tag_set({Tag::Genitive, Tag::InfinitiveMarker});
    const bool bare = (verb_moods(*analysis_, verb) & mood_bit(Mood::Infinitive)) != 0;
    return analysis_->is_any(link, kLinks) || (bare && analysis_->is(link, Tag::AgentPreposition));
  }

  // "recordó que le gritaron: “…”", "contó lo que le dijo el capo: “…”"
  [[nodiscard]] std::optional<OwnSubject> subject_behind(CueIndex index) const {
    const Cue& inner = scene_->cues()[index];
    if (!is_told_clause(*scene_, *frame_, inner)) return std::nullopt;
    const MentionIndex behind = phrase_behind(*scene_, *frame_, inner);
    if (behind != kNoMention) return OwnSubject{.found = true, .source = subject_of(behind)};
    if (!speaks_to_another(*scene_, inner, found_.source)) return std::nullopt;
    return OwnSubject{.found = true, .source = std::nullopt};
  }

  // "heard him shout “…”": nobody is named.
  [[nodiscard]] bool is_heard_pronoun(TokenIndex verb) const {
    return verb > frame_->tokens.begin + 1 && analysis_->is(verb - 1, Tag::ObjectPronoun) &&
           analysis_->is_any(verb - 2, hearing());
  }

  // "Smith zufolge lautete die Nachricht: „…“"
  [[nodiscard]] bool reads_message_behind(CueIndex index) const {
    const std::optional<Subject>& subject = scene_->subject_at(index);
    return outer().kind != CueKind::Verb && subject && subject->mention != kNoMention &&
           subject->tokens.begin >= scene_->cues()[index].tokens.end &&
           mention(subject->mention).carrier;
  }

  // "told of a text that read: “…”"
  [[nodiscard]] OwnSubject in_relative_clause(CueIndex index, TokenIndex outer_begin) const {
    const std::optional<Subject>& subject = scene_->subject_at(index);
    const bool relative = subject && subject->rule == "source.antecedent" &&
                          subject->tokens.begin > outer_begin && mention(subject->mention).carrier;
    return {.found = relative, .source = relative ? subject : std::nullopt};
  }

  static const TagSet& accusing() {
    static const TagSet kTags = tag_set({Tag::Charge, Tag::Judge});
    return kTags;
  }

  static const TagSet& hearing() {
    static const TagSet kTags = tag_set({Tag::Learn, Tag::Perceive});
    return kTags;
  }

  // Whether a verb of the classes stands right before the phrase.
  [[nodiscard]] bool is_object_of(const Mention& who, const TagSet& verbs) const {
    const TokenIndex verb = before_object(*analysis_, who.core.begin);
    return verb != kNoToken && verb >= frame_->tokens.begin && analysis_->is_any(verb, verbs);
  }

  // "The jury heard that Smith sent a message saying: “…”": the sentence's subject is no author.
  void silence_hearer_of_message() {
    const TokenIndex verb = verb_of(outer());
    if (!found_.source || found_.source->tokens.end >= verb) return;
    const bool after_noun = scene_->mentions().at(verb - 1) != kNoMention;
    if (after_noun && only_hears(*found_.source)) found_.source.reset();
  }

  // Whether a verb of hearing follows the subject, or one by which it is told.
  [[nodiscard]] bool only_hears(const Subject& subject) const {
    const TokenIndex verb = after_light(subject.tokens.end);
    if (verb >= frame_->tokens.end) return false;
    if (analysis_->is_any(verb, hearing())) return true;
    const TokenIndex participle = after_light(verb + 1);
    return analysis_->is(verb, Tag::Copula) && analysis_->is(participle, Tag::HearerVerb) &&
           is_passive(*analysis_, verb, participle);
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  TokenRange words_;
  Attribution found_;
};

}  // namespace

Attribution to_inner_speaker(const Scene& scene, const Frame& frame, StretchIndex stretch,
                             const Attribution& found) {
  if (auto of_noun = words_of_noun(scene, frame, stretch, found)) return *of_noun;
  return InnerSpeaker(scene, frame, stretch, found).find();
}

}  // namespace dixit::parser
