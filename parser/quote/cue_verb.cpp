#include "parser/quote/cue_verb.h"

#include <array>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

constexpr auto kCueTags = std::to_array(
    {Tag::Threaten, Tag::Warn, Tag::Promise, Tag::Order, Tag::Deny, Tag::Confirm, Tag::Claim,
     Tag::Write, Tag::Ask, Tag::Say, Tag::Judge, Tag::Learn, Tag::Think, Tag::Charge, Tag::Cite,
     Tag::Impersonal, Tag::Express, Tag::Perceive, Tag::NameVerb});

// Words between a reflexive and the infinitive of what is done to its subject.
constexpr TokenIndex kUndergoReach = 6;

}  // namespace

std::optional<CueVerb> read_cue_verb(const Analysis& analysis, TokenIndex token) {
  static const TagSet kTags = [] {
    TagSet tags;
    for (const Tag tag : kCueTags) tags.set(static_cast<std::size_t>(tag));
    return tags;
  }();
  if (!analysis.is_any(token, kTags)) return std::nullopt;
  CueVerb reading;
  for (const PhraseMatch& phrase : analysis.matches(token)) {
    if (!kTags[static_cast<std::size_t>(phrase.entry.tag)]) continue;
    if (phrase.length < reading.length) break;
    reading.length = phrase.length;
    const unsigned bit = mood_bit(phrase.entry.features.mood);
    if ((reading.moods & kFiniteMoods) == 0 && (bit & kFiniteMoods) != 0) {
      reading.finite = phrase.entry.features;
    }
    if (phrase.entry.features.mood == Mood::Participle) reading.participle = phrase.entry.features;
    reading.moods |= bit;
  }
  for (const Tag tag : kCueTags) {
    const PhraseMatch* found = analysis.match(token, tag);
    if (found != nullptr && found->length == reading.length) {
      reading.tag = tag;
      break;
    }
  }
  return reading;
}

bool is_undergone(const Analysis& analysis, TokenIndex infinitive) {
  static const TagSet kHelpers = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal});
  bool caused = false;
  for (TokenIndex back = 1; back <= kUndergoReach && back <= infinitive; ++back) {
    const TokenIndex at = infinitive - back;
    if (!in_same_sentence(analysis, at, infinitive)) return false;
    if (!caused && analysis.is(at, Tag::Undergo)) {
      caused = true;
      continue;
    }
    if (caused && analysis.is(at, Tag::Reflexive)) return true;
    if (!is_light(analysis, at) && !(caused && analysis.is_any(at, kHelpers))) return false;
  }
  return false;
}

}  // namespace dixit::parser
