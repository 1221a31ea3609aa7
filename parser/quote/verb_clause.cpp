#include "parser/quote/verb_clause.h"

#include <algorithm>
#include <array>

#include "parser/quote/noun_phrase_reader.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between an auxiliary or modal and its verb: German frames are the widest.
constexpr TokenIndex kVerbGroupReach = 8;

// Words between a subject and its verb.
constexpr TokenIndex kSubjectReach = 12;

// Words from a reporter's cue to a fragment that it governs.
constexpr TokenIndex kReporterReach = 16;

// Words between the auxiliary of a passive and its participle.
constexpr TokenIndex kPassiveReach = 3;

// Words between a negation and the verb that it denies.
constexpr TokenIndex kNegationReach = 4;

constexpr auto kFutureTags =
    std::to_array({Tag::FutureMarker, Tag::IntentPhrase, Tag::Intend, Tag::Threaten, Tag::Promise});

// Where the words of the reporter that may belong to a verb of the draft begin.
TokenIndex reporter_begin(const Analysis& analysis, const Draft& draft) {
  const TokenIndex begin = draft.tokens.begin;
  if (begin >= analysis.size()) return begin;
  const TokenIndex sentence = analysis.sentences()[analysis.sentence_of(begin)].begin;
  return std::max(sentence, begin > kReporterReach ? begin - kReporterReach : 0);
}

}  // namespace

std::optional<VerbReading> read_verb(const Analysis& analysis, TokenIndex token,
                                     std::span<const Tag> tags) {
  const auto matches = analysis.matches(token);  // longest first: "shoot down" before "shoot"
  const auto first = std::find_if(matches.begin(), matches.end(), [tags](const PhraseMatch& match) {
    return std::find(tags.begin(), tags.end(), match.entry.tag) != tags.end();
  });
  if (first == matches.end()) return std::nullopt;
  VerbReading reading{.tokens = {.begin = token, .end = token + first->length},
                      .tag = first->entry.tag,
                      .person = first->entry.features.person,
                      .number = first->entry.features.number};
  for (const PhraseMatch& match : matches) {
    if (match.length != first->length || match.entry.tag != first->entry.tag) continue;
    reading.moods |= 1U << static_cast<unsigned>(match.entry.features.mood);
    if (match.entry.features.person != reading.person) reading.person = Person::Any;
    if (match.entry.features.number != reading.number) reading.number = Number::Any;
  }
  return reading;
}

VerbClause::VerbClause(const Analysis& analysis, const Draft& draft)
    : analysis_(&analysis),
      words_(draft.tokens),
      reach_begin_(draft.tokens.begin),
      fragment_(draft.quotation.form == model::QuotationForm::Mixed),
      indirect_(draft.quotation.form == model::QuotationForm::Indirect),
      commissive_(!draft.cue.empty() &&
                  (draft.cue_tag == Tag::Threaten || draft.cue_tag == Tag::Promise)) {
  for (TokenIndex i = draft.source.begin; i < draft.source.end; ++i) {
    by_labour_ = by_labour_ || analysis.is(i, Tag::LabourNoun);
  }
  if (reported()) reach_begin_ = reporter_begin(analysis, draft);
  if (indirect_ && !draft.source.empty()) {
    source_ = read_noun_phrase(analysis, draft.source.begin);
    if (source_.kind != MentionKind::Pronoun && !source_.person) source_.body = true;
  }
}

bool VerbClause::ends_clause(TokenIndex token) const {
  if (fragment_ && token + 1 == words_.begin) return false;
  return token < analysis_->size() && analysis_->token(token).kind == TokenKind::Punctuation;
}

// Whether the token `back` before the verb is still in its clause.
bool VerbClause::leads(TokenIndex verb, TokenIndex back) const {
  return verb >= back && verb - back >= reach_begin_ && !ends_clause(verb - back);
}

std::optional<TokenRange> VerbClause::future(const VerbReading& verb) const {
  if (verb.may_be(Mood::Future)) return verb.tokens;
  if (reported() && verb.may_be(Mood::Conditional)) return verb.tokens;
  if (const auto closing = future_behind(verb)) return closing;
  const auto marker = future_before(verb.tokens.begin);
  // "vernichtet werden": what marks the future of an infinitive makes a participle passive.
  const bool passive_only = marker && analysis_->language().grammar.participle_at_end &&
                            analysis_->is(marker->begin, Tag::FutureMarker) &&
                            verb.may_be(Mood::Participle) && !verb.may_be(Mood::Infinitive);
  return passive_only ? std::nullopt : marker;
}

// "dass sie es zerstören werden": where verbs close a clause, what marks the future comes last.
std::optional<TokenRange> VerbClause::future_behind(const VerbReading& verb) const {
  const TokenIndex after = verb.tokens.end;
  const bool closing = analysis_->language().grammar.participle_at_end &&
                       verb.may_be(Mood::Infinitive) && words_.contains(after);
  if (!closing) return std::nullopt;
  if (analysis_->is(after, Tag::FutureMarker)) return TokenRange{.begin = after, .end = after + 1};
  return future_helper(after);
}

std::optional<TokenRange> VerbClause::future_before(TokenIndex verb) const {
  for (TokenIndex back = 1; back <= kVerbGroupReach && leads(verb, back); ++back) {
    const TokenIndex i = verb - back;
    if (const PhraseMatch* match = analysis_->match_any(i, kFutureTags)) {
      // "I have been promised the end of the world": done to somebody, no promise.
      const bool passive = i > 0 && analysis_->is(i - 1, Tag::Copula) &&
                           match->entry.features.mood == Mood::Participle;
      if (!passive) return TokenRange{.begin = i, .end = i + match->length};
    }
    if (const auto helper = future_helper(i)) return helper;
  }
  return std::nullopt;
}

// The person that a future marker before the verb shows: "vamos a".
Person VerbClause::future_person(TokenIndex verb) const {
  for (TokenIndex back = 1; back <= kVerbGroupReach && leads(verb, back); ++back) {
    const auto marker = read_verb(*analysis_, verb - back, std::to_array({Tag::FutureMarker}));
    if (marker) return marker->person;
  }
  return Person::Any;
}

// "will", "sera", and in reported words "would", "allait".
std::optional<TokenRange> VerbClause::future_helper(TokenIndex token) const {
  if (const PhraseMatch* past = analysis_->match(token, Tag::PastFuture); past && reported()) {
    return TokenRange{.begin = token, .end = token + past->length};
  }
  for (const Tag tag : {Tag::Copula, Tag::Auxiliary, Tag::Modal}) {
    const PhraseMatch* helper = analysis_->match(token, tag);
    if (helper == nullptr) continue;
    const Mood mood = helper->entry.features.mood;
    if (mood == Mood::Future || (reported() && mood == Mood::Conditional)) {
      return TokenRange{.begin = token, .end = token + helper->length};
    }
  }
  return std::nullopt;
}

bool VerbClause::past(const VerbReading& verb) const {
  if (!verb.may_be(Mood::Participle)) return false;
  for (TokenIndex back = 1; back <= kVerbGroupReach && leads(verb.tokens.begin, back); ++back) {
    const TokenIndex i = verb.tokens.begin - back;
    if (i < words_.begin) return false;
    if (analysis_->is(i, Tag::Auxiliary)) return true;
  }
  return false;
}

// Those between the subject and the verb are objects. A possessive that opens the subject stands
// for its owner.
std::optional<Person> VerbClause::subject_person(const VerbReading& reading) const {
  if (const auto pronoun = pronoun_person(reading)) return pronoun;
  const TokenIndex verb = subject_follower(reading.tokens.begin);
  std::optional<Person> owner;
  for (TokenIndex back = 1; back <= kSubjectReach && leads(verb, back); ++back) {
    const TokenIndex i = verb - back;
    if (opens_other_clause(i)) break;
    if (const PhraseMatch* own = analysis_->match(i, Tag::Possessive)) {
      owner = own->entry.features.person;
    }
  }
  return owner;
}

// "wir werden Sie töten", "wir haben sie": where subject and object stand between the parts of a
// verb, a pronoun that can be nothing but the subject is it.
std::optional<Features> VerbClause::clear_subject(TokenIndex object) const {
  if (!analysis_->language().grammar.participle_at_end) return std::nullopt;
  for (TokenIndex back = 1; back <= kSubjectReach && leads(object, back); ++back) {
    const TokenIndex i = object - back;
    if (analysis_->is(i, Tag::Complementizer) || analysis_->is(i, Tag::Conjunction)) break;
    const PhraseMatch* pronoun = analysis_->match(i, Tag::Pronoun);
    const bool clear = pronoun != nullptr && pronoun->entry.features.person == Person::First &&
                       !analysis_->is(i, Tag::ObjectPronoun);
    if (clear) return pronoun->entry.features;
  }
  return std::nullopt;
}

// "I will find you and kill you": a second verb has the subject of what marks both as future.
TokenIndex VerbClause::subject_follower(TokenIndex verb) const {
  if (!leads(verb, 1) || !analysis_->is(verb - 1, Tag::Conjunction)) return verb;
  const auto marker = future_before(verb);
  return marker ? marker->begin : verb;
}

// "wir werden das Haus sprengen": an article in the midst of a clause is no relative pronoun,
// though its form is one's.
bool VerbClause::opens_other_clause(TokenIndex token) const {
  static const TagSet kOpeners = tag_set({Tag::Complementizer, Tag::RelativePronoun});
  if (!analysis_->is_any(token, kOpeners)) return false;
  const bool parted = token == 0 || ends_clause(token - 1);
  // "euch wie Hunde töten": what opens a clause there has a comma before it.
  if (analysis_->language().grammar.complement_after_comma && token > words_.begin) return parted;
  return !analysis_->is(token, Tag::Definite) || parted;
}

std::optional<Features> VerbClause::subject_pronoun(const VerbReading& reading) const {
  const TokenIndex verb = subject_follower(reading.tokens.begin);
  for (TokenIndex back = 1; back <= kSubjectReach && leads(verb, back); ++back) {
    const TokenIndex i = verb - back;
    if (opens_other_clause(i)) break;
    // "mein Bruder", "on" mean the speaker where it is he whose words are given.
    if (!indirect_ && analysis_->is(i, Tag::OwnPronoun)) return Features{.person = Person::First};
    if (addresses(*analysis_, i) && !analysis_->is(i, Tag::ObjectPronoun)) {
      if (const auto clear = clear_subject(i)) return clear;
      return Features{.person = Person::Second};
    }
    const PhraseMatch* pronoun = analysis_->match(i, Tag::Pronoun);
    if (pronoun == nullptr || pronoun->entry.features.oblique) continue;
    // "vont nous attaquer": beside an infinitive stands its object.
    const bool infinitive = reading.moods == 1U << unsigned(Mood::Infinitive);
    if (back == 1 && infinitive && analysis_->is(i, Tag::ObjectPronoun)) continue;
    // "nous vous": of two that may be either the first is the subject.
    if (analysis_->is(i, Tag::ObjectPronoun) && leads(verb, back + 1) &&
        analysis_->is(i - 1, Tag::Pronoun)) {
      continue;
    }
    // "la mort nous arrêtera": what does not agree with the verb is its object.
    const Person person = pronoun->entry.features.person;
    const bool disagrees = reading.person != Person::Any && person != reading.person;
    if (disagrees && analysis_->is(i, Tag::ObjectPronoun)) continue;
    if (const auto clear = clear_subject(i)) return clear;
    return pronoun->entry.features;
  }
  return std::nullopt;
}

// "dijeron que lo iban a matar": where subjects are left out, the finite verb must agree with the
// source in number. A witness who says that they will come is not one of them.
bool VerbClause::is_left_out_source(const VerbReading& verb) const {
  if (!analysis_->language().grammar.subject_dropped || !opens_clause(verb.tokens.begin))
    return false;
  Features finite{.number = verb.number, .person = Person::Third};
  static constexpr auto kHelpers =
      std::to_array({Tag::PastFuture, Tag::FutureMarker, Tag::Modal, Tag::Auxiliary});
  for (TokenIndex back = 1; back <= kVerbGroupReach && leads(verb.tokens.begin, back); ++back) {
    const PhraseMatch* helper = analysis_->match_any(verb.tokens.begin - back, kHelpers);
    if (helper == nullptr) continue;
    finite.number = helper->entry.features.number;
    break;
  }
  return finite.number != Number::Any && source_.features.number != Number::Any &&
         may_be_source(finite);
}

std::optional<Person> VerbClause::pronoun_person(const VerbReading& reading) const {
  const auto pronoun = subject_pronoun(reading);
  return pronoun ? std::optional(pronoun->person) : std::nullopt;
}

// "He said that they would": a pronoun that cannot be the source's is somebody else's. A body is
// "they" as well as "it".
bool VerbClause::may_be_source(const Features& pronoun) const {
  if (pronoun.person != Person::Third) return false;
  Features source = source_.features;
  if (source_.kind != MentionKind::Pronoun) source.gender = Gender::Any;
  if (source.number == Number::Singular && source_.body) source.number = Number::Any;
  return agree(source, pronoun);
}

bool VerbClause::passive(const VerbReading& verb) const {
  if (!verb.may_be(Mood::Participle)) return false;
  for (TokenIndex back = 1; back <= kPassiveReach && leads(verb.tokens.begin, back); ++back) {
    const TokenIndex i = verb.tokens.begin - back;
    if (analysis_->is(i, Tag::Copula)) return true;
    // "We are going to cut": an infinitive that looks like a participle.
    if (analysis_->is(i, Tag::InfinitiveMarker) || analysis_->within(i, Tag::FutureMarker)) break;
  }
  return false;
}

bool VerbClause::own_subject(const VerbReading& verb) const {
  if (passive(verb)) return false;
  if (!indirect_ && verb.person == Person::First) return true;
  if (!indirect_ && future_person(verb.tokens.begin) == Person::First) return true;
  // In reported words the speaker is "he" or "they"; what is "his" may be anybody's.
  if (indirect_) {
    if (is_left_out_source(verb)) return true;
    const auto pronoun = subject_pronoun(verb);
    return pronoun && may_be_source(*pronoun);
  }
  return subject_person(verb) == Person::First;
}

bool VerbClause::conditional(TokenIndex token) const {
  for (TokenIndex back = 0; back <= kSubjectReach && leads(token, back); ++back) {
    const TokenIndex i = token - back;
    if (!words_.contains(i)) return false;
    const PhraseMatch* marker = analysis_->match(i, Tag::ConditionMarker);
    if (marker == nullptr || i + marker->length > token) continue;
    return !analysis_->is(i, Tag::Conjunction) && !analysis_->is(i, Tag::Whoever);
  }
  return false;
}

bool VerbClause::opens_clause(TokenIndex verb) const {
  static const TagSet kLight = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::FutureMarker,
                                        Tag::PastFuture, Tag::Intend, Tag::Threaten, Tag::Promise});
  for (TokenIndex back = 1; leads(verb, back) && back <= kVerbGroupReach; ++back) {
    const TokenIndex i = verb - back;
    if (indirect_ && analysis_->is(i, Tag::Complementizer)) return true;
    if (!is_light(*analysis_, i) && !analysis_->is_any(i, kLight) &&
        !analysis_->within(i, Tag::IntentPhrase) && !analysis_->is(i, Tag::Preposition)) {
      return false;
    }
  }
  return true;
}

bool VerbClause::addressed_subject(const VerbReading& verb) const {
  return verb.person == Person::Second || subject_person(verb) == Person::Second;
}

bool VerbClause::negated(TokenIndex verb) const {
  const TokenIndex begin =
      verb > words_.begin + kNegationReach ? verb - kNegationReach : words_.begin;
  bool helped = false;
  for (TokenIndex i = verb; i > begin;) {
    --i;
    if (ends_clause(i)) return false;
    // "n'hésiterons pas à": the negation belongs to the phrase of intention.
    if (analysis_->within(i, Tag::IntentPhrase) || analysis_->within(i, Tag::VeiledHarm)) {
      return false;
    }
    // "un pas de plus et je tire": another subject has a verb of its own.
    if (analysis_->is(i, Tag::Conjunction) && analysis_->is(i + 1, Tag::Pronoun)) return false;
    if (analysis_->is(i, Tag::Negation)) return true;
    if (helped) return false;
    helped = analysis_->is(i, Tag::Copula) || analysis_->is(i, Tag::Auxiliary);
  }
  return false;
}

}  // namespace dixit::parser
