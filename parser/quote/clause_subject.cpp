#include "parser/quote/clause_subject.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a verb and its subject, appositions and relative clauses between them included.
constexpr TokenIndex kSubjectReach = 60;

// The same after the verb, over adverbs, times and prepositional phrases.
constexpr TokenIndex kInvertedReach = 16;

// Words in marks that may stand inside the reporter's noun phrase: a nickname, a title.
constexpr TokenIndex kTransparentWordsMax = 4;

// Verbs that may share one subject in a row.
constexpr int kSharedMax = 4;

enum class Edge : std::uint8_t { None, Comma, Conjunction, Relative, Clause };

class ClauseSubject {
 public:
  ClauseSubject(const Scene& scene, const Frame& frame, const Cue& cue, int shared)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        mentions_(&scene.mentions()),
        frame_(&frame),
        cue_(&cue),
        shared_(shared),
        verb_(std::min(cue.finite, cue.tokens.begin)),
        floor_(std::max(frame.tokens.begin, verb_ - std::min(verb_, kSubjectReach))) {}

  std::optional<Subject> find() {
    if (cue_->dependent) return of_dependent();
    const Grammar& grammar = analysis_->language().grammar;
    if (grammar.verb_before_subject) {
      if (std::optional<Subject> after = after_verb()) return after;
      return before_verb();
    }
    if (std::optional<Subject> pronoun = pronoun_after_verb()) return pronoun;
    if (std::optional<Subject> before = before_verb()) return before;
    if (grammar.subject_after_cue && (grammar.free_inversion || in_incise())) return after_verb();
    return std::nullopt;
  }

 private:
  [[nodiscard]] Subject subject(MentionIndex index, std::string_view rule) const {
    return {.tokens = (*mentions_)[index].tokens, .mention = index, .rule = rule};
  }

  // "Die Arbeit lobte er": where the verb comes second, a pronoun right after it is the subject.
  std::optional<Subject> pronoun_after_verb() const {
    if (!analysis_->language().grammar.participle_at_end) return std::nullopt;
    const TokenIndex after = cue_->finite + 1;
    const MentionIndex mention = mentions_->beginning_at(after);
    if (mention == kNoMention || after >= frame_->tokens.end ||
        (*mentions_)[mention].kind != MentionKind::Pronoun ||
        (*mentions_)[mention].features.oblique || analysis_->is(after, Tag::ObjectPronoun) ||
        !analysis_->is(after, Tag::Pronoun)) {
      return std::nullopt;
    }
    return subject(mention, "source.inverted_pronoun");
  }

  // The last token before the verb that is no adverb, negation or clitic; kNoToken at the start.
  [[nodiscard]] TokenIndex token_before_verb() const {
    TokenIndex at = verb_;
    while (at > floor_) {
      --at;
      if (!is_light(*analysis_, at) || mentions_->at(at) != kNoMention) return at;
    }
    return kNoToken;
  }

  // Whether the verb stands where words or a clause end: "…, said the mayor".
  [[nodiscard]] bool in_incise() const {
    if (verb_ == frame_->tokens.begin) return true;
    return analysis_->token(verb_ - 1).kind == TokenKind::Punctuation;
  }

  static bool is_parting(char32_t mark) {
    return mark == ',' || mark == U'–' || mark == U'—' || mark == '-' || mark == ')' ||
           mark == '(' || mark == U'،';
  }

  std::optional<Subject> before_verb() {
    const TokenIndex before = token_before_verb();
    if (before == kNoToken) return std::nullopt;
    if (is_parting(analysis_->mark(before))) {
      if (analysis_->mark(before) != ')') {
        if (std::optional<Subject> inverted = closely_inverted()) return inverted;
      }
      return before_parenthesis(before);
    }
    if (analysis_->is(before, Tag::Conjunction)) return shared_subject();
    return in_windows();
  }

  // "…, said Smith, …": the subject right after the verb and nothing of the clause after it.
  std::optional<Subject> closely_inverted() {
    if (!analysis_->language().grammar.subject_after_cue || is_negated()) return std::nullopt;
    std::optional<Subject> after = after_verb();
    if (!after || after->tokens.begin > cue_->tokens.end + 3) return std::nullopt;
    if (after->mention != kNoMention && !(*mentions_)[after->mention].can_speak) {
      return std::nullopt;
    }
    const TokenIndex end = after->tokens.end;
    if (end >= frame_->tokens.end) return after;
    if (analysis_->token(end).kind == TokenKind::Punctuation) return after;
    if (!analysis_->language().grammar.free_inversion) return std::nullopt;
    return (verb_moods(*analysis_, end) & kFiniteMoods) == 0 ? after : std::nullopt;
  }

  // Words put in between are never said not to have been said.
  [[nodiscard]] bool is_negated() const {
    for (TokenIndex at = verb_ > 0 ? verb_ - 1 : 0; at < cue_->tokens.end; ++at) {
      if (analysis_->is(at, Tag::Negation)) return true;
    }
    return false;
  }

  // "Smith, the mayor of Springfield, said": the leftmost noun phrase that a comma follows.
  std::optional<Subject> before_parenthesis(TokenIndex closing) {
    MentionIndex best = kNoMention;
    for (TokenIndex at = closing; at-- > floor_;) {
      if (stretch_ending_at(at) != kNoStretch) {
        const StretchIndex marked = stretch_ending_at(at);
        if (scene_->words_in(marked) > kTransparentWordsMax) break;
        at = scene_->stretches()[marked].outer.begin;
        continue;
      }
      const char32_t mark = analysis_->mark(at);
      if (mark == ':' || mark == ';') break;
      const MentionIndex covering = mentions_->at(at);
      if (covering == kNoMention) continue;
      const Mention& mention = (*mentions_)[covering];
      if (mention.core.begin < floor_) break;
      const MentionIndex head = head_of_chain(*mentions_, covering);
      const Mention& whole = (*mentions_)[head];
      if (is_parting(analysis_->mark(whole.tokens.end)) && whole.can_speak && !is_governed(head)) {
        best = head;
      }
      at = mention.core.begin;
    }
    if (best == kNoMention) return in_windows();
    return subject(best, "source.subject_apposed");
  }

  [[nodiscard]] Edge edge_at(TokenIndex at) const {
    if (analysis_->token(at).kind == TokenKind::Punctuation) {
      const char32_t mark = analysis_->mark(at);
      if (mark == ':' || mark == ';') return Edge::Clause;
      return is_parting(mark) ? Edge::Comma : Edge::None;
    }
    // An article that is a relative pronoun too is one after a comma: German "der".
    if (analysis_->is(at, Tag::RelativePronoun) &&
        (!is_determiner_like(*analysis_, at) || (at > 0 && analysis_->mark(at - 1) == ','))) {
      return Edge::Relative;
    }
    if (analysis_->is(at, Tag::Complementizer) || analysis_->is(at, Tag::Subordinator)) {
      return analysis_->is(at, Tag::Preposition) ? Edge::None : Edge::Clause;
    }
    if (analysis_->is(at, Tag::Conjunction)) return Edge::Conjunction;
    return Edge::None;
  }

  // A preposition before a noun phrase that is a conjunction where a clause follows: "as Smith
  // said".
  [[nodiscard]] bool is_governed(MentionIndex index) const {
    const Mention& mention = (*mentions_)[index];
    if (!mention.governed) return false;
    const TokenIndex begin = mention.core.begin;
    if (begin == 0 || !analysis_->is(begin - 1, Tag::Subordinator)) return true;
    const bool clause = begin - 1 == frame_->tokens.begin ||
                        analysis_->token(begin - 2).kind == TokenKind::Punctuation;
    if (!clause) return true;
    return mention.tokens.end != verb_ && mention.core.end != verb_;
  }

  // The stretch whose closing mark is at the token, or that the token lies in.
  [[nodiscard]] StretchIndex stretch_ending_at(TokenIndex at) const {
    const StretchIndex child = scene_->child_at(frame_->region, at);
    if (child != kNoStretch) return child;
    if (at == 0 || analysis_->token(at).kind != TokenKind::Punctuation) return kNoStretch;
    const StretchIndex inside = scene_->child_at(frame_->region, at - 1);
    if (inside == kNoStretch || scene_->stretches()[inside].outer.end != at + 1) return kNoStretch;
    return inside;
  }

  // The leftmost free noun phrase of the clause, its parentheses skipped.
  std::optional<Subject> in_windows() {
    MentionIndex best = kNoMention;
    for (TokenIndex at = verb_; at-- > floor_;) {
      const StretchIndex marked = stretch_ending_at(at);
      if (marked != kNoStretch) {
        if (best != kNoMention || scene_->words_in(marked) > kTransparentWordsMax) break;
        if (scene_->stretches()[marked].outer.begin <= floor_) break;
        at = scene_->stretches()[marked].outer.begin;
        continue;
      }
      const MentionIndex covering = mentions_->at(at);
      if (covering != kNoMention && (*mentions_)[covering].core.begin >= floor_) {
        if (!is_governed(covering)) best = covering;
        at = (*mentions_)[covering].core.begin;
        continue;
      }
      const Edge edge = edge_at(at);
      if (edge == Edge::None) {
        if (best != kNoMention && (verb_moods(*analysis_, at) & kFiniteMoods) != 0) break;
        continue;
      }
      if (edge == Edge::Conjunction && best != kNoMention && joins_nouns(at, best)) continue;
      if (best != kNoMention) break;
      if (edge == Edge::Relative) return antecedent(at);
      if (edge == Edge::Clause) return std::nullopt;
      if (edge == Edge::Conjunction) return shared_subject();
    }
    if (best == kNoMention) return std::nullopt;
    return subject(best, "source.subject");
  }

  // "Smith and Jones said"
  [[nodiscard]] bool joins_nouns(TokenIndex at, MentionIndex right) const {
    return at > floor_ && (*mentions_)[right].core.begin == at + 1 &&
           mentions_->at(at - 1) != kNoMention;
  }

  // Whom a relative clause is about: "the mayor, who said".
  std::optional<Subject> antecedent(TokenIndex relative) const {
    for (TokenIndex at = relative; at > floor_;) {
      --at;
      const MentionIndex found = mentions_->at(at);
      if (found != kNoMention) {
        return Subject{.tokens = {.begin = relative, .end = relative + 1},
                       .mention = head_of_chain(*mentions_, found),
                       .rule = "source.antecedent"};
      }
      if (!is_parting(analysis_->mark(at)) && !analysis_->is(at, Tag::Preposition)) break;
    }
    return std::nullopt;
  }

  // A gerund or infinitive belongs to the noun before it, else to another verb's subject.
  std::optional<Subject> of_dependent() {
    if (cue_->features.mood == Mood::Gerund && verb_ > floor_) {
      const MentionIndex before = mentions_->at(verb_ - 1);
      if (before != kNoMention && (*mentions_)[before].kind != MentionKind::Pronoun) {
        return subject(head_of_chain(*mentions_, before), "source.participle_noun");
      }
    }
    return shared_subject();
  }

  // The subject of the reporting verb before this one, else whoever opens the sentence.
  std::optional<Subject> shared_subject() {
    if (shared_ < kSharedMax) {
      for (auto index = frame_->cues.rbegin(); index != frame_->cues.rend(); ++index) {
        const Cue& other = scene_->cues()[*index];
        if (other.tokens.end > verb_ || other.kind != CueKind::Verb || other.dependent) continue;
        if (strength_of(other.tag) != CueStrength::Speech || other.passive) continue;
        if (!other.inner_subject.empty()) {
          return Subject{.tokens = other.inner_subject, .rule = "source.shared_subject"};
        }
        std::optional<Subject> found = ClauseSubject(*scene_, *frame_, other, shared_ + 1).find();
        if (!found || found->rule == "source.antecedent") continue;
        found->rule = "source.shared_subject";
        return found;
      }
    }
    MentionIndex silent = kNoMention;
    for (MentionIndex m = mentions_->from(frame_->tokens.begin);
         m < mentions_->all().size() && (*mentions_)[m].core.begin < verb_; ++m) {
      if (is_governed(m) || scene_->region_of((*mentions_)[m].core.begin) != frame_->region) {
        continue;
      }
      if ((*mentions_)[m].can_speak) return subject(m, "source.sentence_subject");
      if (silent == kNoMention) silent = m;
    }
    if (silent == kNoMention) return later_subject();
    return subject(silent, "source.sentence_subject");
  }

  // "Calling it “…”, the minister left": the clause after the one that has no subject.
  std::optional<Subject> later_subject() {
    for (MentionIndex m = mentions_->from(cue_->tokens.end);
         m < mentions_->all().size() && (*mentions_)[m].core.begin < frame_->tokens.end; ++m) {
      const Mention& mention = (*mentions_)[m];
      if (mention.governed || !mention.can_speak || mention.core.begin == 0 ||
          scene_->region_of(mention.core.begin) != frame_->region) {
        continue;
      }
      if (is_parting(analysis_->mark(mention.core.begin - 1))) {
        return subject(m, "source.later_subject");
      }
    }
    return std::nullopt;
  }

  std::optional<Subject> after_verb() const {
    // "hat der Minister gesagt": the subject stands inside the frame of the verb.
    const bool framed =
        cue_->head > cue_->finite + 1 && analysis_->language().grammar.participle_at_end;
    const TokenIndex begin = framed ? cue_->finite + 1 : cue_->tokens.end;
    const TokenIndex end = std::min(frame_->tokens.end, begin + kInvertedReach);
    for (TokenIndex at = begin; at < end;) {
      if (const StretchIndex marked = stretch_beginning_at(at); marked != kNoStretch) {
        return named_in_marks(marked);
      }
      const MentionIndex mention = mentions_->at(at);
      if (mention != kNoMention) {
        if (!(*mentions_)[mention].governed) return subject(mention, "source.inverted_subject");
        at = std::max(at + 1, (*mentions_)[mention].core.end);
        continue;
      }
      const TokenIndex step = passable_after_verb(at, begin);
      if (step == 0) return std::nullopt;
      at += step;
    }
    return std::nullopt;
  }

  [[nodiscard]] StretchIndex stretch_beginning_at(TokenIndex at) const {
    const StretchIndex child = scene_->child_at(frame_->region, at);
    if (child != kNoStretch || at + 1 >= analysis_->size()) return child;
    const StretchIndex next = scene_->child_at(frame_->region, at + 1);
    return next != kNoStretch && scene_->stretches()[next].outer.begin == at ? next : kNoStretch;
  }

  // "wrote “The Times”": a name in marks.
  [[nodiscard]] std::optional<Subject> named_in_marks(StretchIndex marked) const {
    const TokenRange& inner = scene_->stretches()[marked].inner;
    if (scene_->words_in(marked) > kTransparentWordsMax) return std::nullopt;
    if (!analysis_->token(inner.begin).capitalised) return std::nullopt;
    if (analysis_->sentence_of(inner.begin) != analysis_->sentence_of(cue_->head)) {
      return std::nullopt;
    }
    return Subject{.tokens = inner, .rule = "source.name_in_marks"};
  }

  // How many tokens may be skipped on the way from an inverted verb to its subject.
  [[nodiscard]] TokenIndex passable_after_verb(TokenIndex at, TokenIndex begin) const {
    if (const TokenIndex light = light_length(*analysis_, at)) return light;
    const Token& token = analysis_->token(at);
    if (analysis_->mark(at) == ',' || token.kind == TokenKind::Number) return 1;
    static const TagSet kPassable = tag_set({Tag::Preposition, Tag::Month, Tag::Weekday});
    if (analysis_->is_any(at, kPassable)) return 1;
    const bool object = at > begin && token.kind == TokenKind::Word &&
                        !ends_noun_phrase(*analysis_, at) && verb_moods(*analysis_, at) == 0;
    return object ? 1 : 0;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Mentions* mentions_;
  const Frame* frame_;
  const Cue* cue_;
  int shared_;
  TokenIndex verb_;   // where the search for a subject starts
  TokenIndex floor_;  // and how far back it goes
};

}  // namespace

std::optional<Subject> clause_subject(const Scene& scene, const Frame& frame, const Cue& cue) {
  return ClauseSubject(scene, frame, cue, 0).find();
}

MentionIndex head_of_chain(const Mentions& mentions, MentionIndex last) {
  const TokenIndex end = mentions[last].tokens.end;
  MentionIndex head = last;
  while (head > 0 && mentions[head - 1].tokens.end == end) --head;
  return head;
}

}  // namespace dixit::parser
