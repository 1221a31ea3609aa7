#include "parser/quote/left_out_source.h"

#include <algorithm>
#include <ranges>

#include "parser/quote/inner_verb.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Sentences back in which whoever spoke last is still meant.
constexpr std::size_t kFramesBackMax = 3;

// Cues and mentions of one sentence that are looked at for whom it is about.
constexpr std::size_t kCuesMax = 8;
constexpr MentionIndex kMentionsMax = 12;

// Tokens between what makes a verb future and the verb.
constexpr TokenIndex kDeedReach = 3;

// How sure a supplied source can be at most.
constexpr double kLeftOutScore = 0.7;

using Attributions = std::vector<std::optional<Attribution>>;

class LeftOutSources {
 public:
  LeftOutSources(const Scene& scene, Attributions& attributions)
      : scene_(&scene), mentions_(&scene.mentions()), attributions_(&attributions) {}

  void fill() {
    for (std::size_t i = 0; i < scene_->frames().size(); ++i) {
      for (const StretchIndex stretch : scene_->frames()[i].stretches) fill(i, stretch);
    }
  }

 private:
  struct Said {
    const Cue* cue = nullptr;
    bool in_story = false;  // what somebody told of says to another
  };

  void fill(std::size_t frame, StretchIndex stretch) {
    std::optional<Attribution>& found = (*attributions_)[stretch];
    if (!found || found->source || found->met || found->cue == kNoCue) return;
    if (const Attribution* same = same_words_before(*found)) {
      found->source = same->source;
    } else if (const Cue& cue = scene_->cues()[found->cue]; leaves_subject_out(cue)) {
      const TokenRange& words = scene_->stretches()[stretch].inner;
      found->source = antecedent(frame, {.cue = &cue, .in_story = is_told_in_story(cue, words)});
    }
    if (found->source) found->score = std::min(found->score, kLeftOutScore);
  }

  // The attribution of the words that these repeat, or null.
  [[nodiscard]] const Attribution* same_words_before(const Attribution& found) const {
    if (found.same_as == kNoStretch) return nullptr;
    const std::optional<Attribution>& same = (*attributions_)[found.same_as];
    return same ? &*same : nullptr;
  }

  [[nodiscard]] static bool leaves_subject_out(const Cue& cue) {
    const Person person = cue.features.person;
    return cue.kind == CueKind::Verb && !cue.dependent && !cue.passive &&
           cue.tag != Tag::Impersonal && cue.tag != Tag::Learn &&
           (person == Person::Third || person == Person::Any);
  }

  [[nodiscard]] bool fits(const std::optional<Subject>& subject, const Cue& cue) const {
    if (!subject || subject->mention == kNoMention) return false;
    const Mention& mention = (*mentions_)[subject->mention];
    return mention.can_speak && mention.features.person != Person::First &&
           mention.features.person != Person::Second && agree(mention.features, cue.features) &&
           !(cue.features.number == Number::Plural && names_one(mention));
  }

  // "Prado … le dijeron": a verb in the plural is not of one person alone.
  [[nodiscard]] bool names_one(const Mention& mention) const {
    const Analysis& analysis = scene_->analysis();
    return mention.kind == MentionKind::Name && mention.person && !mention.body &&
           !analysis.is(mention.tokens.end, Tag::Conjunction) &&
           (mention.core.begin == 0 || !analysis.is(mention.core.begin - 1, Tag::Conjunction));
  }

  [[nodiscard]] std::optional<Subject> antecedent(std::size_t index, const Said& said) const {
    const Cue& cue = *said.cue;
    const Frame& here = scene_->frames()[index];
    for (std::size_t back = 1; back <= kFramesBackMax && back <= index; ++back) {
      const Frame& frame = scene_->frames()[index - back];
      if (frame.region != here.region) return std::nullopt;
      std::optional<Subject> found = quoted_in(frame, cue);
      if (!found) found = speaker_in(frame, said);
      if (!found && back == 1) found = opener_of(frame, cue);
      if (!found) continue;
      found->rule = "source.left_out";
      return found;
    }
    return std::nullopt;
  }

  // Whoever was quoted last in the sentence.
  [[nodiscard]] std::optional<Subject> quoted_in(const Frame& frame, const Cue& cue) const {
    for (const StretchIndex stretch : std::views::reverse(frame.stretches)) {
      const std::optional<Attribution>& quoted = (*attributions_)[stretch];
      if (quoted && fits(quoted->source, cue)) return quoted->source;
      if (quoted) return std::nullopt;
    }
    return std::nullopt;
  }

  // "«Te voy a matar», le dijo": what somebody in the story says to another, or a threat, rather
  // than what whoever tells the story adds.
  [[nodiscard]] bool is_told_in_story(const Cue& cue, TokenRange words) const {
    static const TagSet kHarm = tag_set({Tag::HarmKill, Tag::HarmAttack, Tag::HarmAbduct,
                                         Tag::HarmDestroy, Tag::HarmInjure, Tag::HarmPerson});
    const Analysis& analysis = scene_->analysis();
    for (const TokenIndex beside : {cue.tokens.begin - 1, cue.tokens.end}) {
      const PhraseMatch* hearer =
          beside < analysis.size() ? analysis.match(beside, Tag::ObjectPronoun) : nullptr;
      if (hearer == nullptr || analysis.is(beside, Tag::Reflexive)) continue;
      // Behind the verb only what is written onto it: not an article, "dijo la semana pasada".
      if (beside == cue.tokens.end && !analysis.token(beside).joined) continue;
      if (hearer->entry.features.person == Person::Third) return true;
    }
    TokenIndex own = kNoToken;  // where the speaker last said what he will do
    for (TokenIndex at = words.begin; at < words.end; ++at) {
      if (is_own_deed(at)) own = at;
      if (own != kNoToken && at - own <= kDeedReach && analysis.is_any(at, kHarm)) return true;
    }
    return false;
  }

  // "voy a", "mataremos": a verb in the first person, or what makes one future.
  [[nodiscard]] bool is_own_deed(TokenIndex at) const {
    const auto matches = scene_->analysis().matches(at);
    return std::any_of(matches.begin(), matches.end(), [](const PhraseMatch& match) {
      const bool verb = match.entry.tag == Tag::FutureMarker ||
                        verb_tags()[static_cast<std::size_t>(match.entry.tag)];
      return verb && match.entry.features.person == Person::First;
    });
  }

  // Whoever is reported to have said something without marks.
  [[nodiscard]] std::optional<Subject> speaker_in(const Frame& frame, const Said& said) const {
    std::size_t seen = 0;
    for (const CueIndex index : frame.cues) {
      if (++seen > kCuesMax) break;
      const Cue& told = scene_->cues()[index];
      const bool speech = told.kind == CueKind::Verb && !told.dependent && !told.passive &&
                          strength_of(told.tag) == CueStrength::Speech;
      const std::optional<Subject>& speaker = scene_->subject_at(index);
      if (!speaker || !speech || !fits(speaker, *said.cue) ||
          speaker->rule == "source.antecedent") {
        continue;
      }
      const bool asks =
          told.tag == Tag::Ask && said.cue->tag != Tag::Ask && lacks_words(*scene_, frame, told);
      if ((said.in_story || asks) && has_rival(frame, speaker->mention, *said.cue))
        return std::nullopt;
      return speaker;
    }
    return std::nullopt;
  }

  // Whom the sentence is about: the first free mention, if it can speak.
  [[nodiscard]] std::optional<Subject> opener_of(const Frame& frame, const Cue& cue) const {
    const MentionIndex first = mentions_->from(frame.tokens.begin);
    const auto last = static_cast<MentionIndex>(
        std::min<std::size_t>(mentions_->all().size(), first + kMentionsMax));
    for (MentionIndex m = first; m < last; ++m) {
      const Mention& mention = (*mentions_)[m];
      if (mention.core.begin >= frame.tokens.end) break;
      if (mention.governed || scene_->region_of(mention.core.begin) != frame.region) continue;
      const Subject subject{.tokens = mention.tokens, .mention = m, .rule = {}};
      if (mention.weak || !fits(subject, cue) || has_rival(frame, m, cue)) return std::nullopt;
      return subject;
    }
    return std::nullopt;
  }

  // Whether a verb makes the one mentioned its subject, its object or its agent: whose something
  // is, or with whom it is done, takes no part.
  [[nodiscard]] bool takes_part(const Mention& mention) const {
    static const TagSet kParts = tag_set({Tag::RecipientPreposition, Tag::AgentPreposition});
    const Analysis& analysis = scene_->analysis();
    for (TokenIndex i = mention.core.begin; i < mention.core.end; ++i) {
      if (analysis.is(i, Tag::GroupNoun)) return false;
    }
    const bool part = !mention.governed || analysis.is_any(mention.core.begin - 1, kParts) ||
                      analysis.is_any(mention.core.begin, kParts);
    return part && !analysis.is(mention.core.begin - 1, Tag::Genitive);
  }

  // "Rey golpeó a Prado. «…», le dijo": whoever attacks says what is said meanwhile.
  [[nodiscard]] bool is_struck(const Mention& mention) const {
    static const TagSet kDeeds = tag_set({Tag::Threaten, Tag::Warn, Tag::HarmKill, Tag::HarmAttack,
                                          Tag::HarmAbduct, Tag::HarmInjure});
    const TokenIndex verb = before_object(scene_->analysis(), mention.core.begin);
    return verb != kNoToken && scene_->analysis().is_any(verb, kDeeds);
  }

  // "el presidente, Ernesto Mora, …": the name that a comma adds to a description.
  [[nodiscard]] bool is_apposed(MentionIndex name, MentionIndex opener) const {
    const Mention& description = (*mentions_)[opener];
    return (*mentions_)[name].kind == MentionKind::Name && !(*mentions_)[name].governed &&
           description.kind == MentionKind::Description &&
           (*mentions_)[name].core.begin == description.tokens.end + 1 &&
           scene_->analysis().mark(description.tokens.end) == ',';
  }

  // "The police arrested Salcedo. «…», he told a neighbour": somebody else whom the verb fits too.
  [[nodiscard]] bool has_rival(const Frame& frame, MentionIndex opener, const Cue& cue) const {
    const auto last = static_cast<MentionIndex>(
        std::min<std::size_t>(mentions_->all().size(), opener + kMentionsMax));
    for (MentionIndex m = opener + 1; m < last; ++m) {
      const Mention& mention = (*mentions_)[m];
      if (mention.core.begin >= frame.tokens.end) break;
      if (scene_->region_of(mention.core.begin) != frame.region) continue;
      if (mention.core.begin < (*mentions_)[opener].tokens.end || mention.body) continue;
      if (is_apposed(m, opener)) continue;
      if (!is_personal(scene_->analysis(), mention)) continue;
      if (!takes_part(mention) || is_struck(mention)) continue;
      if (fits(Subject{.tokens = mention.tokens, .mention = m, .rule = {}}, cue)) return true;
    }
    return false;
  }

  const Scene* scene_;
  const Mentions* mentions_;
  Attributions* attributions_;
};

}  // namespace

void fill_left_out_sources(const Scene& scene, Attributions& attributions) {
  if (!scene.analysis().language().grammar.subject_dropped) return;
  LeftOutSources(scene, attributions).fill();
}

}  // namespace dixit::parser
