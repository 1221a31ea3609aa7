#include "parser/quote/foretold.h"

#include <algorithm>
#include <array>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a subject's first word and its verb.
constexpr TokenIndex kSubjectReach = 8;

// Words of a subject that stands behind its verb: "morirá mucha gente".
constexpr TokenIndex kBehindReach = 3;

class Foretold {
 public:
  Foretold(const Analysis& analysis, const VerbClause& clause)
      : analysis_(&analysis), clause_(&clause) {}

  [[nodiscard]] bool holds(const VerbReading& verb, TokenRange future) const {
    const TokenIndex limit = std::min(future.begin, verb.tokens.begin);
    TokenRange subject{.begin = edge_before(limit), .end = limit};
    // "werden Menschen sterben", "morirá gente": the subject stands behind the verb's first part.
    const bool inverted = only_adverbial(subject);
    if (inverted) subject = behind(verb, future);
    if (subject.empty() || (inverted && !names_people(subject))) return false;
    const bool befalls = analysis_->is(verb.tokens.begin, Tag::Pay);
    return befalls ? is_anybody(subject) : is_no_man_of_his(subject);
  }

 private:
  [[nodiscard]] bool is_edge(TokenIndex i) const {
    static const TagSet kEdges =
        tag_set({Tag::Conjunction, Tag::Complementizer, Tag::Subordinator});
    return clause_->ends_clause(i) || analysis_->is_any(i, kEdges);
  }

  [[nodiscard]] TokenIndex edge_before(TokenIndex at) const {
    const TokenIndex floor = std::max(clause_->words().begin, at - std::min(at, kSubjectReach));
    while (at > floor && !is_edge(at - 1)) --at;
    return at;
  }

  // "Without a vaccine thousands", "Ohne Impfstoff": a preposition's phrase is no subject, but one
  // may follow it.
  [[nodiscard]] bool only_adverbial(TokenRange range) const {
    if (range.empty()) return true;
    return analysis_->language().grammar.participle_at_end &&
           (analysis_->is(range.begin, Tag::Preposition) || is_light(*analysis_, range.begin));
  }

  [[nodiscard]] TokenRange behind(const VerbReading& verb, TokenRange future) const {
    const bool framed = future.end <= verb.tokens.begin && future.begin < verb.tokens.begin &&
                        analysis_->language().grammar.participle_at_end;
    if (framed) return {.begin = future.end, .end = verb.tokens.begin};
    if (!analysis_->language().grammar.subject_dropped) return {};
    TokenRange range{.begin = verb.tokens.end, .end = verb.tokens.end};
    while (range.size() < kBehindReach && clause_->words().contains(range.end) &&
           !is_edge(range.end)) {
      ++range.end;
    }
    return range;
  }

  [[nodiscard]] bool is_name(TokenIndex i) const {
    const bool opens = i == clause_->words().begin || clause_->ends_clause(i - 1);
    const bool capital = analysis_->token(i).capitalised && !opens &&
                         !analysis_->language().grammar.nouns_capitalised;
    return capital || analysis_->mention_at(i) != nullptr;
  }

  // Somebody who may act for the speaker, or is spoken to.
  [[nodiscard]] bool is_somebody(TokenIndex i) const {
    static const TagSet kSomebody =
        tag_set({Tag::Whoever, Tag::OwnPronoun, Tag::ArmedNoun, Tag::Demonym, Tag::HarmNoun});
    if (is_name(i) || analysis_->is_any(i, kSomebody) || addresses(*analysis_, i)) return true;
    for (const Tag tag : {Tag::Pronoun, Tag::ObjectPronoun, Tag::Possessive}) {
      const PhraseMatch* match = analysis_->match(i, tag);
      if (match != nullptr && match->entry.features.person != Person::Third) return true;
    }
    return false;
  }

  // "people", "thousands", "des gens": no article, no name, no pronoun says who it is.
  [[nodiscard]] bool is_anybody(TokenRange subject) const {
    static const TagSet kKnown =
        tag_set({Tag::Definite, Tag::Possessive, Tag::Demonstrative, Tag::Pronoun});
    bool noun = false;
    for (TokenIndex i = subject.begin; i < subject.end; ++i) {
      if (is_somebody(i) || analysis_->is_any(i, kKnown)) return false;
      noun = noun || (analysis_->token(i).kind == TokenKind::Word && !is_light(*analysis_, i));
    }
    return noun;
  }

  // "morirá mañana": behind a verb, what names no people may be no subject.
  [[nodiscard]] bool names_people(TokenRange range) const {
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      const bool noun = is_speaker_noun(*analysis_, i) || analysis_->is(i, Tag::Quantifier) ||
                        analysis_->is(i, Tag::Pronoun) || analysis_->is(i, Tag::HazardNoun) ||
                        analysis_->language().grammar.nouns_capitalised;
      if (noun || analysis_->token(i).kind == TokenKind::Number) return true;
    }
    return false;
  }

  // "they", "the flood", "these tariffs". A noun that no list knows may be men of his.
  [[nodiscard]] bool is_no_man_of_his(TokenRange subject) const {
    static const TagSet kOthers = tag_set({Tag::Pronoun, Tag::HazardNoun, Tag::CoerceNoun});
    bool others = false;
    for (TokenIndex i = subject.begin; i < subject.end; ++i) {
      if (is_somebody(i)) return false;
      others = others || analysis_->is_any(i, kOthers);
    }
    return others;
  }

  const Analysis* analysis_;
  const VerbClause* clause_;
};

}  // namespace

bool is_foretold(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb,
                 TokenRange future) {
  return Foretold(analysis, clause).holds(verb, future);
}

bool is_hypothetical(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb) {
  if (clause.reported() || clause.own_subject(verb) || clause.passive(verb)) return false;
  if (verb.tokens.begin <= clause.words().begin) return false;
  const PhraseMatch* helper = analysis.match(verb.tokens.begin - 1, Tag::Modal);
  return helper != nullptr && helper->entry.features.mood == Mood::Conditional;
}

}  // namespace dixit::parser
