#include "parser/quote/speaker_evidence.h"

#include <algorithm>

#include "parser/quote/name_words.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

bool has_tag(const Analysis& analysis, TokenRange tokens, const TagSet& tags) {
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
    if (analysis.is_any(i, tags)) return true;
  }
  return false;
}

// The same asked of a name that may stand anywhere in the text.
bool names_armed(const Analysis& analysis, const std::string& name) {
  if (name.empty()) return false;
  const Analysis words(name, analysis.language(), analysis.entities());
  return has_tag(words, {.begin = 0, .end = words.size()}, tag_set({Tag::ArmedNoun}));
}

// "the storm", "the war that": what threatens is nobody. Those whom it strikes are somebody.
bool names_hazard(const Analysis& analysis, const Draft& draft) {
  static const TagSet kHazards = tag_set({Tag::HazardNoun, Tag::HarmNoun});
  if (!draft.quotation.source || !draft.quotation.source->entity.empty()) return false;
  const Analysis words(draft.quotation.source->name, analysis.language(), analysis.entities());
  bool hazard = false;
  for (TokenIndex i = 0; i < words.size(); ++i) {
    if (is_speaker_noun(words, i) || (i > 0 && may_be_name(words, i))) return false;
    hazard = hazard || words.is_any(i, kHazards);
  }
  return hazard;
}

// Banners and leaflets are nobody's by nature; who is found to have written them is likelier the
// one who tells of them.
bool is_unsigned_medium(model::Medium medium) {
  return medium == model::Medium::Banner || medium == model::Medium::Leaflet;
}

// Words on either side of a channel's noun that say what it is: "lettre de menaces", "threatening
// calls".
constexpr TokenIndex kKindReach = 3;

// Where the text itself calls the message that the words stand in a threat.
TokenRange called_threatening(const Analysis& analysis, const Draft& draft) {
  static const TagSet kThreat = tag_set({Tag::ThreatNoun, Tag::Threaten});
  for (const model::Hop& hop : draft.quotation.hops) {
    if (hop.role != model::HopRole::Channel || !hop.span) continue;
    const TokenRange channel{.begin = analysis.token_at_byte(hop.span->start),
                             .end = analysis.token_at_byte(hop.span->end)};
    const TokenIndex before = channel.begin > 0 ? channel.begin - 1 : 0;
    const TokenIndex limit = std::min(analysis.size(), channel.end + kKindReach);
    for (TokenIndex i = before; i < limit; ++i) {
      if (analysis.token(i).kind == TokenKind::Punctuation && i >= channel.end) break;
      if (analysis.is_any(i, kThreat)) return {.begin = i, .end = i + 1};
    }
  }
  return {};
}

}  // namespace

bool is_armed_speaker(const Analysis& analysis, const Draft& draft) {
  if (!draft.quotation.source) return false;
  const Entity* entity = analysis.entities().find(draft.quotation.source->entity);
  if (entity != nullptr && entity->kind == EntityKind::ArmedGroup) return true;
  return has_tag(analysis, draft.source, tag_set({Tag::ArmedNoun})) ||
         names_armed(analysis, draft.quotation.source->name);
}

bool is_anonymous_message(const Analysis& analysis, const Draft& draft) {
  static const TagSet kMessage =
      tag_set({Tag::AnonymousNoun, Tag::LetterChannel, Tag::BannerChannel, Tag::LeafletChannel,
               Tag::AudioChannel, Tag::StatementChannel, Tag::VideoChannel, Tag::SocialChannel});
  if (has_tag(analysis, draft.source, kMessage)) return true;
  if (is_unsigned_medium(draft.quotation.medium)) return true;
  if (draft.quotation.form == model::QuotationForm::Indirect) return false;
  const bool unnamed =
      draft.source.empty() ||
      (draft.source.size() == 1 && analysis.is(draft.source.begin, Tag::IndefinitePronoun));
  return unnamed &&
         std::any_of(draft.quotation.hops.begin(), draft.quotation.hops.end(),
                     [](const model::Hop& hop) { return hop.role == model::HopRole::Channel; });
}

bool names_thing(const Analysis& analysis, TokenRange phrase) {
  static const TagSet kSomebody =
      tag_set({Tag::Pronoun, Tag::IndefinitePronoun, Tag::RelativePronoun, Tag::ArmedNoun,
               Tag::Demonym, Tag::GivenName, Tag::Title, Tag::BodyNoun, Tag::AnonymousNoun,
               Tag::MonitorNoun, Tag::AgencyNoun, Tag::OutletNoun, Tag::AuthorityNoun});
  static const TagSet kHarm = tag_set({Tag::HarmNoun, Tag::CoerceNoun});
  const Grammar& grammar = analysis.language().grammar;
  if (phrase.empty() || grammar.no_capitals) return false;
  // Where nouns have capitals only an article tells a thing from a name.
  bool thing = !grammar.nouns_capitalised || is_determiner_like(analysis, phrase.begin);
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.is_any(i, kHarm)) thing = true;
    const bool name = analysis.token(i).capitalised && !grammar.nouns_capitalised;
    const bool somebody = analysis.is_any(i, kSomebody) || is_speaker_noun(analysis, i) ||
                          analysis.mention_at(i) != nullptr;
    if ((name && !is_determiner_like(analysis, i)) || somebody) return false;
  }
  return thing;
}

void add_speaker_evidence(const Analysis& analysis, const ThreatContext& context,
                          const Draft& draft, std::vector<Signal>& signals) {
  const TokenRange where = draft.source.empty() ? draft.tokens : draft.source;
  const auto add = [&](ThreatRule rule) { signals.push_back({.rule = rule, .tokens = where}); };
  if (is_armed_speaker(analysis, draft)) add(ThreatRule::ArmedSpeaker);
  if (is_reported_clause(draft) && names_hazard(analysis, draft)) add(ThreatRule::HazardThreatens);
  const std::set<std::string> words = source_words(analysis, draft);
  if (share_word(words, context.threateners)) {
    add(ThreatRule::Threatener);
  } else if (share_word(words, context.threatened)) {
    add(ThreatRule::ThreatenedSpeaks);
  }
  const TokenRange called = called_threatening(analysis, draft);
  if (!called.empty() && draft.quotation.form != model::QuotationForm::Indirect) {
    signals.push_back({.rule = ThreatRule::ThreateningMessage, .tokens = called});
  }
  if (!context.tells_of_threats || !is_anonymous_message(analysis, draft)) return;
  add(ThreatRule::AnonymousMessage);
  const bool personal = first_of(signals, SignalKind::Address) != nullptr ||
                        first_of(signals, SignalKind::Deadline) != nullptr;
  if (personal && first_of(signals, SignalKind::Order) != nullptr) add(ThreatRule::AnonymousOrder);
}

}  // namespace dixit::parser
