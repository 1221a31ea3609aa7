#include "parser/quote/link_carriers.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "parser/quote/determiners.h"
#include "parser/quote/link_channels.h"
#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

using model::HopRole;
using model::Medium;

// How many links back a carrier may have been named that is then called by its kind.
constexpr std::ptrdiff_t kCarriersBack = 16;

constexpr auto kCarriers = std::to_array<std::pair<Tag, HopRole>>({
    {Tag::MonitorNoun, HopRole::Monitor},
    {Tag::AgencyNoun, HopRole::Agency},
    {Tag::OutletNoun, HopRole::Outlet},
    {Tag::BroadcastChannel, HopRole::Broadcaster},
});

std::optional<HopRole> role_of_entity(const LinkContext& context, const EntityMention& mention) {
  const EntityKind kind = context.analysis().entities().all()[mention.entity].kind;
  if (kind != EntityKind::Platform) return carrier_role_of(kind);
  if (is_channel_platform(context, mention.tokens)) return HopRole::Channel;
  return std::nullopt;
}

// The last carrier of the role that had a name: "the newspaper" is that one.
const Link* named_carrier(const LinkContext& context, HopRole role, std::span<const Link> before) {
  for (auto link = before.rbegin(); link != before.rend(); ++link) {
    if (link->role == role && (link->entity != Link::kNoEntity || context.has_name(link->tokens))) {
      return &*link;
    }
    if (link - before.rbegin() >= kCarriersBack) break;
  }
  return nullptr;
}

// "an online magazine … the magazine": a message whose noun is a carrier's as well.
const Link* same_noun(const LinkContext& context, TokenIndex head, std::span<const Link> before) {
  const Analysis& analysis = context.analysis();
  const std::string noun = fold_word(analysis.text_of(head));
  for (auto link = before.rbegin(); link != before.rend(); ++link) {
    if (link - before.rbegin() >= kCarriersBack) break;
    if (link->role != HopRole::Channel) continue;
    for (TokenIndex i = link->tokens.begin; i < link->tokens.end; ++i) {
      if (fold_word(analysis.text_of(i)) == noun) return &*link;
    }
  }
  return nullptr;
}

// "the broadcaster Radio Nord": where the words before a name that say what it is begin. No more of
// them are looked at than names have.
TokenIndex begin_with_kind(const LinkContext& context, const TokenRange& phrase) {
  constexpr TokenIndex kKindWordsMax = 4;
  static const TagSet kKinds =
      tag_set({Tag::MonitorNoun, Tag::AgencyNoun, Tag::OutletNoun, Tag::BroadcastChannel});
  const Analysis& analysis = context.analysis();
  TokenIndex begin = phrase.begin;
  while (begin > 0 && phrase.begin - begin < kKindWordsMax &&
         (is_determiner_like(analysis, begin - 1) || analysis.is_any(begin - 1, kKinds)) &&
         !analysis.is(begin - 1, Tag::RelativePronoun)) {
    --begin;
  }
  return begin;
}

// "a letter that the Herald has seen", "una carta a la que tuvo acceso El Faro", "ein Video, das
// Radio Nord ausstrahlte": who got hold of a message or made it known, told in a clause about it.
bool handled(const LinkContext& context, const TokenRange& phrase) {
  constexpr TokenIndex kVerbReach = 4;
  constexpr TokenIndex kRelativeWordsMin = 3;  // of the lexicon's phrases with the pronoun in them
  constexpr TokenIndex kRelativeWordsMax = 6;
  static const TagSet kHandling = tag_set({Tag::Obtain, Tag::Relay, Tag::Republish});
  const Analysis& analysis = context.analysis();
  const TokenIndex begin = begin_with_kind(context, phrase);
  if (begin == 0 || !context.same_sentence(begin - 1, phrase.begin)) return false;
  for (TokenIndex words = kRelativeWordsMin; words <= std::min(begin, kRelativeWordsMax); ++words) {
    const PhraseMatch* relative = analysis.match(begin - words, Tag::Obtain);
    if (relative != nullptr && relative->length == words) return true;
  }
  // "que emitió Radio Nord"
  if (begin > 1 && analysis.is_any(begin - 1, kHandling) &&
      analysis.is(begin - 2, Tag::RelativePronoun)) {
    return true;
  }
  if (!analysis.is(begin - 1, Tag::RelativePronoun)) return false;
  for (TokenIndex i = phrase.end;
       i < phrase.end + kVerbReach && context.same_sentence(phrase.begin, i); ++i) {
    if (analysis.token(i).kind == TokenKind::Punctuation) return false;
    if (analysis.is_any(i, kHandling)) return true;
  }
  return false;
}

// "sagte Borel der Zeitung", where a case of its own says who is told.
bool told_by_case(const LinkContext& context, const TokenRange& phrase) {
  constexpr TokenIndex kSpeakerWordsMax = 4;
  const Analysis& analysis = context.analysis();
  const Determiners determiners = read_determiners(analysis, phrase.begin, phrase.end);
  if (determiners.tokens.empty() || determiners.tokens.end >= phrase.end ||
      !is_oblique_before(analysis, determiners, determiners.tokens.end)) {
    return false;
  }
  for (TokenIndex back = 1; back <= kSpeakerWordsMax && back <= phrase.begin; ++back) {
    const TokenIndex at = phrase.begin - back;
    if (!context.same_sentence(at, phrase.begin) || analysis.mark(at) != 0) return false;
    if (analysis.is(at, Tag::Say)) return true;
    if (!analysis.token(at).capitalised) return false;
  }
  return false;
}

// Whether the phrase stands where those stand who hand words on.
bool hands_on(const LinkContext& context, const TokenRange& phrase) {
  static constexpr auto kBefore =
      std::to_array({Tag::RecipientPreposition, Tag::SourcePreposition, Tag::Citing,
                     Tag::AgentPreposition, Tag::ChannelPreposition, Tag::InterviewChannel});
  for (const Tag tag : kBefore) {
    if (context.governed_by(phrase.begin, tag)) return true;
  }
  return context.reports(phrase) || handled(context, phrase) || told_by_case(context, phrase);
}

}  // namespace

std::optional<HopRole> carrier_role_of(Tag tag) {
  for (const auto& [carrier, role] : kCarriers) {
    if (carrier == tag) return role;
  }
  return std::nullopt;
}

std::optional<HopRole> carrier_role_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::Monitor:
      return HopRole::Monitor;
    case EntityKind::Agency:
      return HopRole::Agency;
    case EntityKind::Outlet:
      return HopRole::Outlet;
    default:
      return std::nullopt;
  }
}

bool has_carrier_noun(const LinkContext& context, const TokenRange& phrase) {
  return std::any_of(kCarriers.begin(), kCarriers.end(),
                     [&](const auto& carrier) { return context.holds(phrase, carrier.first); });
}

std::optional<Link> entity_link(const LinkContext& context, const EntityMention& mention) {
  const std::optional<HopRole> role = role_of_entity(context, mention);
  if (!role) return std::nullopt;
  return Link{.role = *role,
              .tokens = mention.tokens,
              .anchor = mention.tokens.begin,
              .entity = mention.entity,
              .medium = *role == HopRole::Channel ? Medium::SocialPost : Medium::Unknown};
}

std::optional<Link> carrier_link(const LinkContext& context, HopRole role, const PhraseMatch& noun,
                                 std::span<const Link> before, const EntityMention* first_agency) {
  const TokenIndex head = noun.begin + noun.length - 1U;
  TokenRange phrase = noun_phrase_around(context.analysis(), head);
  phrase.begin = std::min(phrase.begin, noun.begin);
  if (context.mention_in(phrase, head) != nullptr || context.apposed(phrase)) return std::nullopt;
  // "the airwaves of Radio Nord": the station is the inner noun.
  if (has_carrier_noun(context, {.begin = head + 1, .end = phrase.end})) return std::nullopt;
  Link link{.role = role,
            .tokens = phrase,
            .anchor = noun.begin,
            .medium = role == HopRole::Broadcaster ? Medium::Broadcast : Medium::Unknown};
  const TokenRange marked = context.marked_name(head + 1);
  const bool named_in_marks = !marked.empty() && !context.quoted(marked.begin + 1);
  if (named_in_marks) link.tokens.end = phrase.end = marked.end;
  if (named_in_marks || context.has_name(phrase)) {
    link.carries = context.governed_by(phrase.begin, Tag::ChannelPreposition);
    return hands_on(context, phrase) || role == HopRole::Monitor || link.carries
               ? std::optional(link)
               : std::nullopt;
  }
  if (const Link* message = same_noun(context, head, before)) {
    link.role = HopRole::Channel;
    link.tokens = message->tokens;
    link.medium = message->medium;
    return link;
  }
  if (const Link* named = named_carrier(context, role, before)) {
    link.tokens = named->tokens;
    link.entity = named->entity;
  } else if (role == HopRole::Agency && first_agency != nullptr) {
    link.tokens = first_agency->tokens;  // the text names it only later
    link.entity = first_agency->entity;
  } else if (!hands_on(context, phrase)) {
    return std::nullopt;  // "the press", "a newspaper" that nobody cites
  }
  return link;
}

std::optional<Link> titled_outlet_link(const LinkContext& context, TokenIndex token) {
  if (!context.analysis().token(token).capitalised) return std::nullopt;
  const TokenRange name = context.name_at(token);
  if (name.size() < 2 || !context.holds(name, Tag::OutletName)) return std::nullopt;
  if (!hands_on(context, name)) return std::nullopt;
  const bool agency = context.holds(name, Tag::AgencyNoun);
  return Link{.role = agency ? HopRole::Agency : HopRole::Outlet, .tokens = name, .anchor = token};
}

}  // namespace dixit::parser
