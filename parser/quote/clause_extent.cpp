#include "parser/quote/clause_extent.h"

#include "parser/quote/clause_end.h"
#include "parser/quote/frame_items.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

class Extent {
 public:
  Extent(const Scene& scene, const Frame& frame, const Report& report)
      : scene_(&scene), analysis_(&scene.analysis()), frame_(&frame), report_(&report) {
    group_ = report.cue->tokens.begin;
    const std::optional<Subject>& source = *report.source;
    if (source && source->tokens.begin < group_) group_ = source->tokens.begin;
  }

  [[nodiscard]] TokenIndex of_clause(TokenIndex begin) const {
    return clause_end(*scene_, *frame_, begin, stands_in_subordinate());
  }

  [[nodiscard]] TokenIndex of_complement(const Complement& complement, TokenIndex begin) const {
    TokenIndex end = complement.end;
    const TokenIndex after_cue = report_->cue->tokens.end;
    if (end == kNoToken) {
      end = of_clause(begin);
    } else if (complement.begin < after_cue && opens_condition(after_cue)) {
      end = of_clause(after_cue + 1);
    }
    const ComplementKind kind = complement.kind;
    const TokenRange words{.begin = begin, .end = end};
    if (kind == ComplementKind::Noun) return before_subordinate(words);
    if (kind == ComplementKind::Bare && report_->cue->kind == CueKind::Noun) {
      return before_comma(words);
    }
    const bool deed = kind == ComplementKind::Infinitive || kind == ComplementKind::Threat;
    if (deed && stands_in_relative()) end = before_verb(words);
    const bool threatened =
        deed && complement.end == kNoToken &&
        (report_->cue->tag == Tag::Threaten || report_->cue->tag == Tag::Promise);
    return threatened ? before_condition({.begin = begin, .end = end}) : end;
  }

 private:
  // "While he says that …", "After saying that …", "Smith, who says that …, left"
  [[nodiscard]] bool stands_in_subordinate() const {
    const Cue& cue = *report_->cue;
    const std::optional<Subject>& source = *report_->source;
    if (group_ <= frame_->tokens.begin) return cue.dependent;
    if (cue.dependent && group_ == frame_->tokens.begin + 1) return true;
    if (source && source->rule == "source.antecedent") return true;
    if (!source && analysis_->is(group_ - 1, Tag::RelativePronoun)) return true;
    return analysis_->within(group_ - 1, Tag::Subordinator) &&
           !analysis_->is(group_ - 1, Tag::Complementizer);
  }

  // "the delegates whom they threatened to kill were …", but not "he said that they threatened":
  // after a cue the word is no relative pronoun.
  [[nodiscard]] bool stands_in_relative() const {
    if (analysis_->is(group_, Tag::RelativePronoun)) return true;
    if (group_ <= frame_->tokens.begin || !analysis_->is(group_ - 1, Tag::RelativePronoun)) {
      return false;
    }
    return group_ - 1 == frame_->tokens.begin || verb_moods(*analysis_, group_ - 2) == 0;
  }

  // "…, sollte …": a condition after the verb belongs to what is threatened.
  [[nodiscard]] bool opens_condition(TokenIndex at) const {
    return at + 1 < frame_->tokens.end && is_comma(*analysis_, at) &&
           analysis_->is(at + 1, Tag::ConditionMarker);
  }

  [[nodiscard]] TokenIndex before_verb(TokenRange tokens) const {
    for (TokenIndex at = tokens.begin + 1; at < tokens.end; ++at) {
      // Without a relative pronoun only some languages let a clause follow a noun.
      const bool own_subject = analysis_->is(at - 1, Tag::RelativePronoun) ||
                               (analysis_->language().grammar.complement_bare &&
                                scene_->mentions().at(at - 1) != kNoMention);
      if (is_plain_verb(*analysis_, at) && !own_subject && is_own(at)) return at;
    }
    return tokens.end;
  }

  [[nodiscard]] TokenIndex before_subordinate(TokenRange tokens) const {
    for (TokenIndex at = tokens.begin; at < tokens.end; ++at) {
      const bool opens = analysis_->is(at, Tag::Subordinator) &&
                         !analysis_->is(at, Tag::Complementizer) &&
                         !analysis_->is(at, Tag::Preposition);
      if (opens && is_own(at)) return at;
    }
    return tokens.end;
  }

  // "threatened to close it if …": the words say what will be done, the condition is read beside.
  [[nodiscard]] TokenIndex before_condition(TokenRange tokens) const {
    for (TokenIndex at = tokens.begin + 1; at + 1 < tokens.end; ++at) {
      // French "s'il" is cut in two.
      const bool elided = analysis_->is(at, Tag::Elision) && analysis_->is(at + 1, Tag::Pronoun);
      const bool opens = analysis_->is(at, Tag::ConditionMarker) &&
                         (analysis_->is(at, Tag::Subordinator) || elided) &&
                         !analysis_->is(at, Tag::Whoever);
      if (!opens || !is_own(at)) continue;
      return is_comma(*analysis_, at - 1) ? at - 1 : at;
    }
    return tokens.end;
  }

  [[nodiscard]] TokenIndex before_comma(TokenRange tokens) const {
    TokenIndex at = tokens.begin;
    while (at < tokens.end && !is_comma(*analysis_, at)) ++at;
    return at;
  }

  // Whether the token is the frame's own and none of words in marks.
  [[nodiscard]] bool is_own(TokenIndex at) const {
    return scene_->child_at(frame_->region, at) == kNoStretch;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  const Report* report_;
  TokenIndex group_ = 0;  // where the cue and its subject begin
};

}  // namespace

TokenIndex reported_end(const Scene& scene, const Frame& frame, const Report& report,
                        TokenIndex begin) {
  return Extent(scene, frame, report).of_clause(begin);
}

TokenIndex complement_end(const Scene& scene, const Frame& frame, const Report& report,
                          const Complement& complement, TokenIndex begin) {
  return Extent(scene, frame, report).of_complement(complement, begin);
}

}  // namespace dixit::parser
