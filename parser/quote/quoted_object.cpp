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
  return object > 0 && verb_moods(analysis, object - 1) != 0 ? object : kNoToken;
}

}  // namespace

std::optional<MetWords> quoted_object(const Scene& scene, const Cue& cue) {
  if (auto quoted = speaking_object(scene, cue.head, cue.tokens.end)) return quoted;
  const TokenIndex object = object_before(scene, cue);
  return object == kNoToken ? std::nullopt : speaking_object(scene, object - 1, object);
}

}  // namespace dixit::parser
