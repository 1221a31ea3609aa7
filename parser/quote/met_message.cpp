#include "parser/quote/met_message.h"

#include <algorithm>

#include "parser/quote/carriers.h"
#include "parser/quote/noun_chain.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a verb and the message that is its object: "showed the jury at Hallowmere the".
constexpr TokenIndex kObjectReach = 16;

// Words before a message among which the preposition stands that governs it.
constexpr TokenIndex kGovernorReach = 4;

// Tokens back over which a subordinate clause may hold a verb.
constexpr TokenIndex kSubordinateReach = 16;

const TagSet& messages() {
  static const TagSet kMessages =
      tag_set({Tag::LetterChannel, Tag::SocialChannel, Tag::VideoChannel, Tag::AudioChannel,
               Tag::StatementChannel, Tag::LeafletChannel, Tag::BannerChannel, Tag::CourtChannel,
               Tag::ThreatNoun, Tag::CopyNoun, Tag::PrivateNoun});
  return kMessages;
}

}  // namespace

bool MetMessage::is_message(TokenIndex noun) const {
  return analysis_->is_any(noun, messages()) || analysis_->is(noun, Tag::CueNoun);
}

std::optional<TokenIndex> MetMessage::meeting_verb(TokenIndex noun) const {
  const std::optional<TokenIndex> verb = governing_verb(noun);
  return verb && meets(*verb, noun) ? verb : std::nullopt;
}

bool MetMessage::perceives(TokenIndex verb) const {
  return analysis_->is(verb, Tag::Perceive) && is_predicate(verb);
}

bool MetMessage::handles(TokenIndex verb) const {
  const bool obtains = analysis_->is(verb, Tag::Obtain) && !analysis_->is(verb, Tag::Issue);
  return (obtains || analysis_->is_any(verb, tag_set({Tag::Handle, Tag::Perceive}))) &&
         is_predicate(verb);
}

std::optional<TokenIndex> MetMessage::governing_verb(TokenIndex noun) const {
  if (analysis_->language().grammar.participle_at_end) {
    const TokenIndex end = std::min(clause_.end, noun + kObjectReach);
    for (TokenIndex at = noun + 1; at < end; ++at) {
      if (analysis_->token(at).kind == TokenKind::Punctuation) break;
      if (is_predicate(at)) return at;
    }
  }
  const TokenIndex floor = std::max(clause_.begin, noun - std::min(noun, kObjectReach));
  for (TokenIndex at = noun; at-- > floor;) {
    if (is_predicate(at)) return at;
  }
  return std::nullopt;
}

// A verb of the clause itself: not "the find", "after reading", "when she read" nor "who read".
bool MetMessage::is_predicate(TokenIndex verb) const {
  static const TagSet kHelpers =
      tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::FutureMarker});
  static const TagSet kJoints =
      tag_set({Tag::Subordinator, Tag::RelativePronoun, Tag::SourcePreposition});
  const unsigned moods = verb_moods(*analysis_, verb);
  if (moods == 0 || analysis_->is_any(verb, kHelpers)) return false;
  if (verb == clause_.begin || verb == 0) return true;
  const TokenIndex before = verb - 1;
  if (is_determiner_like(*analysis_, before) && !analysis_->is(before, Tag::ObjectPronoun)) {
    return false;
  }
  if (analysis_->within(verb, Tag::Adverb)) return false;
  // "keeps getting", but not "released by Smith, reading" nor "Smith reading".
  const Token& last = analysis_->token(before);
  const bool parted = last.kind == TokenKind::Punctuation || last.capitalised;
  if (moods == mood_bit(Mood::Gerund) && parted) return false;
  if (follows_preposition(verb)) return false;
  const TokenIndex floor = std::max(clause_.begin, verb - std::min(verb, kSubordinateReach));
  for (TokenIndex at = verb; at-- > floor;) {
    if (analysis_->token(at).kind == TokenKind::Punctuation) return true;
    if (!analysis_->is_any(at, kJoints)) continue;
    // An article that is a relative pronoun too is one after a comma: German "der".
    const bool article =
        is_determiner_like(*analysis_, at) && (at == 0 || analysis_->mark(at - 1) != ',');
    const bool reports =
        analysis_->is(at, Tag::Complementizer) && !analysis_->is(at, Tag::Subordinator);
    if (!article && !reports) return false;
  }
  return true;
}

// "after reading", French "après avoir lu", but not "to read".
bool MetMessage::follows_preposition(TokenIndex verb) const {
  static const TagSet kHelpers = tag_set({Tag::Auxiliary, Tag::Copula});
  TokenIndex at = verb;
  while (at > clause_.begin + 1 &&
         (analysis_->is_any(at - 1, kHelpers) || is_light(*analysis_, at - 1))) {
    --at;
  }
  if (at == clause_.begin) return false;
  return analysis_->is(at - 1, Tag::Preposition) && !analysis_->is(at - 1, Tag::InfinitiveMarker) &&
         verb_moods(*analysis_, at - 1) == 0;
}

Governor MetMessage::governor_of(TokenIndex noun) const {
  bool opened = false;
  const TokenIndex floor = std::max(clause_.begin, noun - std::min(noun, kGovernorReach));
  for (TokenIndex at = noun; at-- > floor;) {
    if (analysis_->is_any(at, verb_tags()) || analysis_->token(at).kind == TokenKind::Punctuation) {
      return Governor::None;
    }
    // "gets since weeks letters": another noun ends before a bare one begins.
    if (analysis_->language().grammar.nouns_capitalised && analysis_->token(at).capitalised) {
      return Governor::None;
    }
    const bool article = is_determiner_like(*analysis_, at);
    // "frightened by the letter": what acts itself.
    const bool agent = analysis_->is(at, Tag::AgentPreposition) && at + 1 < noun &&
                       analysis_->is(at + 1, Tag::Definite);
    if (!article && !agent && analysis_->is(at, Tag::ChannelPreposition)) return Governor::Channel;
    if (!article && analysis_->is(at, Tag::AuthorPreposition)) return Governor::Source;
    if (!article && analysis_->is_any(at, tag_set({Tag::Preposition, Tag::Genitive}))) {
      return Governor::Other;
    }
    // Arabic "إلى الشرطة رسالة": a noun with the article has ended what the preposition governs.
    if (analysis_->language().grammar.verb_before_subject && has_article(*analysis_, at)) {
      return Governor::None;
    }
    // What opens the noun phrase stands right behind what governs it: not "from Jones a letter".
    if (opened && !article) return Governor::None;
    opened = opened || article;
  }
  return Governor::None;
}

bool MetMessage::meets(TokenIndex verb, TokenIndex noun) const {
  static const TagSet kGiving =
      tag_set({Tag::Issue, Tag::Write, Tag::Relay, Tag::Republish, Tag::Handle});
  const TokenIndex begin = subject_.empty() ? clause_.begin : subject_.end;
  const Governor governor = governor_of(noun);
  // "was sent a letter", "was accused in a letter", but not "was quoted in the letter".
  if (is_passive(*analysis_, std::min(begin, verb), verb)) {
    return governor != Governor::Other && !analysis_->is_any(verb, tag_set({Tag::Cite}));
  }
  if (analysis_->is(verb, Tag::Perceive)) return true;
  if (governor == Governor::Channel) return analysis_->is(verb, Tag::Stand);
  if (analysis_->is_any(verb, tag_set({Tag::Cite, Tag::Translated}))) return true;
  if (analysis_->is(noun, Tag::CopyNoun)) return analysis_->is_any(verb, kGiving);
  if (governor != Governor::None) return false;
  // Who makes a private message public has got it.
  if (analysis_->is(noun, Tag::PrivateNoun) &&
      analysis_->is_any(verb, tag_set({Tag::Relay, Tag::Republish}))) {
    return true;
  }
  if (analysis_->is(verb, Tag::Obtain) &&
      !analysis_->is_any(verb, tag_set({Tag::Issue, Tag::Ask}))) {
    return true;
  }
  if (analysis_->is(verb, Tag::Handle)) {
    // Who hands over a letter has written it, who hands over the letter need not have.
    if (analysis_->is(verb, Tag::Issue) && !is_definite(noun)) return false;
    return analysis_->is_any(noun, messages()) || is_definite_whole(noun);
  }
  // A newspaper that prints a letter has not written it, nor the police what they play.
  return analysis_->is_any(verb, kGiving) && analysis_->is_any(noun, messages()) &&
         (hands_words_on(*analysis_, subject_) || gives_out_evidence(verb, noun));
}

// "The police released a recording": what investigators make public is others' words, but for what
// they state themselves.
bool MetMessage::gives_out_evidence(TokenIndex verb, TokenIndex noun) const {
  static const TagSet kPublishing = tag_set({Tag::Relay, Tag::Republish});
  static const TagSet kRecordings = tag_set({Tag::VideoChannel, Tag::AudioChannel});
  const bool evidence = analysis_->is_any(noun, kRecordings) ||
                        (analysis_->is(noun, Tag::LetterChannel) && is_definite(noun));
  if (!evidence || !analysis_->is_any(verb, kPublishing)) return false;
  for (TokenIndex at = subject_.begin; at < subject_.end; ++at) {
    if (analysis_->is(at, Tag::InvestigatorNoun)) return true;
  }
  return false;
}

// "the letter", German "den anonymen Brief", Arabic "الرسالة".
bool MetMessage::is_definite(TokenIndex noun) const {
  const TokenIndex floor = noun - std::min(noun, kGovernorReach);
  for (TokenIndex at = noun; at-- > floor;) {
    if (analysis_->is_any(at, tag_set({Tag::Definite, Tag::Demonstrative}))) return true;
    if (is_determiner_like(*analysis_, at) || analysis_->is_any(at, verb_tags())) return false;
  }
  return false;
}

// "found the words", but not "found clear words" nor "found the right words": those are one's own.
bool MetMessage::is_definite_whole(TokenIndex noun) const {
  const PhraseMatch* words = analysis_->match(noun, Tag::CueNoun);
  if (words == nullptr || noun == 0) return false;
  TokenIndex after = noun + words->length;
  // "a sentence painted on the wall"
  static const TagSet kPlaces = tag_set({Tag::Preposition, Tag::ChannelPreposition});
  const bool participle = (verb_moods(*analysis_, after) & ~mood_bit(Mood::Participle)) == 0;
  if (participle && after + 1 < clause_.end && !ends_noun_phrase(*analysis_, after) &&
      analysis_->is_any(after + 1, kPlaces)) {
    ++after;
  }
  // "found a word on the door"
  if (analysis_->is(noun - 1, Tag::Indefinite) && analysis_->is(after, Tag::ChannelPreposition)) {
    return true;
  }
  const bool whole =
      after >= clause_.end || analysis_->token(after).kind == TokenKind::Punctuation ||
      analysis_->is_any(after, tag_set({Tag::Preposition, Tag::Genitive, Tag::AuthorPreposition}));
  return whole && (is_determiner_like(*analysis_, noun - 1) || analysis_->token(noun - 1).joined) &&
         !analysis_->is(noun - 1, Tag::Indefinite);
}

}  // namespace dixit::parser
