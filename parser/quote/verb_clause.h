#pragma once

#include <optional>
#include <span>

#include "parser/quote/draft.h"
#include "parser/quote/mentions.h"

namespace dixit::parser {

// What a token is as a verb of some classes: the union of its readings of equal length.
struct VerbReading {
  TokenRange tokens;
  Tag tag = Tag::HarmKill;
  unsigned moods = 0;  // bits 1 << Mood
  Person person = Person::Any;
  Number number = Number::Any;

  [[nodiscard]] bool may_be(Mood mood) const { return (moods & (1U << unsigned(mood))) != 0; }
};

std::optional<VerbReading> read_verb(const Analysis& analysis, TokenIndex token,
                                     std::span<const Tag> tags);

// The clause around a verb of somebody's words: its tense, its subject and its negation, as far as
// the words around the verb tell. Every look reaches a bounded number of tokens.
//
// A fragment's or reported clause's auxiliary and subject may stand in the reporter's words before
// it: would be "burnt to the ground", threatened to burn.
class VerbClause {
 public:
  VerbClause(const Analysis& analysis, const Draft& draft);

  // What makes the verb future: its own mood, a marker, a modal, a verb of intention before it.
  [[nodiscard]] std::optional<TokenRange> future(const VerbReading& verb) const;
  // The same of the words before a verb or noun alone.
  [[nodiscard]] std::optional<TokenRange> future_before(TokenIndex token) const;
  [[nodiscard]] bool past(const VerbReading& verb) const;
  // "will be killed": the subject suffers.
  [[nodiscard]] bool passive(const VerbReading& verb) const;
  // Whether the one who acts is the speaker or what is his: "we", "our rockets".
  [[nodiscard]] bool own_subject(const VerbReading& verb) const;
  [[nodiscard]] bool addressed_subject(const VerbReading& verb) const;
  [[nodiscard]] bool negated(TokenIndex verb) const;
  // "they will attack us", "we will be killed": the harm is others' and the speaker its object.
  [[nodiscard]] bool strikes_speaker(const VerbReading& verb) const;
  // The person of whom the verb's object stands for, by a pronoun beside it or by what is his and
  // dear to him: "kill her", "le tuer", "burn our house". Nothing for another object.
  [[nodiscard]] std::optional<Person> struck_person(const VerbReading& verb) const;
  // Whether a second person is the object of the verb or stands beside it.
  [[nodiscard]] bool addressed_object(const VerbReading& verb) const;
  // Whether an object pronoun stands shortly before the end of a verb: "te brûler".
  [[nodiscard]] bool pronoun_precedes(TokenIndex verb_end) const;

  // "if they attack": what stands in a condition is not what is announced.
  [[nodiscard]] bool conditional(TokenIndex token) const;
  // Whether nothing but auxiliaries and light words stands between the clause's start and the verb.
  [[nodiscard]] bool opens_clause(TokenIndex verb) const;

  // Whether a union or people of one trade speak.
  [[nodiscard]] bool by_labour() const { return by_labour_; }
  [[nodiscard]] bool fragment() const { return fragment_; }
  [[nodiscard]] bool reported() const { return indirect_ || fragment_; }
  [[nodiscard]] bool indirect() const { return indirect_; }
  // Whether the reporter's verb makes what follows the speaker's own deed to come.
  [[nodiscard]] bool commissive() const { return commissive_; }
  [[nodiscard]] TokenRange words() const { return words_; }
  // The person of the nearest subject before the verb, if one is told.
  [[nodiscard]] std::optional<Person> subject_person(const VerbReading& verb) const;
  // A mark between clauses; a fragment's own opening mark parts nothing.
  [[nodiscard]] bool ends_clause(TokenIndex token) const;

 private:
  [[nodiscard]] std::optional<TokenRange> future_helper(TokenIndex token) const;
  [[nodiscard]] std::optional<TokenRange> future_behind(const VerbReading& verb) const;
  [[nodiscard]] bool opens_other_clause(TokenIndex token) const;
  [[nodiscard]] std::optional<Features> clear_subject(TokenIndex object) const;
  [[nodiscard]] TokenIndex subject_follower(TokenIndex verb) const;
  [[nodiscard]] std::optional<Features> subject_pronoun(const VerbReading& verb) const;
  [[nodiscard]] bool may_be_source(const Features& pronoun) const;
  [[nodiscard]] bool is_left_out_source(const VerbReading& verb) const;
  [[nodiscard]] bool pronoun_at(TokenIndex token, const VerbReading& verb) const;
  [[nodiscard]] bool may_act_at(TokenIndex token, const VerbReading& verb) const;
  [[nodiscard]] std::optional<Person> owner_of_dear(TokenIndex token,
                                                    const VerbReading& verb) const;
  [[nodiscard]] bool names_person(TokenIndex determiner) const;
  [[nodiscard]] std::optional<Person> pronoun_person(const VerbReading& verb) const;
  [[nodiscard]] Person future_person(TokenIndex verb) const;
  [[nodiscard]] bool leads(TokenIndex verb, TokenIndex back) const;

  const Analysis* analysis_;
  TokenRange words_;
  TokenIndex reach_begin_ = 0;  // where auxiliaries of the first verb may stand
  bool fragment_ = false;
  bool indirect_ = false;
  bool commissive_ = false;
  bool by_labour_ = false;
  Mention source_;  // of reported words; without features when none is told
};

}  // namespace dixit::parser
