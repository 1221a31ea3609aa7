#include "parser/quote/borrowed_subject.h"

#include <algorithm>

#include "parser/quote/charged_person.h"
#include "parser/quote/fronted_object.h"
#include "parser/quote/met_words.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Reporting verbs before this one that are asked for their subject.
constexpr std::size_t kSharedCuesMax = 8;

// Mentions before a message that are looked at for who gives it out.
constexpr MentionIndex kGiversTriedMax = 6;

// Mentions of one sentence that are looked at for whoever it is about.
constexpr MentionIndex kSentenceMentionsMax = 40;

// The subject of the reporting verb before this one.
std::optional<Subject> of_earlier_cue(const Clause& clause) {
  const std::vector<CueIndex>& cues = clause.frame().cues;
  const auto end = std::lower_bound(cues.begin(), cues.end(), clause.verb(),
                                    [&](CueIndex index, TokenIndex verb) {
                                      return clause.scene().cues()[index].tokens.begin < verb;
                                    });
  std::size_t asked = 0;
  for (auto index = end; index != cues.begin() && asked < kSharedCuesMax; ++asked) {
    --index;
    const Cue& other = clause.scene().cues()[*index];
    if (other.tokens.end > clause.verb() || other.kind != CueKind::Verb || other.dependent ||
        other.passive || strength_of(other.tag) != CueStrength::Speech) {
      continue;
    }
    std::optional<Subject> found = clause.scene().subject_at(*index);
    if (!found || found->rule == "source.antecedent") continue;
    found->rule = "source.shared_subject";
    return found;
  }
  return std::nullopt;
}

// Whether nothing but an adverb stands between the mention and the start of a clause.
bool opens_clause(const Clause& clause, MentionIndex index) {
  const Analysis& analysis = clause.analysis();
  for (TokenIndex at = clause.mentions()[index].core.begin; at > clause.frame().tokens.begin;) {
    --at;
    if (parts_clauses(analysis.mark(at)) || analysis.is(at, Tag::Conjunction) ||
        analysis.is(at, Tag::Subordinator)) {
      return true;
    }
    if (!is_light(analysis, at)) return false;
  }
  return true;
}

// "in Salem, New Hampshire, Smith …": the place that a comma adds to another is no subject.
bool names_place(const Clause& clause, MentionIndex index) {
  const TokenRange& core = clause.mentions()[index].core;
  const Analysis& analysis = clause.analysis();
  const PhraseMatch* place = analysis.match(core.begin, Tag::PlaceNoun);
  return place != nullptr && core.begin + place->length >= core.end;
}

// Whoever the sentence is about: best a person or body that opens a clause.
std::optional<Subject> of_sentence(const Clause& clause) {
  const Mentions& mentions = clause.mentions();
  MentionIndex silent = kNoMention;
  MentionIndex speaking = kNoMention;
  const MentionIndex first = mentions.from(clause.frame().tokens.begin);
  const auto last = static_cast<MentionIndex>(
      std::min<std::size_t>(mentions.all().size(), first + kSentenceMentionsMax));
  for (MentionIndex m = first; m < last && mentions[m].core.begin < clause.verb(); ++m) {
    if (clause.is_governed(m) || !clause.in_region(m)) continue;
    if (mentions[m].core.contains(clause.cue().head)) continue;
    if (silent == kNoMention) silent = m;
    if (!mentions[m].can_speak || mentions[m].weak || names_place(clause, m)) continue;
    if (speaking == kNoMention) speaking = m;
    if (opens_clause(clause, m)) {
      return clause.subject(subject_of_opening(clause.analysis(), mentions, m),
                            "source.sentence_subject");
    }
  }
  if (speaking == kNoMention) speaking = silent;
  if (speaking == kNoMention) return std::nullopt;
  return clause.subject(speaking, "source.sentence_subject");
}

// Whether a comma or marked words stand before the token, or before a verb that comes second.
bool begins_later_clause(const Clause& clause, TokenIndex begin) {
  const auto parted = [&](TokenIndex at) {
    return parts_clauses(clause.analysis().mark(at)) || clause.stretch_ending_at(at) != kNoStretch;
  };
  if (parted(begin - 1)) return true;
  return clause.grammar().participle_at_end && begin >= 2 && parted(begin - 2);
}

// "Calling it “…”, the minister left": the clause after the one that has no subject.
std::optional<Subject> of_later_clause(const Clause& clause) {
  const Mentions& mentions = clause.mentions();
  const MentionIndex first = mentions.from(clause.cue().tokens.end);
  const auto last = static_cast<MentionIndex>(
      std::min<std::size_t>(mentions.all().size(), first + kSentenceMentionsMax));
  for (MentionIndex m = first; m < last && mentions[m].core.begin < clause.frame().tokens.end;
       ++m) {
    const Mention& mention = mentions[m];
    if (mention.governed || !mention.can_speak || mention.core.begin == 0 || !clause.in_region(m)) {
      continue;
    }
    if (begins_later_clause(clause, mention.core.begin)) {
      return clause.subject(m, "source.later_subject");
    }
  }
  return std::nullopt;
}

// The noun that a participle right behind it says something of; of a message with whom it is from
// or to the message: "a letter from Smith saying".
MentionIndex noun_before(const Clause& clause, TokenIndex verb) {
  const Mentions& mentions = clause.mentions();
  const MentionIndex last = mentions.at(verb - 1);
  if (last == kNoMention || last == 0 || !mentions[last].governed) return last;
  const TokenIndex begin = mentions[last].core.begin;
  static const TagSet kLinks =
      tag_set({Tag::AuthorPreposition, Tag::RecipientPreposition, Tag::AgainstPreposition});
  if (begin < 2 || !clause.analysis().within_any(begin - 1, kLinks)) return last;
  const MentionIndex message = mentions.at(begin - 2);
  return message != kNoMention && mentions[message].carrier ? message : last;
}

// "said Smith had sent a text saying": the subject nearest before the verb that the message hangs
// on.
std::optional<Subject> giver_before(const Clause& clause, MentionIndex message) {
  const Mentions& mentions = clause.mentions();
  const MentionIndex floor = message - std::min(message, kGiversTriedMax);
  for (MentionIndex m = message; m-- > floor;) {
    const Mention& giver = mentions[m];
    if (giver.core.begin < clause.frame().tokens.begin) break;
    if (!giver.can_speak || giver.carrier || clause.is_governed(m) || !clause.in_region(m))
      continue;
    if ((verb_moods(clause.analysis(), giver.tokens.end) & kFiniteMoods) == 0) continue;
    const TokenIndex begin = giver.core.begin;
    if (begin > 0 && clause.analysis().is(begin - 1, Tag::Conjunction)) return std::nullopt;
    return clause.subject(m, "source.giver");
  }
  return std::nullopt;
}

// "heard Smith shout", Spanish "oyó a Smith gritar": the one who is heard.
std::optional<Subject> heard_before(const Clause& clause, TokenIndex verb) {
  const MentionIndex heard = verb == 0 ? kNoMention : clause.mentions().at(verb - 1);
  if (heard == kNoMention || !clause.mentions()[heard].can_speak) return std::nullopt;
  const Analysis& analysis = clause.analysis();
  TokenIndex begin = clause.mentions()[heard].core.begin;
  if (begin > clause.floor() && analysis.is(begin - 1, Tag::RecipientPreposition)) --begin;
  // "ouve-se um homem gritar", "on entend alors une voix hurler"
  while (begin > clause.floor() &&
         (analysis.token(begin - 1).joined || is_light(analysis, begin - 1))) {
    --begin;
  }
  if (begin <= clause.floor() || !analysis.is(begin - 1, Tag::Perceive)) return std::nullopt;
  return clause.subject(heard, "source.heard");
}

// "was heard by neighbours threatening to": who hears stands nearer than who is heard.
bool threatens_unseen(const Clause& clause) {
  const TokenIndex verb = clause.verb();
  if (clause.cue().tag != Tag::Threaten || verb == 0) return false;
  const MentionIndex witness = clause.mentions().at(verb - 1);
  if (witness == kNoMention) return false;
  const TokenIndex begin = clause.mentions()[witness].core.begin;
  return begin >= clause.frame().tokens.begin + 2 &&
         clause.analysis().is(begin - 1, Tag::AgentPreposition) &&
         clause.analysis().is(begin - 2, Tag::Perceive);
}

// "siguió a la alcaldesa amenazando con": where subjects are left out, a gerund is the subject's.
bool threatens_object(const Clause& clause) {
  const TokenIndex verb = clause.verb();
  const bool gerund = clause.cue().features.mood == Mood::Gerund;
  if (!clause.grammar().subject_dropped || clause.cue().tag != Tag::Threaten || !gerund) {
    return false;
  }
  const MentionIndex object = verb == 0 ? kNoMention : clause.mentions().at(verb - 1);
  if (object == kNoMention || !clause.mentions()[object].person) return false;
  const TokenIndex begin = clause.mentions()[object].core.begin;
  return begin > 0 && clause.analysis().is(begin - 1, Tag::RecipientPreposition) &&
         !heard_before(clause, verb);
}

// "Der Richter warf Borel vor, gedroht zu haben": where verbs close the clause, only a verb of
// speech tells which of two has threatened.
bool has_two_persons(const Clause& clause) {
  if (!clause.grammar().participle_at_end || clause.cue().tag != Tag::Threaten) return false;
  for (const CueIndex index : clause.frame().cues) {
    const Cue& other = clause.scene().cues()[index];
    if (other.tokens.begin >= clause.verb()) break;
    const bool charges = clause.analysis().is(other.head, Tag::Charge);
    if (other.kind == CueKind::Verb && strength_of(other.tag) == CueStrength::Speech && !charges) {
      return false;
    }
  }
  const Mentions& mentions = clause.mentions();
  int persons = 0;
  for (MentionIndex m = mentions.from(clause.frame().tokens.begin);
       m < mentions.all().size() && mentions[m].core.begin < clause.verb(); ++m) {
    const Mention& mention = mentions[m];
    if (mention.can_speak && !mention.governed && !mention.carrier && !mention.body) ++persons;
    // What stands behind the main clause's comma belongs to the threat.
    if (persons == 2 || clause.analysis().mark(mentions[m].tokens.end) == ',') break;
  }
  return persons == 2;
}

// "got a call threatening to": whose threat it is hangs on a noun that no list knows as one.
bool follows_unread_noun(const Clause& clause, TokenIndex verb) {
  const Analysis& analysis = clause.analysis();
  const TokenIndex before = verb - 1;
  if (clause.cue().tag != Tag::Threaten || analysis.token(before).kind != TokenKind::Word) {
    return false;
  }
  if (ends_noun_phrase(analysis, before) || is_light(analysis, before)) return false;
  // "Smith came threatening": right behind somebody stands a verb.
  const MentionIndex somebody = before == 0 ? kNoMention : clause.mentions().at(before - 1);
  if (somebody != kNoMention && clause.mentions()[somebody].can_speak) return false;
  // "denied threatening", "calmly threatening"; but "a call threatening", a verb of judging
  // elsewhere.
  const std::vector<CueIndex>& cues = clause.frame().cues;
  const bool verb_before = std::any_of(cues.begin(), cues.end(), [&](CueIndex index) {
    const Cue& cue = clause.scene().cues()[index];
    return cue.kind == CueKind::Verb && cue.tokens.end == verb &&
           strength_of(cue.tag) != CueStrength::Verdict;
  });
  return !verb_before && !ends_as_adverb(analysis, before);
}

// "entered the shop threatening to": what cannot speak, behind a preposition, says where, and who
// threatens there may as well be whoever sent what was found there.
bool is_place(const Clause& clause, MentionIndex index) {
  const Mention& mention = clause.mentions()[index];
  return clause.cue().tag == Tag::Threaten && mention.governed && !mention.can_speak &&
         !mention.carrier;
}

}  // namespace

std::optional<Subject> shared_subject(const Clause& clause) {
  if (std::optional<Subject> earlier = of_earlier_cue(clause)) return earlier;
  if (std::optional<Subject> sentence = of_sentence(clause)) return sentence;
  return of_later_clause(clause);
}

std::optional<Subject> subject_of_dependent(const Clause& clause) {
  const TokenIndex verb = clause.verb();
  const Mentions& mentions = clause.mentions();
  if (const auto charged = charged_person(clause)) return charged->subject;
  if (threatens_unseen(clause) || threatens_object(clause)) return of_sentence(clause);
  if (has_two_persons(clause)) return std::nullopt;
  const bool gerund = clause.cue().features.mood == Mood::Gerund;
  if (gerund && verb > 0 && mentions.at(verb - 1) == kNoMention &&
      follows_unread_noun(clause, verb)) {
    return std::nullopt;
  }
  if (gerund && verb > clause.floor()) {
    const MentionIndex before = noun_before(clause, verb);
    if (before != kNoMention && mentions[before].kind != MentionKind::Pronoun) {
      const MentionIndex head = mentions.head_of(before);
      if (is_place(clause, before)) return std::nullopt;
      // "issued a statement calling it": the issuer speaks, the statement carries it.
      if (mentions[head].carrier || clause.analysis().is(mentions[head].head, Tag::PrivateNoun)) {
        std::optional<Subject> issuer = giver_before(clause, head);
        if (!issuer) issuer = shared_subject(clause);
        const auto met = met_in(clause.scene(), clause.frame(), issuer, mentions[head].head);
        if (met && met->owner) return met->owner;
        if (!met && issuer && issuer->mention != head) return issuer;
      }
      // Arabic "هدد سالم نادر قائلا": what a participle says there is said of the verb's subject.
      std::optional<Subject> shared;
      if (clause.grammar().verb_before_subject) shared = of_earlier_cue(clause);
      return shared ? shared : clause.subject(head, "source.participle_noun");
    }
  }
  if (auto heard = heard_before(clause, verb)) return heard;
  return shared_subject(clause);
}

}  // namespace dixit::parser
