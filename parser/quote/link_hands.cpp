#include "parser/quote/link_hands.h"

#include <algorithm>

#include "parser/quote/link_carriers.h"
#include "parser/quote/noun_phrase_extent.h"

namespace dixit::parser {
namespace {

using model::HopRole;

// How far after a verb its agent may stand.
constexpr TokenIndex kAgentReach = 8;

// How far into the agent's phrase the name proper may stand.
constexpr TokenIndex kNameReach = 12;

// How far before its verb a recording may have been named.
constexpr TokenIndex kRecordingReach = 8;

// Whoever is named after the agent's preposition within reach of a verb or noun.
std::optional<TokenIndex> agent_after(const LinkContext& context, TokenIndex token,
                                      bool genitive_too) {
  const Analysis& analysis = context.analysis();
  const TokenIndex end = std::min(analysis.size(), token + 1 + kAgentReach);
  for (TokenIndex i = token + 1; i < end && context.same_sentence(token, i); ++i) {
    if (context.quoted(i)) return std::nullopt;
    if (const PhraseMatch* agent = analysis.match(i, Tag::AgentPreposition)) {
      return i + agent->length;
    }
    if (!genitive_too) continue;
    if (const PhraseMatch* genitive = analysis.match(i, Tag::Genitive)) return i + genitive->length;
  }
  return std::nullopt;
}

// "das von X übersetzt wurde": the agent before a verb that closes its clause.
std::optional<TokenIndex> agent_before(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  if (!analysis.language().grammar.participle_at_end) return std::nullopt;
  for (TokenIndex back = 1; back <= kAgentReach && back <= token; ++back) {
    const TokenIndex at = token - back;
    if (!context.same_sentence(at, token) || context.quoted(at) || analysis.mark(at) == ',') break;
    if (const PhraseMatch* agent = analysis.match(at, Tag::AgentPreposition)) {
      return at + agent->length;
    }
  }
  return std::nullopt;
}

// Whoever is told apart as a person receives or publishes for himself.
bool names_person(const LinkContext& context, const TokenRange& phrase) {
  return context.holds(phrase, Tag::RoleNoun) || context.holds(phrase, Tag::KinNoun) ||
         context.holds(phrase, Tag::Title) || context.holds(phrase, Tag::GivenName);
}

// Whether a video or a recording was named shortly before in the sentence.
bool speaks_of_recording(const LinkContext& context, TokenIndex token) {
  static const TagSet kRecordings = tag_set({Tag::VideoChannel, Tag::AudioChannel});
  for (TokenIndex back = 1; back <= kRecordingReach && back <= token; ++back) {
    if (!context.same_sentence(token - back, token)) return false;
    if (context.analysis().is_any(token - back, kRecordings)) return true;
  }
  return false;
}

// Skips an "alias" and marks before a name in apposition; the name, or nothing.
TokenRange apposed_name(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  TokenIndex at = token;
  const TokenIndex end = std::min(analysis.size(), token + 4);
  while (at < end && context.same_sentence(token - 1, at) && !analysis.token(at).capitalised) ++at;
  if (at >= end || !context.same_sentence(token - 1, at)) return {};
  return context.name_at(at);
}

}  // namespace

std::optional<Link> translator_link(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  const bool verb = analysis.is(token, Tag::Translated);
  if (!verb && !analysis.is(token, Tag::TranslationNoun)) return std::nullopt;
  std::optional<TokenIndex> begin = agent_after(context, token, !verb);
  if (!begin && verb) begin = agent_before(context, token);
  if (!begin) return std::nullopt;
  const TokenRange phrase = noun_phrase_from(analysis, *begin);
  if (phrase.empty()) return std::nullopt;
  // The name proper, where one stands inside the phrase, says who it was.
  const EntityMention* mention = context.mention_in(
      {.begin = *begin, .end = std::min(analysis.size(), *begin + kNameReach)}, token);
  if (mention == nullptr && !context.has_name(phrase) && !has_carrier_noun(context, phrase)) {
    return std::nullopt;
  }
  return Link{.role = HopRole::Translator,
              .tokens = mention != nullptr ? mention->tokens : phrase,
              .anchor = token,
              .entity = mention != nullptr ? mention->entity : Link::kNoEntity};
}

std::optional<Link> relaying_subject(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  const PhraseMatch* verb = analysis.match(token, Tag::Relay);
  if (!analysis.language().grammar.verb_before_subject || verb == nullptr) return std::nullopt;
  if (!speaks_of_recording(context, token)) return std::nullopt;
  const TokenIndex begin = token + verb->length;
  const TokenRange phrase = noun_phrase_from(analysis, begin);
  if (phrase.empty()) return std::nullopt;
  const TokenRange marked = context.marked_name(phrase.end);
  return Link{.role = HopRole::Broadcaster,
              .tokens = {.begin = phrase.begin, .end = std::max(phrase.end, marked.end)},
              .anchor = token};
}

std::optional<Link> relay_link(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  const bool again = analysis.is(token, Tag::Republish);
  if (!again && !analysis.is(token, Tag::Relay) && !analysis.is(token, Tag::Obtain)) {
    return std::nullopt;
  }
  const std::optional<TokenIndex> begin = agent_after(context, token, false);
  if (!begin) return std::nullopt;
  const TokenRange phrase = noun_phrase_from(analysis, *begin);
  if (phrase.empty() || context.quoted(phrase.begin)) return std::nullopt;
  const EntityMention* mention = context.mention_in(phrase, phrase.begin);
  if (again) {
    return Link{.role = HopRole::Republisher,
                .tokens = phrase,
                .anchor = token,
                .entity = mention != nullptr ? mention->entity : Link::kNoEntity};
  }
  if (!context.has_name(phrase) || mention != nullptr || has_carrier_noun(context, phrase)) {
    return std::nullopt;
  }
  // "received by Smith": who got a letter need not have handed it on.
  if (!analysis.is(token, Tag::Relay) || names_person(context, phrase)) return std::nullopt;
  const bool aired = speaks_of_recording(context, token);
  return Link{
      .role = aired ? HopRole::Broadcaster : HopRole::Outlet, .tokens = phrase, .anchor = token};
}

std::optional<Link> marked_outlet_link(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  const PhraseMatch* hearer = analysis.match(token, Tag::RecipientPreposition);
  if (hearer == nullptr) return std::nullopt;
  const TokenRange marked = context.marked_name(token + hearer->length);
  if (marked.empty() || context.quoted(marked.begin + 1)) return std::nullopt;
  const TokenRange name{.begin = marked.begin + 1, .end = marked.end - 1};
  if (context.mention_in(name, name.begin) != nullptr) return std::nullopt;
  if (!analysis.token(name.begin).capitalised) return std::nullopt;
  return Link{.role = HopRole::Outlet, .tokens = name, .anchor = token};
}

std::optional<Link> spokesperson_link(const LinkContext& context, TokenIndex token) {
  const Analysis& analysis = context.analysis();
  const PhraseMatch* noun = analysis.match(token, Tag::Spokesperson);
  if (noun == nullptr || token == 0 || !analysis.is(token - 1, Tag::Possessive)) {
    return std::nullopt;
  }
  const TokenIndex before = token - 1;
  const bool through = context.governed_by(before, Tag::AgentPreposition) ||
                       context.governed_by(before, Tag::SourcePreposition) ||
                       context.governed_by(before, Tag::ChannelPreposition);
  if (!through) return std::nullopt;
  const TokenIndex end = token + noun->length;
  const TokenRange name = apposed_name(context, end);
  return Link{.role = HopRole::Spokesperson,
              .tokens = name.empty() ? TokenRange{.begin = before, .end = end} : name,
              .anchor = token};
}

}  // namespace dixit::parser
