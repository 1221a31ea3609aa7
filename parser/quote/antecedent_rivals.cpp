#include "parser/quote/antecedent_rivals.h"

#include <algorithm>
#include <string>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Mentions of one sentence that are looked at for somebody else who may be meant.
constexpr MentionIndex kRivalsTriedMax = 40;

// Words around a verb of saying in which whoever is told may stand.
constexpr TokenIndex kHearerReach = 3;

// Words between a subject and its verb.
constexpr TokenIndex kVerbReach = 6;

// Longer words than these may say "you" and mean anybody.
constexpr TokenIndex kAddressWordsMax = 16;

// What is done to somebody by whoever threatens him.
const TagSet& deeds() {
  static const TagSet kDeeds = tag_set(
      {Tag::Threaten, Tag::Warn, Tag::HarmKill, Tag::HarmAttack, Tag::HarmAbduct, Tag::HarmInjure});
  return kDeeds;
}

}  // namespace

bool may_stand_for(const Analysis& analysis, const Mention& mention, const Features& features) {
  if (mention.kind == MentionKind::Pronoun || !mention.can_speak || mention.weak ||
      mention.carrier || !agree(mention.features, features)) {
    return false;
  }
  // "my grandmother" belongs to somebody else's words, marks or none.
  const PhraseMatch* owner = analysis.match(mention.core.begin, Tag::Possessive);
  if (owner != nullptr && owner->entry.features.person != Person::Third) return false;
  if (!analysis.language().grammar.natural_gender || features.number == Number::Plural) {
    return true;
  }
  const bool neuter = features.gender == Gender::Neuter;
  return neuter ? mention.body || !mention.person : !mention.body;
}

// Whether both name the same person, or one describes the other.
bool AntecedentRivals::same(MentionIndex a, MentionIndex b) const {
  if (names_->fullest(a) == names_->fullest(b)) return true;
  return descriptions_->apposed_to(a) == b || descriptions_->apposed_to(b) == a ||
         descriptions_->name_of(a) == b || descriptions_->name_of(b) == a;
}

std::vector<MentionIndex> AntecedentRivals::rivals_of(MentionIndex antecedent,
                                                      const PronounUse& use) const {
  std::vector<MentionIndex> rivals;
  const TokenIndex at = (*mentions_)[antecedent].core.begin;
  const TokenRange& sentence = analysis_->sentences()[analysis_->sentence_of(at)];
  const MentionIndex first = mentions_->from(sentence.begin);
  for (MentionIndex m = first; m < mentions_->all().size() && m - first < kRivalsTriedMax; ++m) {
    const Mention& mention = (*mentions_)[m];
    if (mention.core.begin >= std::min(sentence.end, use.pronoun)) break;
    if (scene_->region_of(mention.core.begin) != scene_->region_of(at)) continue;
    const bool person = mention.person || (mention.kind == MentionKind::Name && !mention.body);
    if (!person || analysis_->is(mention.core.begin, Tag::PlaceNoun)) continue;
    if (!may_stand_for(*analysis_, mention, use.features) || same(m, antecedent)) continue;
    // "Smith, a gardener": the name is looked at already.
    if (const MentionIndex name = descriptions_->apposed_to(m); name < m) continue;
    rivals.push_back(m);
  }
  return rivals;
}

// "Sergeant Smith" is "the sergeant".
bool AntecedentRivals::bears_title(MentionIndex name, TokenIndex noun) const {
  const TokenRange& core = (*mentions_)[name].core;
  const std::string word = fold_word(analysis_->text_of(noun));
  for (TokenIndex at = core.begin; at < core.end; ++at) {
    if (fold_word(analysis_->text_of(at)) == word) return true;
  }
  return false;
}

// "he told the sergeant": whoever hears the words is not the one who speaks them.
bool AntecedentRivals::told_to(MentionIndex antecedent, const PronounUse& use) const {
  const TokenIndex end = use.cue.end + kHearerReach;
  for (MentionIndex m = mentions_->from(use.cue.end); m < mentions_->all().size(); ++m) {
    const Mention& hearer = (*mentions_)[m];
    if (hearer.core.begin >= end || !in_same_sentence(*analysis_, use.pronoun, hearer.core.begin)) {
      break;
    }
    if (hearer.kind == MentionKind::Pronoun) continue;
    if (same(m, antecedent) || bears_title(antecedent, hearer.head)) return true;
  }
  return false;
}

// "he told him", "lui a-t-il dit", "sagte er ihm": somebody of whom nothing but his gender is said,
// right beside the verb.
bool AntecedentRivals::told_to_pronoun(const PronounUse& use) const {
  const auto hears = [&](TokenIndex at) {
    const PhraseMatch* object = analysis_->match(at, Tag::ObjectPronoun);
    if (object == nullptr || at == use.pronoun || analysis_->is(at, Tag::Reflexive)) return false;
    // "her house", "le vacarme": it opens a noun phrase.
    const MentionIndex phrase = mentions_->beginning_at(at);
    if (phrase != kNoMention && (*mentions_)[phrase].kind != MentionKind::Pronoun) return false;
    return in_same_sentence(*analysis_, at, use.pronoun) &&
           object->entry.features.person == Person::Third &&
           agree(object->entry.features, use.features);
  };
  TokenIndex after = use.cue.end;
  if (after == use.pronoun) ++after;
  if (const PhraseMatch* to = analysis_->match(after, Tag::RecipientPreposition)) {
    after += to->length;
  }
  if (hears(after) || (use.cue.begin > 0 && hears(use.cue.begin - 1))) return true;
  for (TokenIndex at = use.cue.begin; at < use.cue.end; ++at) {
    if (hears(at)) return true;
  }
  return false;
}

// "Smith was threatened by Jones."
bool AntecedentRivals::is_agent(MentionIndex antecedent, MentionIndex rival) const {
  const TokenIndex begin = (*mentions_)[antecedent].tokens.end;
  const TokenIndex by = (*mentions_)[rival].core.begin;
  if (by <= begin + 1 || !analysis_->within(by - 1, Tag::AgentPreposition)) return false;
  for (TokenIndex at = begin; at < by; ++at) {
    if (analysis_->is_any(at, deeds()) && is_passive(*analysis_, begin, at)) return true;
  }
  return false;
}

// "Smith attacked Jones."
bool AntecedentRivals::is_attacked(MentionIndex antecedent, MentionIndex rival) const {
  const TokenIndex begin = (*mentions_)[rival].core.begin;
  return rival > antecedent && begin > 0 && analysis_->is_any(begin - 1, deeds());
}

// "Smith asked Jones why. “…,” he replied."
bool AntecedentRivals::is_asked(MentionIndex antecedent, MentionIndex rival) const {
  const TokenIndex begin = (*mentions_)[rival].core.begin;
  return rival > antecedent && begin > 0 && analysis_->is(begin - 1, Tag::Ask);
}

// "when Jones stopped him", "said Jones had called"
bool AntecedentRivals::acts_later(MentionIndex antecedent, MentionIndex rival) const {
  const Mention& mention = (*mentions_)[rival];
  if (rival < antecedent || mention.governed) return false;
  // "while secretary of state"
  if (mention.kind == MentionKind::Description &&
      !is_determiner_like(*analysis_, mention.core.begin)) {
    return false;
  }
  TokenIndex at = mention.tokens.end;
  while (is_light(*analysis_, at)) ++at;
  return in_same_sentence(*analysis_, mention.core.begin, at) &&
         (verb_moods(*analysis_, at) & kFiniteMoods) != 0;
}

// Whether the mention opens a clause of time or the like.
bool AntecedentRivals::meanwhile(MentionIndex rival) const {
  const TokenIndex begin = (*mentions_)[rival].core.begin;
  return begin > 0 && analysis_->is(begin - 1, Tag::Subordinator);
}

// Whether a verb of saying is what the subject does.
bool AntecedentRivals::speaks(MentionIndex mention) const {
  const TokenIndex begin = (*mentions_)[mention].tokens.end;
  for (TokenIndex at = begin; at < begin + kVerbReach && at < analysis_->size(); ++at) {
    const unsigned moods = verb_moods(*analysis_, at);
    if ((moods & kFiniteMoods) == 0) continue;
    if (analysis_->is_any(at, tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal}))) continue;
    return analysis_->is_any(at, tag_set({Tag::Say, Tag::Claim, Tag::Confirm, Tag::Deny}));
  }
  return false;
}

// "I will kill you": what one person says to another, rather than to the press.
bool AntecedentRivals::addresses_somebody(const TokenRange& words) const {
  bool own = false;
  bool other = false;
  if (words.size() > kAddressWordsMax) return false;
  for (TokenIndex at = words.begin; at < words.end; ++at) {
    if (scene_->region_of(at) != scene_->region_of(words.begin)) continue;
    for (const Tag tag : {Tag::Pronoun, Tag::ObjectPronoun, Tag::Possessive}) {
      const PhraseMatch* word = analysis_->match(at, tag);
      if (word == nullptr) continue;
      own = own || word->entry.features.person == Person::First;
      other = other || word->entry.features.person == Person::Second;
    }
  }
  return own && other;
}

// "Smith reported Jones because he had threatened to": what somebody did to another for a threat
// does not say whose it was.
bool AntecedentRivals::gives_reason(MentionIndex antecedent, const PronounUse& use) const {
  if (use.pronoun == 0 ||
      !in_same_sentence(*analysis_, (*mentions_)[antecedent].core.begin, use.pronoun)) {
    return false;
  }
  if (!analysis_->within(use.pronoun - 1, Tag::Subordinator)) return false;
  for (TokenIndex at = use.cue.begin; at < use.cue.end; ++at) {
    if (analysis_->is(at, Tag::Threaten)) return true;
  }
  return false;
}

MentionIndex AntecedentRivals::settle(MentionIndex antecedent, const PronounUse& use) const {
  const std::vector<MentionIndex> rivals = rivals_of(antecedent, use);
  const bool cued = !use.cue.empty();
  if (cued && !use.possessive && told_to(antecedent, use)) {
    return rivals.size() == 1 ? rivals.front() : kNoMention;
  }
  if (rivals.empty()) return antecedent;
  if (use.possessive) {
    return in_same_sentence(*analysis_, (*mentions_)[antecedent].core.begin, use.pronoun)
               ? kNoMention
               : antecedent;
  }
  if (cued && (told_to_pronoun(use) || gives_reason(antecedent, use))) return kNoMention;
  const bool address = addresses_somebody(use.words);
  const bool told = speaks(antecedent);
  for (const MentionIndex rival : rivals) {
    if (is_agent(antecedent, rival) || is_asked(antecedent, rival)) return kNoMention;
    if (acts_later(antecedent, rival) && (address || (!told && meanwhile(rival))))
      return kNoMention;
    if (address && !(*mentions_)[rival].governed && !is_attacked(antecedent, rival)) {
      return kNoMention;
    }
  }
  return antecedent;
}

}  // namespace dixit::parser
