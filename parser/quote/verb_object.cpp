#include "parser/quote/owner_apostrophe.h"
#include "parser/quote/verb_clause.h"
#include "parser/quote/word_classes.h"

// Whom a verb strikes, by the words beside it.
namespace dixit::parser {
namespace {

// Words between a possessive and what is owned, and between an object and the verb behind it.
constexpr TokenIndex kModifiersMax = 2;
constexpr TokenIndex kObjectReach = 4;

}  // namespace

// An object pronoun, and no article or possessive of the same form.
bool VerbClause::pronoun_at(TokenIndex token, const VerbReading& verb) const {
  const PhraseMatch* pronoun = analysis_->match(token, Tag::ObjectPronoun);
  if (pronoun == nullptr || analysis_->is(token, Tag::Reflexive)) return false;
  if (pronoun->entry.features.gender == Gender::Neuter) return false;
  const TokenIndex next = token + pronoun->length;
  static const TagSet kNoNoun =
      tag_set({Tag::Auxiliary, Tag::Modal, Tag::FutureMarker, Tag::PastFuture, Tag::Conjunction,
               Tag::Preposition, Tag::Subordinator, Tag::ConditionMarker, Tag::Adverb});
  return !is_determiner_like(*analysis_, token) || next == verb.tokens.begin ||
         !words_.contains(next) || ends_clause(next) || analysis_->is_any(next, kNoNoun);
}

// "his son", "our house": the owner's person.
std::optional<Person> VerbClause::owner_of_dear(TokenIndex token, const VerbReading& verb) const {
  const PhraseMatch* owner = analysis_->match(token, Tag::Possessive);
  if (owner == nullptr) return std::nullopt;
  static const TagSet kDear = tag_set({Tag::KinNoun, Tag::HomeNoun, Tag::Limb});
  for (TokenIndex i = token + 1; i <= token + kModifiersMax && words_.contains(i); ++i) {
    if (analysis_->is_any(i, kDear)) return owner->entry.features.person;
    // "said he would shoot his boss": whoever is killed is somebody, if not dear.
    const bool person = indirect_ && verb.tag == Tag::HarmKill && analysis_->is(i, Tag::RoleNoun);
    if (person) return owner->entry.features.person;
  }
  return std::nullopt;
}

// "said he would shoot the editor", but not "the editor's plan".
bool VerbClause::names_person(TokenIndex determiner) const {
  static const TagSet kArticles = tag_set({Tag::Definite, Tag::Indefinite});
  if (!analysis_->is_any(determiner, kArticles)) return false;
  const TokenIndex noun = determiner + 1;
  return words_.contains(noun) && analysis_->is(noun, Tag::RoleNoun) &&
         !ends_owner(*analysis_, noun + 1);
}

std::optional<Person> VerbClause::struck_person(const VerbReading& verb) const {
  const auto person_at = [&](TokenIndex i) -> std::optional<Person> {
    if (pronoun_at(i, verb)) return analysis_->match(i, Tag::ObjectPronoun)->entry.features.person;
    return owner_of_dear(i, verb);
  };
  // "mataría a su mujer": some languages put a preposition before persons.
  TokenIndex after = verb.tokens.end;
  if (indirect_ && analysis_->is(after, Tag::RecipientPreposition)) ++after;
  if (words_.contains(after)) {
    if (const auto person = person_at(after)) return person;
    if (indirect_ && verb.tag == Tag::HarmKill && names_person(after)) return Person::Third;
  }
  for (TokenIndex back = 1; back <= kObjectReach && leads(verb.tokens.begin, back); ++back) {
    const TokenIndex i = verb.tokens.begin - back;
    static const TagSet kOther = tag_set({Tag::Complementizer, Tag::Conjunction});
    if (!words_.contains(i) || analysis_->is_any(i, kOther)) break;
    if (may_act_at(i, verb)) continue;
    if (const auto person = person_at(i)) return person;
  }
  return std::nullopt;
}

// "nous allons le descendre", "your sons will bury you": before a verb a form that is a subject too
// is its object only beside another subject or an infinitive, and what is owned only where objects
// stand before their verbs.
bool VerbClause::may_act_at(TokenIndex token, const VerbReading& verb) const {
  if (analysis_->is(token, Tag::Possessive) && !pronoun_at(token, verb)) {
    return !analysis_->language().grammar.participle_at_end;
  }
  if (!analysis_->is(token, Tag::Pronoun)) return false;
  const bool behind_subject = leads(token, 1) && analysis_->is(token - 1, Tag::Pronoun);
  const bool at_infinitive =
      verb.moods == 1U << unsigned(Mood::Infinitive) && token + 1 == verb.tokens.begin;
  return !behind_subject && !at_infinitive;
}

bool VerbClause::addressed_object(const VerbReading& verb) const {
  for (TokenIndex i = verb.tokens.end; i < verb.tokens.end + 3 && words_.contains(i); ++i) {
    if (ends_clause(i)) break;
    if (addresses(*analysis_, i)) return true;
    for (const Tag tag : {Tag::ObjectPronoun, Tag::Possessive}) {
      const PhraseMatch* match = analysis_->match(i, tag);
      if (match != nullptr && match->entry.features.person == Person::Second) return true;
    }
  }
  for (TokenIndex back = 1; back <= 2 && leads(verb.tokens.begin, back); ++back) {
    const TokenIndex i = verb.tokens.begin - back;
    if (!analysis_->is(i, Tag::ObjectPronoun)) continue;
    if (addresses(*analysis_, i)) return true;
    if (analysis_->match(i, Tag::ObjectPronoun)->entry.features.person == Person::Second)
      return true;
  }
  return false;
}

bool VerbClause::pronoun_precedes(TokenIndex verb_end) const {
  for (TokenIndex back = 1; back <= kObjectReach && back <= verb_end; ++back) {
    const TokenIndex i = verb_end - back;
    if (!words_.contains(i) || ends_clause(i)) return false;
    if (analysis_->is(i, Tag::ObjectPronoun) && !analysis_->is(i, Tag::Reflexive)) return true;
  }
  return false;
}

bool VerbClause::strikes_speaker(const VerbReading& verb) const {
  if (indirect_) return false;
  const std::optional<Person> person = subject_person(verb);
  if (passive(verb)) return person == Person::First;
  // "we will help ourselves" strikes nobody; "my mother will kill me" strikes the speaker.
  if (verb.person == Person::First || pronoun_person(verb) == Person::First) {
    return false;
  }
  for (const TokenIndex i : {verb.tokens.end, verb.tokens.begin - 1}) {
    if (!words_.contains(i)) continue;
    const PhraseMatch* match = analysis_->match(i, Tag::ObjectPronoun);
    if (match != nullptr && match->entry.features.person == Person::First) return true;
  }
  return false;
}

}  // namespace dixit::parser
