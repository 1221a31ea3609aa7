#include "parser/quote/resolve.h"

#include <algorithm>
#include <utility>

#include "parser/quote/clause.h"
#include "parser/quote/message_issue.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Sentences that a pronoun, or what somebody issued, looks back.
constexpr std::uint32_t kAntecedentReach = 6;

// Mentions looked at on the way back: more than that many sentences of news ever hold.
constexpr MentionIndex kMentionsTriedMax = 200;

}  // namespace

Resolver::Resolver(const Scene& scene)
    : scene_(&scene),
      analysis_(&scene.analysis()),
      mentions_(&scene.mentions()),
      names_(*analysis_, *mentions_),
      descriptions_(*analysis_, *mentions_),
      rivals_(scene, names_, descriptions_) {}

void Resolver::write_source(const Subject& subject, double score, Draft& draft) {
  // "The threat read: “…”": what the words are called is nobody who said them.
  if (subject.mention != kNoMention &&
      ((*mentions_)[subject.mention].kind == MentionKind::Description ||
       (*mentions_)[subject.mention].weak) &&
      analysis_->is((*mentions_)[subject.mention].head, Tag::ThreatNoun)) {
    return;
  }
  const Resolution found = resolve(subject, draft);
  model::Source source{
      .span = byte_span(*analysis_, subject.tokens), .text = {}, .name = {}, .score = score};
  source.name = found.mention == kNoMention ? std::string(analysis_->text_of(subject.tokens))
                                            : name_of(found.mention);
  source.entity =
      entity_in(found.mention == kNoMention ? subject.tokens : (*mentions_)[found.mention].core);
  draft.source = subject.tokens;
  draft.quotation.source = std::move(source);
  add_reason(*analysis_, draft, std::string(subject.rule), subject.tokens);
  if (!found.rule.empty()) {
    add_reason(*analysis_, draft, std::string(found.rule), subject.tokens);
  }
  if (subject.mention != kNoMention && (*mentions_)[subject.mention].kind != MentionKind::Pronoun) {
    last_source_ = subject.mention;
  }
}

std::string Resolver::entity_in(TokenRange tokens) const {
  for (TokenIndex at = tokens.begin; at < tokens.end; ++at) {
    if (const EntityMention* mention = analysis_->mention_at(at)) {
      return analysis_->entities().all()[mention->entity].id;
    }
  }
  return {};
}

std::string Resolver::name_of(MentionIndex index) const {
  return std::string(analysis_->text_of((*mentions_)[index].tokens));
}

Resolver::Resolution Resolver::resolve(const Subject& subject, const Draft& draft) const {
  const bool pronoun =
      subject.mention == kNoMention || (*mentions_)[subject.mention].kind == MentionKind::Pronoun;
  return pronoun ? resolve_pronoun(subject, draft) : resolve_noun(subject);
}

Resolver::Resolution Resolver::resolve_pronoun(const Subject& subject, const Draft& draft) const {
  Features features;
  if (subject.mention != kNoMention) {
    features = (*mentions_)[subject.mention].features;
  } else if (const PhraseMatch* pronoun = analysis_->match(subject.tokens.begin, Tag::Pronoun)) {
    features = pronoun->entry.features;
  } else if (!analysis_->is(subject.tokens.begin, Tag::Possessive)) {
    return {};  // a name in marks, or whoever a noun's genitive names
  }
  if (features.person == Person::First || features.person == Person::Second) return {};
  if (analysis_->is(subject.tokens.begin, Tag::IndefinitePronoun)) return {};
  // "it read": what words stand in. Whoever was named before it did not write it for that.
  if (analysis_->is(subject.tokens.begin, Tag::Therein)) return {};
  const TokenIndex begin = subject.tokens.begin;
  MentionIndex antecedent = analysis_->is(begin, Tag::LatterPronoun)
                                ? named_last(features, begin)
                                : antecedent_of(features, begin);
  if (antecedent == kNoMention) return {};
  if (!analysis_->is(begin, Tag::LatterPronoun)) {
    antecedent = rivals_.settle(antecedent, {.pronoun = begin,
                                             .features = features,
                                             .possessive = analysis_->is(begin, Tag::Possessive),
                                             .cue = draft.cue,
                                             .words = draft.tokens});
    if (antecedent == kNoMention) return {};
  }
  if (reads_message(antecedent, features, subject.tokens.begin)) return {};
  MentionIndex full = names_.fullest(antecedent);
  if ((*mentions_)[full].kind == MentionKind::Description) {
    const MentionIndex named = descriptions_.name_of(full);
    if (named != kNoMention) full = named;
  }
  return {.mention = full, .rule = "resolve.pronoun"};
}

Resolver::Resolution Resolver::resolve_noun(const Subject& subject) const {
  const Mention& mention = (*mentions_)[subject.mention];
  const bool relative = subject.tokens != mention.tokens;
  if (mention.kind == MentionKind::Name) {
    const MentionIndex full = names_.fullest(subject.mention);
    if (full == subject.mention && !relative) return {.mention = full, .rule = {}};
    return {.mention = full, .rule = relative ? "resolve.relative" : "resolve.name"};
  }
  if (mention.carrier) {
    const MentionIndex issuer = issuer_of(subject.mention);
    if (issuer != kNoMention) return {.mention = names_.fullest(issuer), .rule = "resolve.issuer"};
  }
  const MentionIndex named = descriptions_.name_of(subject.mention);
  if (named != kNoMention) return {.mention = names_.fullest(named), .rule = "resolve.description"};
  if (relative) return {.mention = subject.mention, .rule = "resolve.relative"};
  return {.mention = subject.mention, .rule = {}};
}

// "Police received a letter. “…,” it said": what a body did not give out speaks for itself.
bool Resolver::reads_message(MentionIndex antecedent, const Features& features,
                             TokenIndex pronoun) const {
  const Mention& body = (*mentions_)[antecedent];
  if (body.person && !body.body) return false;
  for (MentionIndex m = antecedent + 1;
       m < mentions_->all().size() && (*mentions_)[m].core.begin < pronoun; ++m) {
    const Mention& message = (*mentions_)[m];
    if (!in_same_sentence(*analysis_, body.core.begin, message.core.begin)) return false;
    if (!message.carrier || !agree(message.features, features)) continue;
    return !gives_out(*analysis_, body.core, message.core);
  }
  return false;
}

// Whether the mention only describes a name right before it: "Clear Glass, a monitoring group".
bool Resolver::describes_name_before(MentionIndex index) const {
  const MentionIndex name = descriptions_.apposed_to(index);
  return name != kNoMention && name < index;
}

// Whether the mention stands where subjects stand: at a sentence's start or after a conjunction, or
// after a comma and before a verb or its own apposition.
bool Resolver::opens_clause(MentionIndex index) const {
  const Mention& mention = (*mentions_)[index];
  if (mention.governed || describes_name_before(index)) return false;
  const TokenIndex begin = mention.core.begin;
  if (begin == 0 || !in_same_sentence(*analysis_, begin - 1, begin)) return true;
  if (analysis_->is(begin - 1, Tag::Conjunction)) return true;
  const TokenIndex end = mention.tokens.end;
  return parts_clauses(analysis_->mark(begin - 1)) &&
         (parts_clauses(analysis_->mark(end)) || (verb_moods(*analysis_, end) & kFiniteMoods) != 0);
}

// "In a letter to Smith, seen by the Gazette, he wrote": whom a preposition names in the pronoun's
// own clause is somebody else, but for whoever is cited there or owns something.
bool Resolver::is_bystander(const Mention& mention, TokenIndex pronoun) const {
  static const TagSet kBeside = tag_set({Tag::SourcePreposition, Tag::Genitive});
  const TokenIndex begin = mention.core.begin;
  return begin > 0 && in_same_sentence(*analysis_, begin, pronoun) &&
         analysis_->within(begin - 1, Tag::Preposition) &&
         !analysis_->within_any(begin - 1, kBeside);
}

// "dieser", "celui-ci": whoever was named last, in whatever case.
MentionIndex Resolver::named_last(const Features& features, TokenIndex before) const {
  const std::uint32_t sentence = analysis_->sentence_of(before);
  const MentionIndex end = mentions_->from(before);
  const MentionIndex floor = end - std::min(end, kMentionsTriedMax);
  for (MentionIndex m = end; m-- > floor;) {
    const Mention& mention = (*mentions_)[m];
    if (analysis_->sentence_of(mention.core.begin) + 1 < sentence) break;
    if (scene_->region_of(mention.core.begin) != scene_->region_of(before)) continue;
    if (may_stand_for(*analysis_, mention, features)) return m;
  }
  return kNoMention;
}

// The subject named last before the pronoun; whoever spoke last unless another came between; then
// anybody near that no preposition governs; then anybody.
MentionIndex Resolver::antecedent_of(const Features& features, TokenIndex before) const {
  MentionIndex free = kNoMention;
  MentionIndex governed = kNoMention;
  const std::uint32_t sentence = analysis_->sentence_of(before);
  const MentionIndex end = mentions_->from(before);
  const MentionIndex floor = end - std::min(end, kMentionsTriedMax);
  for (MentionIndex m = end; m-- > floor;) {
    const Mention& mention = (*mentions_)[m];
    if (analysis_->sentence_of(mention.core.begin) + kAntecedentReach < sentence) break;
    if (scene_->region_of(mention.core.begin) != scene_->region_of(before)) continue;
    if (!may_stand_for(*analysis_, mention, features)) continue;
    if (mention.governed && is_bystander(mention, before)) continue;
    if (m == last_source_ || (mention.person && opens_clause(m))) return m;
    if (!mention.governed && !describes_name_before(m) && free == kNoMention) free = m;
    if (mention.governed && governed == kNoMention) governed = m;
  }
  return free != kNoMention ? free : governed;
}

// Whose the statement is: whoever the genitive after it names, else the subject of the sentence in
// which it was introduced, else whoever spoke last.
MentionIndex Resolver::issuer_of(MentionIndex index) const {
  const Mention& carrier = (*mentions_)[index];
  if (carrier.tokens.end > carrier.core.end && index + 1 < mentions_->all().size() &&
      (*mentions_)[index + 1].can_speak) {
    return index + 1;
  }
  if (!analysis_->is(carrier.core.begin, Tag::Definite) &&
      !analysis_->is(carrier.core.begin, Tag::Demonstrative)) {
    return kNoMention;
  }
  const std::string noun = fold_word(analysis_->text_of(carrier.head));
  const std::uint32_t sentence = analysis_->sentence_of(carrier.core.begin);
  const MentionIndex floor = index - std::min(index, kMentionsTriedMax);
  for (MentionIndex m = index; m-- > floor;) {
    const Mention& earlier = (*mentions_)[m];
    if (analysis_->sentence_of(earlier.core.begin) + kAntecedentReach < sentence) break;
    if (!earlier.carrier || fold_word(analysis_->text_of(earlier.head)) != noun) continue;
    const TokenRange& whole = analysis_->sentences()[analysis_->sentence_of(earlier.core.begin)];
    for (MentionIndex s = mentions_->from(whole.begin); s < m; ++s) {
      const Mention& subject = (*mentions_)[s];
      if (subject.kind == MentionKind::Name && !subject.governed && !subject.weak) {
        return gives_out(*analysis_, subject.core, earlier.core) ? s : kNoMention;
      }
    }
  }
  return kNoMention;
}

}  // namespace dixit::parser
