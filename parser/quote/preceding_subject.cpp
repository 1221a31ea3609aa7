#include "parser/quote/preceding_subject.h"

#include <algorithm>

#include "parser/quote/borrowed_subject.h"
#include "parser/quote/following_subject.h"
#include "parser/quote/relative_clause.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a relative pronoun behind a comma and a noun phrase of its clause.
constexpr TokenIndex kApposedRelativeReach = 12;

enum class Edge : std::uint8_t { None, Comma, Conjunction, Relative, Clause };

Edge edge_at(const Analysis& analysis, TokenIndex at) {
  if (analysis.token(at).kind == TokenKind::Punctuation) {
    const char32_t mark = analysis.mark(at);
    if (mark == ':' || mark == ';') return Edge::Clause;
    return parts_clauses(mark) ? Edge::Comma : Edge::None;
  }
  // An article that is a relative pronoun too is one after a comma: German "der".
  if (analysis.is(at, Tag::RelativePronoun) &&
      (!is_determiner_like(analysis, at) || (at > 0 && analysis.mark(at - 1) == ','))) {
    return Edge::Relative;
  }
  if (analysis.is(at, Tag::Complementizer) || analysis.is(at, Tag::Subordinator)) {
    return analysis.is(at, Tag::Preposition) ? Edge::None : Edge::Clause;
  }
  return analysis.is(at, Tag::Conjunction) ? Edge::Conjunction : Edge::None;
}

// Whom a relative clause is about: "the mayor, who said".
std::optional<Subject> antecedent(const Clause& clause, TokenIndex relative) {
  for (TokenIndex at = relative; at > clause.floor();) {
    --at;
    if (const MentionIndex found = clause.mentions().at(at); found != kNoMention) {
      return Subject{.tokens = {.begin = relative, .end = relative + 1},
                     .mention = clause.mentions().head_of(found),
                     .rule = "source.antecedent"};
    }
    const Analysis& analysis = clause.analysis();
    const bool number = analysis.token(at).kind == TokenKind::Number;  // "the Games of 2001, who"
    // "ist ein Mann zu hören, der", "nahm einen Mann fest, der": where verbs close the clause, one
    // or its particle may stand between.
    const bool closing = at + 2 == relative && analysis.token(at).kind == TokenKind::Word;
    const bool verb = clause.grammar().participle_at_end &&
                      (closing || (verb_moods(analysis, at) &
                                   (mood_bit(Mood::Infinitive) | mood_bit(Mood::Participle))) != 0);
    if (!number && !verb && !parts_clauses(analysis.mark(at)) &&
        !analysis.is(at, Tag::Preposition)) {
      break;
    }
  }
  return std::nullopt;
}

// "Smith and Jones said", but not "she asked for a photo and Smith said".
bool joins_nouns(const Clause& clause, TokenIndex conjunction, MentionIndex right) {
  const Mentions& mentions = clause.mentions();
  if (conjunction <= clause.floor() || mentions[right].core.begin != conjunction + 1) return false;
  const MentionIndex left = mentions.at(conjunction - 1);
  if (left == kNoMention) return false;
  const MentionIndex head = mentions.head_of(left);
  return mentions[head].can_speak == mentions[right].can_speak && !clause.is_governed(head);
}

// The leftmost free noun phrase of the clause, its parentheses skipped.
class ClauseScan {
 public:
  explicit ClauseScan(const Clause& clause)
      : clause_(&clause), analysis_(&clause.analysis()), mentions_(&clause.mentions()) {}

  std::optional<Subject> run() {
    for (TokenIndex at = clause_->verb(); at-- > clause_->floor();) {
      if (const StretchIndex marked = clause_->stretch_ending_at(at); marked != kNoStretch) {
        if (best_ != kNoMention || !clause_->is_transparent(marked)) break;
        const TokenIndex begin = clause_->scene().stretches()[marked].outer.begin;
        if (begin <= clause_->floor()) break;
        at = begin;
        continue;
      }
      const MentionIndex covering = mentions_->at(at);
      if (covering != kNoMention && (*mentions_)[covering].core.begin >= clause_->floor()) {
        if (!clause_->is_governed(covering) && !has_other_verb(covering)) best_ = covering;
        at = (*mentions_)[covering].core.begin;
        if (best_ == covering && clause_->opens_subordinate(covering)) break;
        // "whose lawyer said": the subject of the relative clause; nothing before it is one.
        if (best_ == covering && analysis_->is(at, Tag::RelativePronoun) &&
            analysis_->is(at, Tag::Possessive)) {
          if (!enclosing_relative(*clause_, (*mentions_)[best_].core)) break;
          best_ = kNoMention;
        }
        continue;
      }
      if (best_ == kNoMention && hides_subject(at)) return std::nullopt;
      const Edge edge = edge_at(*analysis_, at);
      if (goes_on(edge, at)) continue;
      if (best_ == kNoMention) return across(edge, at);
      const auto relative = enclosing_relative(*clause_, (*mentions_)[best_].core);
      if (!relative) break;
      best_ = kNoMention;
      at = *relative;
    }
    if (best_ == kNoMention) return std::nullopt;
    return clause_->subject(best_, "source.subject");
  }

 private:
  // "men she had jailed threatened": a pronoun with a verb before the one whose subject is sought.
  [[nodiscard]] bool has_other_verb(MentionIndex index) const {
    const Mention& mention = (*mentions_)[index];
    if (!clause_->grammar().complement_bare || mention.kind != MentionKind::Pronoun) return false;
    const TokenIndex end = mention.core.end;
    return end < clause_->verb() && (verb_moods(*analysis_, end) & kFiniteMoods) != 0 &&
           !parts_clauses_between(end, clause_->verb());
  }

  // A mark or a joint; or what makes the verbs one: "they will need to find", "you can see".
  [[nodiscard]] bool parts_clauses_between(TokenIndex begin, TokenIndex end) const {
    for (TokenIndex at = begin; at < end; ++at) {
      if (edge_at(*analysis_, at) != Edge::None) return true;
      if (analysis_->is_any(at, tag_set({Tag::Modal, Tag::InfinitiveMarker}))) return true;
    }
    return false;
  }

  // "officials said 3M threatened": a word that nobody reads stands where the subject must, behind
  // another's verb of saying.
  [[nodiscard]] bool hides_subject(TokenIndex at) const {
    if (!clause_->grammar().complement_bare || !analysis_->is(at, Tag::Say) ||
        (verb_moods(*analysis_, at) & kFiniteMoods) == 0 || at + 1 >= clause_->verb()) {
      return false;
    }
    for (TokenIndex i = at + 1; i < clause_->verb(); ++i) {
      const bool unread = analysis_->token(i).kind != TokenKind::Punctuation &&
                          !is_light(*analysis_, i) && !ends_noun_phrase(*analysis_, i) &&
                          verb_moods(*analysis_, i) == 0 && !ends_as_adverb(*analysis_, i) &&
                          !analysis_->is(i, Tag::Enclitic);
      if (!unread) return false;
    }
    return true;
  }

  [[nodiscard]] bool goes_on(Edge edge, TokenIndex at) const {
    if (edge == Edge::Comma && best_ == kNoMention) return true;
    if (edge == Edge::None) {
      return best_ == kNoMention || (verb_moods(*analysis_, at) & kFiniteMoods) == 0;
    }
    return edge == Edge::Conjunction && best_ != kNoMention && joins_nouns(*clause_, at, best_);
  }

  // What the clause's own start says about a clause that has no subject in it.
  [[nodiscard]] std::optional<Subject> across(Edge edge, TokenIndex at) const {
    if (edge == Edge::Relative) {
      // "the mayor whose lawyer said", "la lettre qu'a lue le juge"
      const bool oblique = analysis_->match(at, Tag::RelativePronoun)->entry.features.oblique;
      return oblique ? std::nullopt : antecedent(*clause_, at);
    }
    if (edge == Edge::Conjunction) return shared_subject(*clause_);
    return std::nullopt;
  }

  const Clause* clause_;
  const Analysis* analysis_;
  const Mentions* mentions_;
  MentionIndex best_ = kNoMention;
};

// Where the relative clause between commas begins that holds the noun phrase and a verb of its own,
// "Roth, que traque le colonel, a juré"; kNoToken where none does: "which the clerk, Roth, called".
// `closing` is the comma before the verb of the main clause.
TokenIndex apposed_relative(const Clause& clause, const Mention& mention, TokenIndex closing) {
  const Analysis& analysis = clause.analysis();
  const TokenIndex phrase = mention.core.begin;
  const TokenIndex floor =
      std::max(clause.floor(), phrase - std::min(phrase, kApposedRelativeReach));
  for (TokenIndex at = phrase; at-- > floor;) {
    if (analysis.token(at).kind == TokenKind::Punctuation) return kNoToken;
    if (edge_at(analysis, at) != Edge::Relative) continue;
    const bool own_verb = at + 1 < phrase || mention.tokens.end == closing ||
                          !parts_clauses(analysis.mark(mention.tokens.end));
    const bool apposed = own_verb && at >= floor + 2 && analysis.mark(at - 1) == ',' &&
                         clause.mentions().at(at - 2) != kNoMention;
    return apposed ? at : kNoToken;
  }
  return kNoToken;
}

// The leftmost noun phrase that a comma follows, before the mark that closes a parenthesis.
MentionIndex set_off_by_commas(const Clause& clause, TokenIndex closing) {
  const Mentions& mentions = clause.mentions();
  MentionIndex best = kNoMention;
  for (TokenIndex at = closing; at-- > clause.floor();) {
    if (const StretchIndex marked = clause.stretch_ending_at(at); marked != kNoStretch) {
      if (!clause.is_transparent(marked)) break;
      at = clause.scene().stretches()[marked].outer.begin;
      continue;
    }
    const char32_t mark = clause.analysis().mark(at);
    if (mark == ':' || mark == ';') break;
    const MentionIndex covering = mentions.at(at);
    if (covering == kNoMention) continue;
    if (mentions[covering].core.begin < clause.floor()) break;
    const MentionIndex head = mentions.head_of(covering);
    const Mention& whole = mentions[head];
    if (parts_clauses(clause.analysis().mark(whole.tokens.end)) && whole.can_speak &&
        !clause.is_governed(head) && apposed_relative(clause, whole, closing) == kNoToken &&
        !enclosing_relative(clause, whole.core)) {
      best = head;
    }
    at = mentions[covering].core.begin;
  }
  return best;
}

// "Smith, the mayor of Springfield, said"
std::optional<Subject> before_parenthesis(const Clause& clause, TokenIndex closing) {
  const MentionIndex best = set_off_by_commas(clause, closing);
  if (best != kNoMention) return clause.subject(best, "source.subject_apposed");
  std::optional<Subject> scanned = ClauseScan(clause).run();
  if (!scanned || scanned->mention == kNoMention) return scanned;
  // "In einer Erklärung, die der Agentur vorliegt, drohen": where words stand does not say them.
  if (clause.grammar().participle_at_end && scanned->rule == "source.antecedent" &&
      clause.is_governed(scanned->mention)) {
    return std::nullopt;
  }
  const TokenIndex relative =
      apposed_relative(clause, clause.mentions()[scanned->mention], closing);
  if (relative == kNoToken) return scanned;
  const Mentions& mentions = clause.mentions();
  const MentionIndex about = mentions.head_of(mentions.at(relative - 2));
  if (!mentions[about].can_speak || clause.is_governed(about)) return std::nullopt;
  return clause.subject(about, "source.subject_apposed");
}

// "Smith, who lives in Springfield, has urged the council to": a relative clause stands between the
// commas, so that what follows the verb is no subject.
bool has_relative_clause(const Clause& clause, TokenIndex closing) {
  const MentionIndex best = set_off_by_commas(clause, closing);
  if (best == kNoMention) return false;
  const TokenIndex comma = clause.mentions()[best].tokens.end;
  return comma + 1 < closing && clause.analysis().is(comma + 1, Tag::RelativePronoun) &&
         edge_at(clause.analysis(), comma + 1) == Edge::Relative;
}

// Whether a finite verb that the language file knows stands there, a relative clause's aside.
bool has_free_verb(const Clause& clause, TokenIndex begin, TokenIndex end) {
  bool relative = false;
  for (TokenIndex at = begin; at < end; ++at) {
    if (parts_clauses(clause.analysis().mark(at))) relative = false;
    if (clause.analysis().is(at, Tag::RelativePronoun)) relative = true;
    const bool verb = (verb_moods(clause.analysis(), at) & kFiniteMoods) != 0 &&
                      (verb_moods(clause.analysis(), at) & mood_bit(Mood::Participle)) == 0;
    if (verb && !relative) return true;
  }
  return false;
}

// "Smith, 34, threatened the judge: “…”": a parenthesis cuts the subject off its verb, no words are
// reported before, and whoever follows the verb is its object.
bool is_interrupted(const Clause& clause, TokenIndex closing, const Subject& inverted) {
  static const TagSet kTakesHearer =
      tag_set({Tag::Threaten, Tag::Warn, Tag::Order, Tag::Ask, Tag::HearerVerb});
  const Analysis& analysis = clause.analysis();
  const TokenIndex end = inverted.tokens.end;
  const bool colon = end < clause.frame().tokens.end && analysis.mark(end) == ':';
  if (!colon && !analysis.is_any(clause.cue().head, kTakesHearer)) return false;
  const std::optional<Subject> cut_off = before_parenthesis(clause, closing);
  if (!cut_off || cut_off->mention == kNoMention) return false;
  const Mention& best = clause.mentions()[cut_off->mention];
  if (!best.can_speak) return false;
  const TokenIndex frame_begin = clause.frame().tokens.begin;
  for (TokenIndex at = std::max(frame_begin, clause.floor()); at < closing; ++at) {
    if (clause.stretch_ending_at(at) != kNoStretch) return false;
  }
  return !has_free_verb(clause, frame_begin, best.core.begin) &&
         !has_free_verb(clause, best.tokens.end, closing);
}

// Whether nothing of the clause follows the subject.
bool ends_clause(const Clause& clause, const Subject& subject) {
  const TokenIndex end = subject.tokens.end;
  return end >= clause.frame().tokens.end ||
         clause.analysis().token(end).kind == TokenKind::Punctuation;
}

// Whether the words before the verb end as a sentence put in front of its reporting verb does:
// "“…,” says Smith". A name or a term in marks is part of the reporter's clause.
bool ends_reported_words(const Clause& clause, TokenIndex closing_mark) {
  const StretchIndex marked = clause.stretch_ending_at(closing_mark);
  if (marked == kNoStretch) return false;
  const TokenRange& inner = clause.scene().stretches()[marked].inner;
  const char32_t last = clause.analysis().mark(inner.end - 1);
  return last == ',' || last == '?' || last == '!' || last == U'…' || last == '.' ||
         !clause.is_transparent(marked);
}

bool begins_clause(const Clause& clause, TokenIndex begin) {
  return begin == clause.frame().tokens.begin ||
         edge_at(clause.analysis(), begin - 1) == Edge::Clause;
}

}  // namespace

std::optional<Subject> opening_subject(const Clause& clause) {
  const TokenIndex last = clause.token_before_verb();
  if (last == kNoToken) return std::nullopt;
  const MentionIndex index = clause.mentions().at(last);
  if (index == kNoMention || clause.is_governed(index)) return std::nullopt;
  const Mention& mention = clause.mentions()[index];
  if (!mention.can_speak || mention.core.end != last + 1) return std::nullopt;
  if (!begins_clause(clause, mention.core.begin)) return std::nullopt;
  return clause.subject(index, "source.subject");
}

std::optional<Subject> preceding_subject(const Clause& clause) {
  const TokenIndex before = clause.token_before_verb();
  if (before == kNoToken) return std::nullopt;
  // "según dijo Smith": the preposition is a conjunction here and the subject follows.
  if (clause.analysis().is(before, Tag::SourcePreposition)) return std::nullopt;
  const char32_t mark = clause.analysis().mark(before);
  if (ends_reported_words(clause, before)) {
    if (std::optional<Subject> inverted = closely_inverted_subject(clause)) return inverted;
  }
  if (parts_clauses(mark)) {
    if (mark != ')') {
      std::optional<Subject> inverted = closely_inverted_subject(clause);
      const bool plain =
          inverted && (ends_clause(clause, *inverted) || !has_relative_clause(clause, before));
      if (plain && !is_interrupted(clause, before, *inverted)) return inverted;
    }
    return before_parenthesis(clause, before);
  }
  if (clause.analysis().is(before, Tag::Conjunction)) return shared_subject(clause);
  return ClauseScan(clause).run();
}

}  // namespace dixit::parser
