#include "parser/quote/link_channels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/owner_apostrophe.h"
#include "parser/quote/proclitics.h"

namespace dixit::parser {
namespace {

using model::Medium;

constexpr auto kChannels = std::to_array<std::pair<Tag, Medium>>({
    {Tag::VideoChannel, Medium::Video},
    {Tag::AudioChannel, Medium::Audio},
    {Tag::LetterChannel, Medium::Letter},
    {Tag::BannerChannel, Medium::Banner},
    {Tag::LeafletChannel, Medium::Leaflet},
    {Tag::SocialChannel, Medium::SocialPost},
    {Tag::StatementChannel, Medium::WrittenStatement},
    {Tag::InterviewChannel, Medium::Interview},
    {Tag::SpeechChannel, Medium::Speech},
    {Tag::CourtChannel, Medium::CourtOrPoliceRecord},
});

// How far before a channel the verb that made it known may stand, and how far after it.
constexpr TokenIndex kVerbBefore = 3;
constexpr TokenIndex kVerbAfter = 12;

// "published a statement", "received a letter": the object of making known.
bool put_out(const LinkContext& context, TokenIndex begin) {
  static const TagSet kVerbs = tag_set({Tag::Write, Tag::Relay, Tag::Obtain, Tag::Republish});
  const Analysis& analysis = context.analysis();
  for (TokenIndex back = 1; back <= kVerbBefore && back <= begin; ++back) {
    const TokenIndex at = begin - back;
    if (!context.same_sentence(at, begin)) return false;
    if (analysis.token(at).kind == TokenKind::Punctuation) return false;
    if (analysis.is_any(at, kVerbs)) return true;
  }
  return false;
}

// "a letter in which …": words stand in it.
bool holds_words(const LinkContext& context, TokenIndex end) {
  const Analysis& analysis = context.analysis();
  for (TokenIndex i = end + 1; i < end + kVerbAfter && context.same_sentence(end - 1, i); ++i) {
    if (context.quoted(i)) return false;
    if (analysis.is(i, Tag::RelativePronoun) && analysis.within(i - 1, Tag::ChannelPreposition)) {
      return true;
    }
  }
  return false;
}

// "a video released by …", "un courrier reçu lundi", "la lettre est parvenue": what follows says
// that it was made known.
bool made_known_after(const LinkContext& context, TokenIndex end) {
  static const TagSet kVerbs = tag_set({Tag::Write, Tag::Relay, Tag::Obtain, Tag::Republish,
                                        Tag::Translated, Tag::Attributed, Tag::Signed});
  const Analysis& analysis = context.analysis();
  for (TokenIndex i = end; i < end + kVerbAfter && context.same_sentence(end - 1, i); ++i) {
    if (context.quoted(i)) return false;
    if (analysis.is_any(i, kVerbs)) return true;
  }
  return false;
}

// Whoever speaks or is interviewed stands there himself: a way of speaking, no go-between.
bool in_person(Medium medium) { return medium == Medium::Speech || medium == Medium::Interview; }

// "according to a copy of the letter"
bool cited_through_genitive(const LinkContext& context, TokenIndex begin) {
  if (begin < 2 || !context.analysis().is(begin - 1, Tag::Genitive)) return false;
  return context.governed_by(begin - 1, Tag::SourcePreposition);
}

bool carries_words(const LinkContext& context, const TokenRange& phrase, TokenIndex noun) {
  const Analysis& analysis = context.analysis();
  return context.governed_by(phrase.begin, Tag::ChannelPreposition) ||
         analysis.within(noun, Tag::Write) || context.reports(phrase) ||
         cited_through_genitive(context, phrase.begin) || put_out(context, phrase.begin) ||
         holds_words(context, phrase.end);
}

}  // namespace

std::optional<Medium> medium_of(Tag tag) {
  const auto* const found =
      std::find_if(kChannels.begin(), kChannels.end(),
                   [tag](const std::pair<Tag, Medium>& channel) { return channel.first == tag; });
  if (found == kChannels.end()) return std::nullopt;
  return found->second;
}

bool is_no_channel(const LinkContext& context, const PhraseMatch& noun) {
  const Analysis& analysis = context.analysis();
  const TokenIndex end = noun.begin + noun.length;
  // "attacks on the network's offices": what owns something is no way for words to go.
  static const TagSet kVerbs =
      tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::Negation, Tag::Pronoun});
  const bool owns = end < analysis.size() && ends_owner(analysis, end) &&
                    !analysis.is_any(end, kVerbs) && context.same_sentence(noun.begin, end);
  // "habría escrito": the verb's form is the noun's as well.
  const bool verb = noun.begin > 0 && noun.length == 1 && analysis.is(noun.begin, Tag::Write) &&
                    noun.entry.tag == Tag::StatementChannel &&
                    analysis.is(noun.begin - 1, Tag::Auxiliary);
  // "“…”, cuenta Smith": right behind a mark a verb of saying is no account.
  const bool says =
      noun.length == 1 && analysis.is(noun.begin, Tag::Say) &&
      (noun.begin == 0 || analysis.token(noun.begin - 1).kind == TokenKind::Punctuation);
  return owns || verb || says;
}

Link channel_link(const LinkContext& context, Medium medium, const PhraseMatch& noun) {
  const Analysis& analysis = context.analysis();
  const TokenIndex head = noun.begin + noun.length - 1U;
  // "by telephone": the lexicon's phrase may hold its preposition.
  const bool adverbial = noun.length > 1 && analysis.is(noun.begin, Tag::ChannelPreposition);
  TokenRange phrase = noun_phrase_around(analysis, head);
  phrase.begin = adverbial ? noun.begin + 1 : std::min(phrase.begin, noun.begin);
  // "tweeted Smith": the verb names the channel, not its subject.
  if (analysis.is(noun.begin, Tag::Write)) {
    phrase = {.begin = noun.begin, .end = noun.begin + noun.length};
  }
  const bool taken_up =
      analysis.is(phrase.begin, Tag::Definite) || analysis.is(phrase.begin, Tag::Demonstrative) ||
      analysis.within(phrase.begin, Tag::Definite) ||
      !without_article(fold_word(analysis.text_of(noun.begin)), analysis.language()).empty();
  return {
      .role = model::HopRole::Channel,
      .tokens = phrase,
      .anchor = noun.begin,
      .medium = medium,
      .carries = !in_person(medium) && (adverbial || carries_words(context, phrase, noun.begin)),
      .announced = made_known_after(context, phrase.end),
      .taken_up = taken_up};
}

bool is_channel_platform(const LinkContext& context, const TokenRange& name) {
  if (context.governed_by(name.begin, Tag::ChannelPreposition)) return true;
  const Analysis& analysis = context.analysis();
  if (name.begin < 2 || !analysis.is(name.begin - 1, Tag::Genitive)) return false;
  static const TagSet kPosts =
      tag_set({Tag::SocialChannel, Tag::AudioChannel, Tag::VideoChannel, Tag::StatementChannel});
  return context.same_sentence(name.begin - 2, name.begin) &&
         analysis.is_any(name.begin - 2, kPosts);
}

}  // namespace dixit::parser
