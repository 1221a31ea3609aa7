#include "parser/quote/subjects.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a verb and its subject, appositions and relative clauses between them included.
constexpr TokenIndex kSubjectReach = 60;

// The same after the verb, over adverbs, times and prepositional phrases.
constexpr TokenIndex kInvertedReach = 16;

// Parentheses and appositions between a subject and its verb.
constexpr int kWindowsMax = 5;

// Words in marks that may stand inside the reporter's noun phrase: a nickname, a title.
constexpr TokenIndex kTransparentWordsMax = 4;

class SubjectFinder {
 public:
  SubjectFinder(const Scene& scene, const Frame& frame, const Cue& cue)
      : scene_(&scene), analysis_(&scene.analysis()), frame_(&frame), cue_(&cue) {}

  std::optional<Subject> find() {
    switch (cue_->kind) {
      case CueKind::Preposition:
        return named_from(cue_->tokens.end, "source.preposition_object");
      case CueKind::Postposition:
        return before_postposition();
      case CueKind::Noun:
        return owner_of_noun();
      case CueKind::Verb:
        break;
    }
    if (!cue_->inner_subject.empty()) {
      return Subject{.tokens = cue_->inner_subject, .rule = "source.joined_pronoun"};
    }
    if (cue_->passive) return agent();
    const Grammar& grammar = analysis_->language().grammar;
    if (cue_->dependent) return before_verb();
    if (grammar.verb_before_subject) {
      if (std::optional<Subject> after = after_verb()) return after;
      return before_verb();
    }
    if (std::optional<Subject> before = before_verb()) return before;
    if (grammar.subject_after_cue && (grammar.free_inversion || in_incise())) return after_verb();
    return std::nullopt;
  }

 private:
  [[nodiscard]] const Mentions& mentions() const { return scene_->mentions(); }

  [[nodiscard]] Subject subject(MentionIndex index, std::string_view rule) const {
    return {.tokens = mentions()[index].tokens, .mention = index, .rule = rule};
  }

  std::optional<Subject> named_from(TokenIndex at, std::string_view rule) const {
    const MentionIndex mention = mentions().beginning_at(at);
    if (mention == kNoMention) return std::nullopt;
    return subject(mention, rule);
  }

  std::optional<Subject> before_postposition() const {
    if (cue_->tokens.begin == 0) return std::nullopt;
    const MentionIndex last = mentions().at(cue_->tokens.begin - 1);
    if (last == kNoMention) return std::nullopt;
    return subject(head_of_chain(last), "source.postposition_object");
  }

  // "the words of the minister", "in his letter"
  std::optional<Subject> owner_of_noun() const {
    const TokenIndex end = cue_->tokens.end;
    if (const PhraseMatch* genitive = analysis_->match(end, Tag::Genitive)) {
      if (auto owner = named_from(end + genitive->length, "source.noun_owner")) return owner;
      return named_from(end, "source.noun_owner");
    }
    const TokenIndex begin = cue_->tokens.begin;
    if (begin > 0 && analysis_->is(begin - 1, Tag::Possessive)) {
      return Subject{.tokens = {.begin = begin - 1, .end = begin},
                     .rule = "source.noun_possessive"};
    }
    return std::nullopt;
  }

  // The agent of a passive: "was told by the mayor"
  std::optional<Subject> agent() const {
    TokenIndex at = cue_->tokens.end;
    const TokenIndex end = std::min(frame_->tokens.end, at + 6);
    for (; at < end; ++at) {
      if (const PhraseMatch* by = analysis_->match(at, Tag::AgentPreposition)) {
        return named_from(at + by->length, "source.passive_agent");
      }
      if (analysis_->token(at).kind == TokenKind::Punctuation) break;
    }
    return std::nullopt;
  }

  // The mention at the head of a chain of genitives that ends where `last` ends.
  [[nodiscard]] MentionIndex head_of_chain(MentionIndex last) const {
    const TokenIndex end = mentions()[last].tokens.end;
    MentionIndex head = last;
    while (head > 0 && mentions()[head - 1].tokens.end == end &&
           mentions()[head - 1].core.end != end) {
      --head;
    }
    return head;
  }

  // Whether the verb stands where words or a clause end: "…, said the mayor".
  [[nodiscard]] bool in_incise() const {
    if (cue_->tokens.begin == frame_->tokens.begin) return true;
    return analysis_->token(cue_->tokens.begin - 1).kind == TokenKind::Punctuation;
  }

  enum class Edge : std::uint8_t { None, Comma, Conjunction, Relative, Clause, Stretch };

  [[nodiscard]] Edge edge_at(TokenIndex at) const {
    const Token& token = analysis_->token(at);
    if (token.kind == TokenKind::Punctuation) {
      const char32_t mark = analysis_->mark(at);
      if (mark == ':' || mark == ';') return Edge::Clause;
      const bool inside_word = mark == '.' || mark == '-' || mark == '&' || mark == '/' ||
                               mark == '\'' || mark == U'’' || mark == '%' || mark == '$';
      return inside_word ? Edge::None : Edge::Comma;
    }
    if (analysis_->is(at, Tag::RelativePronoun)) {
      // "that" and "que" also open clauses with a subject of their own.
      return Edge::Relative;
    }
    if (analysis_->is(at, Tag::Complementizer) || analysis_->is(at, Tag::Subordinator)) {
      return analysis_->is(at, Tag::Preposition) ? Edge::None : Edge::Clause;
    }
    if (analysis_->is(at, Tag::Conjunction)) return Edge::Conjunction;
    return Edge::None;
  }

  std::optional<Subject> before_verb() {
    const TokenIndex verb = std::min(cue_->finite, cue_->tokens.begin);
    const TokenIndex floor = std::max(frame_->tokens.begin, verb - std::min(verb, kSubjectReach));
    MentionIndex best = kNoMention;
    bool coordinated = cue_->dependent;
    int windows = 0;
    for (TokenIndex at = verb; at-- > floor;) {
      const StretchIndex child = scene_->child_at(frame_->region, at);
      const StretchIndex marked = child != kNoStretch ? child : stretch_closed_by(at);
      if (marked != kNoStretch) {
        if (best != kNoMention) break;
        if (scene_->words_in(marked) > kTransparentWordsMax && !coordinated) return std::nullopt;
        if (scene_->stretches()[marked].outer.begin <= floor) return std::nullopt;
        at = scene_->stretches()[marked].outer.begin;
        continue;
      }
      const MentionIndex covering = mentions().at(at);
      if (covering != kNoMention && mentions()[covering].core.begin >= floor) {
        if (!mentions()[covering].governed) best = covering;
        at = mentions()[covering].core.begin;
        continue;
      }
      const Edge edge = edge_at(at);
      if (edge == Edge::None) {
        const bool other_verb = (verb_moods(*analysis_, at) & kFiniteMoods) != 0;
        if (other_verb && best != kNoMention && !coordinated) break;
        continue;
      }
      if (best != kNoMention) break;
      if (edge == Edge::Relative) return antecedent(at);
      if (edge == Edge::Clause && !cue_->dependent) return std::nullopt;
      if (edge == Edge::Conjunction) coordinated = true;
      if (++windows > kWindowsMax) return std::nullopt;
    }
    if (best == kNoMention) return std::nullopt;
    return subject(best, coordinated ? "source.shared_subject" : "source.subject");
  }

  [[nodiscard]] StretchIndex stretch_closed_by(TokenIndex at) const {
    if (at == 0 || analysis_->token(at).kind != TokenKind::Punctuation) return kNoStretch;
    const StretchIndex inside = scene_->child_at(frame_->region, at - 1);
    if (inside == kNoStretch || scene_->stretches()[inside].outer.end != at + 1) return kNoStretch;
    return inside;
  }

  // Whom a relative clause is about: "the mayor, who said".
  std::optional<Subject> antecedent(TokenIndex relative) const {
    TokenIndex at = relative;
    while (at > frame_->tokens.begin) {
      --at;
      const MentionIndex found = mentions().at(at);
      if (found != kNoMention) return subject(head_of_chain(found), "source.antecedent");
      if (analysis_->mark(at) != ',' && !analysis_->is(at, Tag::Preposition)) return std::nullopt;
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
      const MentionIndex mention = mentions().at(at);
      if (mention != kNoMention) {
        if (!mentions()[mention].governed) return subject(mention, "source.inverted_subject");
        at = std::max(at + 1, mentions()[mention].core.end);
        continue;
      }
      if (scene_->child_at(frame_->region, at) != kNoStretch) return std::nullopt;
      if (const TokenIndex light = light_length(*analysis_, at)) {
        at += light;
        continue;
      }
      const char32_t mark = analysis_->mark(at);
      const Token& token = analysis_->token(at);
      const bool passable = mark == ',' || token.kind == TokenKind::Number ||
                            analysis_->is(at, Tag::Preposition) || analysis_->is(at, Tag::Month) ||
                            analysis_->is(at, Tag::Weekday);
      const bool object = at > begin && token.kind == TokenKind::Word &&
                          !ends_noun_phrase(*analysis_, at) && verb_moods(*analysis_, at) == 0;
      if (!passable && !object) return std::nullopt;
      ++at;
    }
    return std::nullopt;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  const Cue* cue_;
};

}  // namespace

std::optional<Subject> subject_of(const Scene& scene, const Frame& frame, const Cue& cue) {
  return SubjectFinder(scene, frame, cue).find();
}

}  // namespace dixit::parser
