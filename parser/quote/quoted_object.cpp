#include "parser/quote/quoted_object.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Whether a verb of speech begins there that says what the object before it does.
bool says(const Analysis& analysis, TokenIndex object, TokenIndex verb) {
  static const TagSet kSaying = tag_set({Tag::Say, Tag::Write, Tag::Claim, Tag::Threaten, Tag::Warn,
                                         Tag::Promise, Tag::Order, Tag::Ask, Tag::Express});
  return in_same_sentence(analysis, object, verb) && analysis.is_any(verb, kSaying);
}

// "quoted Jones as saying", "recalled Jones saying", "heard him shout": whoever is the object
// speaks.
std::optional<MetWords> speaking_object(const Scene& scene, TokenIndex verb, TokenIndex object) {
  static const TagSet kMeeting = tag_set({Tag::Perceive, Tag::Handle});
  const Analysis& analysis = scene.analysis();
  const MentionIndex index = scene.mentions().beginning_at(object);
  if (index == kNoMention && !analysis.is(object, Tag::ObjectPronoun)) return std::nullopt;
  const TokenIndex after = index == kNoMention ? object + 1 : scene.mentions()[index].tokens.end;
  const bool as = analysis.is(after, Tag::Preposition) && analysis.is(after, Tag::Subordinator) &&
                  says(analysis, object, after + 1) &&
                  verb_moods(analysis, after + 1) == mood_bit(Mood::Gerund);
  constexpr unsigned kBare = mood_bit(Mood::Gerund) | mood_bit(Mood::Infinitive);
  const bool bare = analysis.is_any(verb, kMeeting) && says(analysis, object, after) &&
                    (verb_moods(analysis, after) & kBare) != 0;
  if (!as && !bare) return std::nullopt;
  if (index == kNoMention || !scene.mentions()[index].can_speak) return MetWords{};
  return MetWords{.owner = Subject{.tokens = scene.mentions()[index].tokens,
                                   .mention = index,
                                   .rule = "source.speaking_object"}};
}

// The object of the verb before it, seen from the verb of speech.
TokenIndex object_before(const Scene& scene, const Cue& saying) {
  const Analysis& analysis = scene.analysis();
  if (!saying.dependent && (verb_moods(analysis, saying.head) & mood_bit(Mood::Infinitive)) == 0) {
    return kNoToken;
  }
  TokenIndex end = saying.tokens.begin;
  if (end > 0 && analysis.is(end - 1, Tag::Subordinator)) --end;
  if (end < 2) return kNoToken;
  const MentionIndex index = scene.mentions().at(end - 1);
  const TokenIndex object = index == kNoMention ? end - 1 : scene.mentions()[index].core.begin;
  const TokenIndex verb = before_object(analysis, object);
  return verb != kNoToken && verb_moods(analysis, verb) != 0 ? object : kNoToken;
}

// "oyó gritar a su vecino": who is heard stands behind what he is heard to do.
std::optional<MetWords> heard_behind(const Scene& scene, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  const bool bare = (verb_moods(analysis, cue.head) & mood_bit(Mood::Infinitive)) != 0;
  if (!bare || cue.tokens.begin == 0 || !analysis.is(cue.tokens.begin - 1, Tag::Perceive)) {
    return std::nullopt;
  }
  TokenIndex begin = cue.tokens.end;
  MentionIndex heard = scene.mentions().beginning_at(begin);
  if (const PhraseMatch* to = analysis.match(begin, Tag::RecipientPreposition);
      heard == kNoMention && to != nullptr) {
    heard = scene.mentions().beginning_at(begin + to->length);
  }
  if (heard == kNoMention || !scene.mentions()[heard].can_speak) return MetWords{};
  return MetWords{.owner = Subject{.tokens = scene.mentions()[heard].tokens,
                                   .mention = heard,
                                   .rule = "source.heard"}};
}

// Arabic "سمع وليد جاره يصرخ": verb, subject, who is heard, and what he does.
std::optional<MetWords> heard_between(const Scene& scene, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  if (!analysis.language().grammar.verb_before_subject || cue.tokens.begin == 0) {
    return std::nullopt;
  }
  const MentionIndex heard = scene.mentions().at(cue.tokens.begin - 1);
  if (heard == kNoMention || !scene.mentions()[heard].can_speak) return std::nullopt;
  TokenIndex begin = scene.mentions()[heard].core.begin;
  const MentionIndex hearer = begin == 0 ? kNoMention : scene.mentions().at(begin - 1);
  if (hearer != kNoMention) begin = scene.mentions()[hearer].core.begin;
  if (begin == 0 || !analysis.is(begin - 1, Tag::Perceive)) return std::nullopt;
  return MetWords{.owner = Subject{.tokens = scene.mentions()[heard].tokens,
                                   .mention = heard,
                                   .rule = "source.heard"}};
}

}  // namespace

std::optional<MetWords> quoted_object(const Scene& scene, const Cue& cue) {
  if (auto quoted = speaking_object(scene, cue.head, cue.tokens.end)) return quoted;
  if (auto heard = heard_behind(scene, cue)) return heard;
  if (auto heard = heard_between(scene, cue)) return heard;
  const TokenIndex object = object_before(scene, cue);
  if (object == kNoToken) return std::nullopt;
  return speaking_object(scene, before_object(scene.analysis(), object), object);
}

}  // namespace dixit::parser
