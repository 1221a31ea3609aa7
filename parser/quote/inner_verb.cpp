#include "parser/quote/inner_verb.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words after an inner verb that say to whom and where it was said.
constexpr TokenIndex kCircumstancesMax = 12;

}  // namespace

TokenIndex skip_light(const Scene& scene, const Frame& frame, TokenIndex token) {
  while (token < frame.tokens.end && is_light(scene.analysis(), token) &&
         scene.mentions().beginning_at(token) == kNoMention) {
    ++token;
  }
  return token;
}

CueIndex speech_verb_at(const Scene& scene, const Frame& frame, TokenIndex token) {
  const auto next = std::lower_bound(
      frame.cues.begin(), frame.cues.end(), token,
      [&](CueIndex index, TokenIndex at) { return verb_of(scene.cues()[index]) < at; });
  if (next == frame.cues.end()) return kNoCue;
  const Cue& cue = scene.cues()[*next];
  const bool speech = cue.kind == CueKind::Verb && strength_of(cue.tag) == CueStrength::Speech;
  return speech && cue.tag != Tag::Learn && verb_of(cue) == token ? *next : kNoCue;
}

bool lacks_words(const Scene& scene, const Frame& frame, const Cue& verb) {
  static const TagSet kOpeners =
      tag_set({Tag::Complementizer, Tag::InfinitiveMarker, Tag::Subordinator, Tag::Conjunction});
  const Analysis& analysis = scene.analysis();
  const TokenIndex end = std::min(frame.tokens.end, verb.tokens.end + kCircumstancesMax);
  for (TokenIndex at = verb.tokens.end; at < end; ++at) {
    const char32_t mark = analysis.mark(at);
    if (mark == ':' || scene.child_at(frame.region, at) != kNoStretch) return false;
    if (mark != 0) return true;
    if (!analysis.is(at, Tag::Preposition) && analysis.is_any(at, kOpeners)) return false;
    const bool finite = (verb_moods(analysis, at) & kFiniteMoods) != 0;
    if (finite && scene.mentions().at(at) == kNoMention) return false;
  }
  return true;
}

bool is_told_clause(const Scene& scene, const Frame& frame, const Cue& verb) {
  const Analysis& analysis = scene.analysis();
  const TokenIndex begin = verb_of(verb);
  return analysis.language().grammar.subject_dropped && !verb.dependent && !verb.passive &&
         begin >= frame.tokens.begin + 2 &&
         (analysis.is(begin - 1, Tag::Complementizer) ||
          (analysis.is(begin - 1, Tag::ObjectPronoun) &&
           analysis.is(begin - 2, Tag::Complementizer)));
}

MentionIndex phrase_behind(const Scene& scene, const Frame& frame, const Cue& verb) {
  const MentionIndex behind =
      scene.mentions().beginning_at(skip_light(scene, frame, verb.tokens.end));
  return behind != kNoMention && scene.mentions()[behind].governed ? kNoMention : behind;
}

bool speaks_to_another(const Scene& scene, const Cue& verb, const std::optional<Subject>& teller) {
  const Analysis& analysis = scene.analysis();
  if (teller && teller->mention != kNoMention) {
    const Mention& who = scene.mentions()[teller->mention];
    const bool one = who.kind == MentionKind::Name && who.person && !who.body;
    if (!agree(who.features, verb.features)) return true;
    if (one && verb.features.number == Number::Plural) return true;
  }
  const TokenIndex begin = verb_of(verb);
  const PhraseMatch* told = begin == 0 ? nullptr : analysis.match(begin - 1, Tag::ObjectPronoun);
  // "le dijo a su jefe": who is told is named after the verb.
  return told != nullptr && told->entry.features.person == Person::Third &&
         !analysis.is(begin - 1, Tag::Reflexive) &&
         !analysis.is(verb.tokens.end, Tag::RecipientPreposition);
}

}  // namespace dixit::parser
