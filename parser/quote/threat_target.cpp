#include "parser/quote/threat_target.h"

#include <algorithm>
#include <array>

#include "parser/quote/fate_subject.h"
#include "parser/quote/harm_object.h"
#include "parser/quote/name_words.h"
#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/threat_sharing.h"
#include "parser/quote/word_classes.h"
#include "parser/text/fold.h"

namespace dixit::parser {
namespace {

// How many of those called threatened to try on either side of the words.
constexpr std::size_t kPartiesMax = 8;

// Mentions in which a fuller name or a headline's name is looked for: names are given in full
// early.
constexpr std::size_t kNameSearchMax = 400;

// Drafts before one in which the utterance around it is looked for: those begin right before.
constexpr std::size_t kOuterSearchMax = 8;

bool has(const std::vector<Signal>& signals, SignalKind kind) {
  return first_of(signals, kind) != nullptr;
}

// "your offices": whose they are says more than what they are.
bool is_hearers(const Analysis& analysis, TokenRange phrase) {
  const PhraseMatch* possessive = analysis.match(phrase.begin, Tag::Possessive);
  return possessive != nullptr && possessive->entry.features.person == Person::Second;
}

}  // namespace

TargetFinder::TargetFinder(const Analysis& analysis, const ThreatContext& context,
                           const std::vector<Draft>& drafts)
    : analysis_(&analysis), context_(&context), drafts_(&drafts) {
  if (std::none_of(drafts.begin(), drafts.end(), is_threat)) return;
  names_ = std::make_unique<const Names>(analysis);
}

void TargetFinder::write_target(std::size_t index, const std::vector<Signal>& signals,
                                model::Threat& threat) {
  const Draft& draft = (*drafts_)[index];
  std::optional<Found> found = find(draft, signals);
  if (found) {
    aimed_.push_back({.speaker = source_words(*analysis_, draft), .found = *found});
  } else {
    found = last_of_speaker(draft);
  }
  if (!found) return;
  threat.target = target_of(draft, found->tokens);
  if (!found->name.empty()) threat.target->name = found->name;
  threat.rationale.push_back(
      {.span = byte_span(*analysis_, found->tokens), .rule = std::string(found->rule)});
}

// Whom the same speaker's last words threatened.
std::optional<Found> TargetFinder::last_of_speaker(const Draft& draft) const {
  if (aimed_.empty() || !share_word(aimed_.back().speaker, source_words(*analysis_, draft))) {
    return std::nullopt;
  }
  Found found = aimed_.back().found;
  found.rule = "target.same_speaker";
  return found;
}

std::optional<Found> TargetFinder::find(const Draft& draft,
                                        const std::vector<Signal>& signals) const {
  const TargetCheck check(*analysis_, *context_, draft);
  const bool addressed = has(signals, SignalKind::Address) || has(signals, SignalKind::Order);
  const auto struck = object_of_harm(*analysis_, draft, signals, check);
  const bool own_words = draft.quotation.form == model::QuotationForm::Direct;
  // Who is warned need not be who is struck; who is threatened is.
  if (draft.cue_tag == Tag::Threaten || !struck || own_words) {
    if (const auto object = object_of_cue(*analysis_, draft, check)) return object;
  }
  if (own_words) {
    if (const auto asked = demanded_of(check, draft, signals)) return asked;
  }
  const bool hearers = struck && is_hearers(*analysis_, *struck);
  if (struck && !hearers && (!addressed || !own_words))
    return Found{.tokens = *struck, .rule = "target.harm_object", .name = {}};
  // What is retold is meant for its teller only where it was told to him or strikes what is his.
  const bool at_teller = draft.retold ? first_of(signals, ThreatRule::StrikesWitness) != nullptr ||
                                            is_told_first_person(*analysis_, draft, check)
                                      : addressed || hearers;
  if (at_teller && (!struck || hearers || addressed)) {
    if (const auto outer = quoter(draft, signals)) return outer;
  }
  if (const auto you = addressee_of(*analysis_, names_->mentions, draft, check)) return you;
  if (const auto party = threatened_party(check, draft)) return party;
  if (const auto named = named_in_headline(check)) return named;
  if (addressed || hearers) {
    if (const auto only = only_aimed(check)) return only;
  }
  if (struck) return Found{.tokens = *struck, .rule = "target.harm_object", .name = {}};
  if (const auto asked = condition_subject(check, draft, signals)) return asked;
  if (const auto subject = subject_of_fate(*analysis_, draft, signals, check)) {
    return Found{.tokens = *subject, .rule = "target.fate", .name = {}};
  }
  return std::nullopt;
}

// "you" in a text all of whose threats so far are aimed at one alone.
std::optional<Found> TargetFinder::only_aimed(const TargetCheck& check) const {
  if (aimed_.empty()) return std::nullopt;
  Found found = aimed_.back().found;
  const bool one = std::all_of(aimed_.begin(), aimed_.end(), [&found](const Aimed& aimed) {
    return aimed.found.tokens == found.tokens;
  });
  if (!one || is_hearers(*analysis_, found.tokens) || !check.may_be_meant(found.tokens)) {
    return std::nullopt;
  }
  found.rule = "target.only_one_threatened";
  return found;
}

// Words that somebody quotes as said to him: "He told me: ‘You will pay’".
std::optional<Found> TargetFinder::quoter(const Draft& draft,
                                          const std::vector<Signal>& signals) const {
  std::size_t seen = 0;
  for (auto outer = drafts_->begin() + (&draft - drafts_->data());
       outer != drafts_->begin() && seen < kOuterSearchMax; ++seen) {
    --outer;
    if (outer->tokens.begin > draft.tokens.begin || outer->tokens.end < draft.tokens.end) continue;
    if (outer->tokens == draft.tokens || outer->source.empty()) continue;
    if (outer->quotation.form == model::QuotationForm::Indirect) continue;
    Found teller{.tokens = outer->source, .rule = "target.quoter", .name = {}};
    if (const auto& source = outer->quotation.source) teller.name = source->name;
    // A teller whom only "he" names is no more than the "you" of the words.
    const Signal* you = first_of(signals, ThreatRule::SecondPerson);
    const bool nameless = teller.name.empty() || teller.name == analysis_->text_of(outer->source);
    if (nameless && you != nullptr && analysis_->is(outer->source.begin, Tag::Pronoun)) {
      return Found{.tokens = you->tokens, .rule = "target.quoter", .name = {}};
    }
    return teller;
  }
  return std::nullopt;
}

// Whom the reporter calls threatened, nearest before the words, then after them.
std::optional<Found> TargetFinder::threatened_party(const TargetCheck& check,
                                                    const Draft& draft) const {
  const auto& parties = context_->parties.threatened;
  const auto after = std::lower_bound(
      parties.begin(), parties.end(), draft.tokens.begin,
      [](const TokenRange& party, TokenIndex token) { return party.begin < token; });
  std::size_t seen = 0;
  for (auto party = after; party != parties.begin() && seen < kPartiesMax; ++seen) {
    --party;
    if (check.may_be_meant(*party))
      return Found{.tokens = *party, .rule = "target.called_threatened", .name = {}};
  }
  seen = 0;
  for (auto party = after; party != parties.end() && seen < kPartiesMax; ++party, ++seen) {
    if (check.may_be_meant(*party))
      return Found{.tokens = *party, .rule = "target.called_threatened", .name = {}};
  }
  return std::nullopt;
}

// "if the council does not pay": of whom something is asked, the threat is meant for.
std::optional<Found> TargetFinder::condition_subject(const TargetCheck& check, const Draft& draft,
                                                     const std::vector<Signal>& signals) const {
  const Signal* condition = first_of(signals, SignalKind::Condition);
  if (condition == nullptr) condition = first_of(signals, ThreatRule::ConditionAround);
  if (condition == nullptr || condition->tokens.end >= analysis_->size()) return std::nullopt;
  if (analysis_->is(condition->tokens.begin, Tag::Whoever)) return std::nullopt;
  const MentionIndex index = names_->mentions.beginning_at(condition->tokens.end);
  if (index == kNoMention || names_->mentions[index].kind == MentionKind::Pronoun)
    return std::nullopt;
  const Mention& mention = names_->mentions[index];
  const bool outside = !draft.tokens.contains(mention.core.begin);
  const bool fits = outside ? check.may_be_meant(mention.core) : check.may_be_struck(mention.core);
  if (!fits || !mention.can_speak) return std::nullopt;
  return Found{.tokens = mention.core, .rule = "target.condition_subject", .name = {}};
}

// "I ask Sorel to stop, and if not": who must act is threatened, whatever would be stopped.
std::optional<Found> TargetFinder::demanded_of(const TargetCheck& check, const Draft& draft,
                                               const std::vector<Signal>& signals) const {
  if (!has(signals, SignalKind::Condition)) return std::nullopt;
  for (TokenIndex i = draft.tokens.begin; i + 1 < draft.tokens.end; ++i) {
    const PhraseMatch* demand = analysis_->match_any(i, std::to_array({Tag::Order, Tag::Ask}));
    if (demand == nullptr) continue;
    TokenIndex begin = i + demand->length;
    const PhraseMatch* to = analysis_->match(begin, Tag::RecipientPreposition);
    if (to != nullptr) begin += to->length;
    const MentionIndex index = names_->mentions.beginning_at(begin);
    if (index == kNoMention || begin >= draft.tokens.end) continue;
    const Mention& mention = names_->mentions[index];
    if (mention.kind != MentionKind::Name || !check.may_be_struck(mention.core)) continue;
    return Found{.tokens = mention.core, .rule = "target.demanded_of", .name = {}};
  }
  return std::nullopt;
}

// Whom the headline calls threatened, where the text first names him.
std::optional<Found> TargetFinder::named_in_headline(const TargetCheck& check) const {
  if (context_->threatened_in_headline.empty()) return std::nullopt;
  const auto& all = names_->mentions.all();
  for (std::size_t i = 0; i < all.size() && i < kNameSearchMax; ++i) {
    if (all[i].kind == MentionKind::Pronoun || !check.may_be_meant(all[i].core)) continue;
    if (!context_->owned_in_headline.empty()) {
      if (!is_owned_in_headline(all[i])) continue;
      return Found{.tokens = all[i].core, .rule = "target.headline", .name = {}};
    }
    const auto words = name_words(analysis_->language(), analysis_->text_of(all[i].core));
    if (share_word(words, context_->threatened_in_headline)) {
      return Found{.tokens = all[i].core, .rule = "target.headline", .name = {}};
    }
  }
  return std::nullopt;
}

// "the mayor of Tarnmouth" under "Mayor of Tarnmouth threatened", but not the town.
bool TargetFinder::is_owned_in_headline(const Mention& mention) const {
  const std::string phrase = fold(analysis_->text_of(mention.tokens));
  const auto& owned = context_->owned_in_headline;
  return std::any_of(owned.begin(), owned.end(),
                     [&phrase](const std::string& headline) { return phrase.ends_with(headline); });
}

// "the owners of the boats": a description is told by whose or of what it is.
TokenRange TargetFinder::with_genitive(const Draft& draft, TokenRange tokens) const {
  const TokenIndex joint = tokens.end;
  const bool follows = joint < analysis_->size() && is_determiner_like(*analysis_, tokens.begin) &&
                       in_same_sentence(*analysis_, joint - 1, joint);
  const PhraseMatch* of = follows ? analysis_->match(joint, Tag::Genitive) : nullptr;
  if (of == nullptr || joint + of->length >= analysis_->size()) return tokens;
  // "menacer le maire de mort": what he is threatened with is not whose he is.
  if (draft.tokens.contains(joint + of->length) && !draft.tokens.contains(tokens.begin)) {
    return tokens;
  }
  const TokenRange owner = noun_phrase_from(*analysis_, joint + of->length);
  return owner.empty() ? tokens : TokenRange{.begin = tokens.begin, .end = owner.end};
}

model::Target TargetFinder::target_of(const Draft& draft, TokenRange tokens) const {
  model::Target target{.span = byte_span(*analysis_, tokens),
                       .name = names_->fullest.name_of(tokens)};
  if (const TokenRange whole = with_genitive(draft, tokens);
      whole != tokens && target.name == analysis_->text_of(tokens)) {
    target.span = byte_span(*analysis_, whole);
    target.name = analysis_->text_of(whole);
  }
  // "you", "your offices", "its founder" name nobody: another page may tell whose they are.
  const bool owned = analysis_->is(tokens.begin, Tag::Possessive);
  const bool pronoun = tokens.size() == 1 && analysis_->is(tokens.begin, Tag::Pronoun);
  if ((owned || pronoun) && target.name.starts_with(analysis_->text_of(tokens))) {
    target.name.clear();
  }
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
    const EntityMention* mention = analysis_->mention_at(i);
    if (mention == nullptr) continue;
    const Entity& entity = analysis_->entities().all()[mention->entity];
    target.entity = entity.id;
    target.type = target_type_of(entity.kind);
    break;
  }
  return target;
}

}  // namespace dixit::parser
