#include "parser/quote/link_voices.h"

#include <algorithm>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

using model::HopRole;

// How far before a verb the comma may stand that opens its clause.
constexpr TokenIndex kClauseReach = 6;

// How far after a verb of saying its hearer may stand.
constexpr TokenIndex kHearerReach = 3;

// Only who is known by office or by having been there; nobody else's word makes a link.
std::optional<HopRole> role_of(const LinkContext& context, const TokenRange& phrase) {
  const bool his = context.analysis().is(phrase.begin, Tag::Possessive);
  if (context.holds(phrase, Tag::Spokesperson) ||
      (his && context.holds(phrase, Tag::AccusedNoun))) {
    return HopRole::Spokesperson;
  }
  if (context.holds(phrase, Tag::AuthorityNoun)) return HopRole::Authority;
  static constexpr Tag kPeople[] = {Tag::WitnessNoun, Tag::RoleNoun, Tag::KinNoun};
  const bool people = std::any_of(std::begin(kPeople), std::end(kPeople),
                                  [&](Tag tag) { return context.holds(phrase, tag); });
  return people ? std::optional(HopRole::Witness) : std::nullopt;
}

// A name, a body or a pronoun; not figures, a photograph or a study.
bool may_speak(const LinkContext& context, const TokenRange& phrase) {
  static constexpr Tag kSpeakers[] = {Tag::GroupNoun, Tag::Demonym, Tag::Pronoun,
                                      Tag::IndefinitePronoun, Tag::Title};
  return context.has_name(phrase) ||
         std::any_of(std::begin(kSpeakers), std::end(kSpeakers),
                     [&](Tag tag) { return context.holds(phrase, tag); });
}

bool names_carrier(const LinkContext& context, const TokenRange& phrase) {
  static constexpr Tag kCarriers[] = {Tag::OutletNoun, Tag::BroadcastChannel, Tag::TranslationNoun,
                                      Tag::AgencyNoun, Tag::MonitorNoun,      Tag::OutletName};
  return std::any_of(std::begin(kCarriers), std::end(kCarriers),
                     [&](Tag tag) { return context.holds(phrase, tag); });
}

bool names_channel(const LinkContext& context, const TokenRange& phrase) {
  static constexpr Tag kChannels[] = {
      Tag::SocialChannel,    Tag::VideoChannel,  Tag::AudioChannel,   Tag::LetterChannel,
      Tag::StatementChannel, Tag::BannerChannel, Tag::LeafletChannel, Tag::CourtChannel};
  return std::any_of(std::begin(kChannels), std::end(kChannels),
                     [&](Tag tag) { return context.holds(phrase, tag); });
}

bool quoted_in(const LinkContext& context, const TokenRange& phrase) {
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (context.quoted(i)) return true;
  }
  return false;
}

// "selon une source …": the lexicon's phrase may hold the noun, which then begins the name.
TokenIndex begin_of_object(const LinkContext& context, const PhraseMatch& preposition) {
  const Analysis& analysis = context.analysis();
  const TokenIndex end = preposition.begin + preposition.length;
  if (preposition.length < 2 || !analysis.is(end - 1, Tag::RoleNoun)) return end;
  const bool determined = preposition.length > 2 && is_determiner_like(analysis, end - 2);
  return determined ? end - 2 : end - 1;
}

// "le procureur, Jeanne Morel, …": a name between commas belongs to the noun before it.
TokenIndex end_of_apposed_name(const LinkContext& context, TokenIndex end) {
  const Analysis& analysis = context.analysis();
  if (!context.same_sentence(end, end + 1) || analysis.mark(end) != ',') return end;
  const TokenRange name = context.name_at(end + 1);
  const bool closed = name.end < analysis.size() && analysis.mark(name.end) == ',';
  return !name.empty() && closed ? name.end : end;
}

// "…, the prosecutor said", "…, prosecutors said": what stands between a comma and the verb.
TokenRange subject_after_comma(const LinkContext& context, TokenIndex verb) {
  const Analysis& analysis = context.analysis();
  TokenIndex comma = verb;
  while (comma > 0 && verb - comma < kClauseReach - 1 && analysis.mark(comma) != ',') --comma;
  if (analysis.mark(comma) != ',' || comma + 1 >= verb || !context.same_sentence(comma, verb)) {
    return {};
  }
  const TokenRange phrase{.begin = comma + 1, .end = verb};
  static const TagSet kBare = tag_set({Tag::AuthorityNoun, Tag::WitnessNoun});
  const bool bare = phrase.size() == 1 && analysis.is_any(phrase.begin, kBare);
  if ((!bare && !is_determiner_like(analysis, phrase.begin)) ||
      context.holds(phrase, Tag::RelativePronoun)) {
    return {};
  }
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.token(i).kind == TokenKind::Punctuation) return {};
  }
  return phrase;
}

// "…, révèlent les enquêteurs", "…, ont révélé les enquêteurs"
TokenRange subject_behind(const LinkContext& context, TokenIndex verb) {
  const Analysis& analysis = context.analysis();
  TokenIndex first = verb;
  if (first > 0 && analysis.is(first - 1, Tag::Auxiliary)) --first;
  const TokenIndex subject = verb + 1;
  if (first == 0 || analysis.mark(first - 1) != ',' || !context.same_sentence(first - 1, subject) ||
      !is_determiner_like(analysis, subject)) {
    return {};
  }
  return noun_phrase_from(analysis, subject);
}

// Where a phrase that begins at the token is a voice, the link.
std::optional<Link> voice_from(const LinkContext& context, TokenIndex begin, TokenIndex anchor,
                               HopRole otherwise) {
  const Analysis& analysis = context.analysis();
  TokenRange phrase = noun_phrase_from(analysis, begin);
  // "M. Morel": the abbreviation's full stop ends no name.
  if (phrase.size() == 1 && analysis.is(phrase.begin, Tag::Title) &&
      context.same_sentence(phrase.begin, phrase.end + 1) && analysis.mark(phrase.end) == '.') {
    phrase.end = context.name_at(phrase.end + 1).end;
  }
  // "a resident quoted by the Herald": the participle is no part of the name.
  while (phrase.size() > 1 &&
         (analysis.is(phrase.end - 1, Tag::Relay) || analysis.is(phrase.end - 1, Tag::Obtain))) {
    --phrase.end;
  }
  if (phrase.empty() || quoted_in(context, phrase)) return std::nullopt;
  if (context.mention_in(phrase, phrase.begin) != nullptr) return std::nullopt;
  if (names_carrier(context, phrase) || names_channel(context, phrase)) return std::nullopt;
  const std::optional<HopRole> role = role_of(context, phrase);
  if (!role && !may_speak(context, phrase)) return std::nullopt;
  phrase.end = end_of_apposed_name(context, phrase.end);
  return Link{.role = role.value_or(otherwise), .tokens = phrase, .anchor = anchor};
}

}  // namespace

std::optional<Link> cited_voice(const LinkContext& context, TokenIndex token) {
  const PhraseMatch* source = context.analysis().match(token, Tag::SourcePreposition);
  if (source == nullptr) return std::nullopt;
  return voice_from(context, begin_of_object(context, *source), token, HopRole::Witness);
}

std::optional<Link> carriers_source(const LinkContext& context, TokenIndex token) {
  const PhraseMatch* citing = context.analysis().match(token, Tag::Citing);
  if (citing == nullptr || context.quoted(token)) return std::nullopt;
  return voice_from(context, token + citing->length, token, HopRole::Witness);
}

std::optional<Link> told_authority(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  if (!analysis.is(token, Tag::Say) || context.quoted(token)) return std::nullopt;
  for (TokenIndex i = token; i <= token + kHearerReach && context.same_sentence(token, i); ++i) {
    const PhraseMatch* hearer = analysis.match(i, Tag::RecipientPreposition);
    if (hearer == nullptr) continue;
    const TokenRange phrase = noun_phrase_from(analysis, i + hearer->length);
    if (phrase.empty() || quoted_in(context, phrase)) continue;
    if (!context.holds(phrase, Tag::InvestigatorNoun)) return std::nullopt;
    return Link{.role = HopRole::Authority, .tokens = phrase, .anchor = i};
  }
  return std::nullopt;
}

std::optional<Link> reporting_clause(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  if (!analysis.is(token, Tag::Say) && !analysis.is(token, Tag::Learn)) return std::nullopt;
  TokenRange phrase = subject_after_comma(context, token);
  if (phrase.empty()) phrase = subject_behind(context, token);
  if (phrase.empty() || quoted_in(context, phrase)) return std::nullopt;
  const std::optional<HopRole> role = role_of(context, phrase);
  if (!role) return std::nullopt;
  return Link{.role = *role, .tokens = phrase, .anchor = phrase.begin};
}

}  // namespace dixit::parser
