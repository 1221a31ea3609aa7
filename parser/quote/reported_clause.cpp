#include "parser/quote/reported_clause.h"

#include <algorithm>

#include "parser/quote/clause_extent.h"
#include "parser/quote/clause_pattern.h"
#include "parser/quote/complement.h"
#include "parser/quote/frame_items.h"
#include "parser/quote/noun_complement.h"
#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/parenthesis.h"
#include "parser/quote/threat_complement.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

class FrameReader {
 public:
  FrameReader(const Scene& scene, const Frame& frame, std::vector<ReportedClause>& found)
      : scene_(&scene), analysis_(&scene.analysis()), frame_(&frame), found_(&found) {}

  void read() {
    floor_ = frame_->tokens.begin;
    const std::size_t before = found_->size();
    for (const CueIndex index : frame_->cues) read_cue(index);
    leave_out_inner(before);
    if (found_->size() == before) read_colon();
    if (found_->size() == before) read_mood();
  }

 private:
  void read_cue(CueIndex index) {
    const Cue& cue = scene_->cues()[index];
    switch (cue.kind) {
      case CueKind::Verb:
        read_verb(index, cue);
        break;
      case CueKind::Preposition:
      case CueKind::Postposition:
        read_preposition(index, cue);
        break;
      case CueKind::Noun:
        read_noun(index, cue);
        break;
    }
  }

  // What is reported within reported words is no report of its own: "he said he hoped that …". Who
  // threatens or promises there is somebody all the same.
  void leave_out_inner(std::size_t first) {
    const auto begin = found_->begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<ReportedClause> all(begin, found_->end());
    const auto inner = [&](const ReportedClause& clause) {
      if (clause.cue_tag == Tag::Threaten || clause.cue_tag == Tag::Promise ||
          clause.cue_tag == Tag::Warn) {
        return false;
      }
      const TokenIndex cue = scene_->cues()[clause.cue].head;
      return std::any_of(all.begin(), all.end(), [&](const ReportedClause& other) {
        return other.cue != clause.cue && other.tokens.contains(cue);
      });
    };
    for (auto clause = begin; clause != found_->end(); ++clause) {
      clause->retold = inner(*clause) && tells_of_killing(*clause);
    }
    found_->erase(std::remove_if(begin, found_->end(),
                                 [&](const ReportedClause& clause) {
                                   return !clause.retold && inner(clause);
                                 }),
                  found_->end());
  }

  // "The court heard that Smith told his wife he would kill her": what may be a threat is read.
  [[nodiscard]] bool tells_of_killing(const ReportedClause& clause) const {
    static const TagSet kDeeds = tag_set({Tag::HarmKill, Tag::HarmDestroy, Tag::HarmInjure});
    if (!clause.source || clause.cue_tag != Tag::Say || clause.region != kNoStretch) return false;
    for (TokenIndex at = clause.tokens.begin; at < clause.tokens.end; ++at) {
      if (analysis_->is_any(at, kDeeds)) return true;
    }
    return false;
  }

  void read_verb(CueIndex index, const Cue& cue) {
    const std::optional<Subject> source = subject_of(*scene_, *frame_, cue);
    if (cue.passive && !source) return;
    const TokenIndex from = end_of_group(cue, source);
    const std::optional<Complement> right = complement_after(*scene_, *frame_, cue, from);
    const bool in_relative = source && follows_relative(source->tokens);
    if (const std::optional<Complement> threat = threat_before(*scene_, *frame_, cue)) {
      add_complement(index, cue, source, *threat);
    } else if (right && may_govern(cue, right->kind) &&
               !(right->kind == ComplementKind::Noun && (in_relative || is_reported(cue)))) {
      add_complement(index, cue, source, *right);
    } else if (!right && source) {
      add_before(index, cue, source, from);
      add_after_colon(index, cue, source, from);
    }
  }

  // Who is quoted quotes others without marks: "They warned me: you will be next."
  void add_after_colon(CueIndex index, const Cue& cue, const std::optional<Subject>& source,
                       TokenIndex group_end) {
    if (frame_->region == kNoStretch || !frame_->stretches.empty()) return;
    if (strength_of(cue.tag) != CueStrength::Speech) return;
    if (group_end >= frame_->tokens.end || analysis_->mark(group_end) != ':') return;
    const std::size_t before = found_->size();
    add(index, cue.tag, source, kAfterColon, {.begin = group_end + 1, .end = frame_->tokens.end});
    if (found_->size() > before) found_->back().verbatim = true;
  }

  // Whether the cue itself stands in words that somebody else is reported to have said.
  [[nodiscard]] bool is_reported(const Cue& cue) const {
    return cue.tokens.begin < reported_until_;
  }

  // "which he said runs the risk": what is said begins with the pronoun before the cue.
  [[nodiscard]] bool follows_relative(TokenRange source) const {
    return source.begin > frame_->tokens.begin &&
           analysis_->is(source.begin - 1, Tag::RelativePronoun);
  }

  // Past a subject that follows its verb: "said the mayor".
  [[nodiscard]] TokenIndex end_of_group(const Cue& cue,
                                        const std::optional<Subject>& source) const {
    TokenIndex end = cue.tokens.end;
    if (source && source->tokens.begin >= end && source->tokens.begin <= end + 3 &&
        source->rule != "source.later_subject") {
      end = source->tokens.end;
    }
    // "soll gesagt haben, er werde": the rest of a group at its clause's end.
    static const TagSet kHelpers = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal});
    const bool closes = analysis_->language().grammar.participle_at_end && end == cue.tokens.end &&
                        end == cue.head + 1 && cue.finite < cue.head;
    while (closes && end < frame_->tokens.end && analysis_->is_any(end, kHelpers)) ++end;
    return std::min(end, frame_->tokens.end);
  }

  // A verb that reports only beside the words governs what a complementizer opens, if anything.
  [[nodiscard]] static bool may_govern(const Cue& cue, ComplementKind kind) {
    return strength_of(cue.tag) != CueStrength::Beside ||
           (kind == ComplementKind::Clause && cue.tag == Tag::Express);
  }

  void add_complement(CueIndex index, const Cue& cue, const std::optional<Subject>& source,
                      const Complement& complement) {
    // Whoever is to be threatened is not told what opens the words: the deed alone is annotated.
    const TokenIndex begin = cue.tag == Tag::Threaten ? complement.words : complement.begin;
    const TokenIndex end =
        complement_end(*scene_, *frame_, {.cue = &cue, .source = &source}, complement, begin);
    add(index, cue.tag, source, pattern_of(complement.kind), {.begin = begin, .end = end});
  }

  [[nodiscard]] TokenIndex end_of(const Cue& cue, const std::optional<Subject>& source,
                                  TokenIndex begin) const {
    return reported_end(*scene_, *frame_, {.cue = &cue, .source = &source}, begin);
  }

  // "The bridge will stay open, the mayor said."
  void add_before(CueIndex index, const Cue& cue, const std::optional<Subject>& source,
                  TokenIndex group_end) {
    if (strength_of(cue.tag) == CueStrength::Beside || cue.dependent ||
        source->rule == "source.antecedent") {
      return;
    }
    TokenIndex group = cue.tokens.begin;
    if (source->tokens.begin < group) group = source->tokens.begin;
    if (group <= floor_ || !sets_off(*analysis_, group - 1)) return;
    if (introduces_words(*scene_, *frame_, cue)) return;
    ClausePattern pattern = kBeforeCue;
    const TokenRange before{.begin = floor_, .end = group - 1};
    const TokenRange rest =
        words_after(*scene_, *frame_, {.cue = &cue, .source = &source}, group_end);
    if (rest.empty() && !may_stand_alone(*scene_, *frame_, before)) return;
    if (!rest.empty() && !analysis_->is(before.begin, Tag::Adverb)) {
      pattern.words_min = kHalfWordsMin;
    }
    add(index, cue.tag, source, pattern, before);
    if (!rest.empty()) add(index, cue.tag, source, pattern, rest);
    floor_ = std::max(group_end, rest.end);
  }

  // "According to the mayor, …", "…, according to the mayor", "Berichten zufolge …"
  void read_preposition(CueIndex index, const Cue& cue) {
    // "The remark, attributed to the mayor, was never made": words are his, the sentence is not.
    if (analysis_->within(cue.tokens.begin, Tag::AttributedTo)) return;
    const std::optional<Subject> source = subject_of(*scene_, *frame_, cue);
    // A single word such as "laut", "so" is an adjective or adverb as often.
    const bool doubtful = cue.kind == CueKind::Preposition && cue.tokens.size() < 2;
    if (!source && doubtful) return;
    TokenRange group = source ? source->tokens : unread_source(cue);
    group.begin = std::min(cue.tokens.begin, group.begin);
    group.end = std::min(std::max(cue.tokens.end, group.end), frame_->tokens.end);
    if (group.begin < floor_) return;
    const TokenRange before{.begin = floor_, .end = group.begin};
    floor_ = group.end;
    add(index, cue.tag, source, kWithPreposition, before);
    if (describes_source(group.end)) return;
    const TokenRange after{.begin = group.end, .end = end_of(cue, std::nullopt, group.end)};
    // Where the verb stands before the parenthesis, the rest of its clause has none.
    const bool goes_on = analysis_->language().grammar.complement_after_comma &&
                         has_finite_verb(*scene_, *frame_, before);
    if (goes_on || has_finite_verb(*scene_, *frame_, after)) {
      add(index, cue.tag, source, kWithPreposition, after);
    }
  }

  // "according to a statement first seen by the Herald": what follows says more of the source.
  [[nodiscard]] bool describes_source(TokenIndex at) const {
    if (analysis_->language().grammar.participle_at_end) return false;
    if (analysis_->is(at, Tag::Adverb)) ++at;
    if (at >= frame_->tokens.end || is_determiner_like(*analysis_, at)) return false;
    static const TagSet kMore = tag_set({Tag::AgentPreposition, Tag::RelativePronoun});
    if (analysis_->is_any(at, kMore)) return true;
    const bool participle = (verb_moods(*analysis_, at) & mood_bit(Mood::Participle)) != 0;
    return participle && scene_->mentions().at(at) == kNoMention;
  }

  // The words of a source that is no mention: "Berichten zufolge", "according to reports".
  [[nodiscard]] TokenRange unread_source(const Cue& cue) const {
    if (cue.kind == CueKind::Postposition) {
      return {.begin = std::max(cue.tokens.begin, floor_ + 1) - 1, .end = cue.tokens.end};
    }
    const TokenRange phrase = noun_phrase_from(*analysis_, cue.tokens.end);
    const bool whole = analysis_->token(cue.tokens.end - 1).capitalised;  // "nach Medienberichten"
    return whole || phrase.empty() ? cue.tokens : phrase;
  }

  // "the claim that the bridge was closed", "the threat to close it"
  void read_noun(CueIndex index, const Cue& cue) {
    const std::optional<Subject> source = subject_of(*scene_, *frame_, cue);
    TokenIndex from = cue.tokens.end;
    if (source && source->tokens.begin >= from) from = source->tokens.end;
    if (from >= frame_->tokens.end) return;
    Cue reading = cue;
    if (analysis_->is(cue.head, Tag::MenaceNoun)) reading.tag = Tag::Threaten;
    const bool threat = reading.tag == Tag::Threaten;
    const std::optional<Complement> right = complement_after(*scene_, *frame_, reading, from);
    if (!right || right->begin > from + 1) return;
    if (!noun_governs(*analysis_, *right, threat, source.has_value())) return;
    const TokenIndex begin = threat ? right->words : right->begin;
    const std::optional<Subject> nobody;
    const TokenIndex end =
        complement_end(*scene_, *frame_, {.cue = &cue, .source = &nobody}, *right, begin);
    const TokenRange words{.begin = begin, .end = end};
    add(index, reading.tag, source, pattern_of(right->kind),
        right->kind == ComplementKind::Infinitive ? before_main_verb(*analysis_, words) : words);
  }

  // "Smith: the bridge will stay open"
  void read_colon() {
    const MentionIndex mention = scene_->mentions().beginning_at(frame_->tokens.begin);
    if (mention == kNoMention || !scene_->mentions()[mention].can_speak) return;
    const TokenRange& name = scene_->mentions()[mention].tokens;
    if (is_place_label(name.begin)) return;
    if (name.end >= frame_->tokens.end || analysis_->mark(name.end) != ':') return;
    add(kNoCue, Tag::Say,
        Subject{.tokens = name, .mention = mention, .rule = "source.before_colon"}, kAfterLabel,
        {.begin = name.end + 1, .end = frame_->tokens.end});
  }

  // "France: bridge stays open" says where, not who.
  [[nodiscard]] bool is_place_label(TokenIndex at) const {
    const EntityMention* entity = analysis_->mention_at(at);
    return entity != nullptr &&
           analysis_->entities().all()[entity->entity].kind == EntityKind::State;
  }

  // "Die Brücke bleibe offen.": the verb's mood says that somebody goes on being reported.
  void read_mood() {
    if (!frame_->stretches.empty() || !stands_in_reported_mood()) return;
    add(kNoCue, Tag::Say, std::nullopt, kInReportedMood, frame_->tokens);
  }

  [[nodiscard]] bool stands_in_reported_mood() const {
    for (TokenIndex at = frame_->tokens.begin; at < frame_->tokens.end; ++at) {
      const unsigned moods = verb_moods(*analysis_, at);
      if ((moods & mood_bit(Mood::Reportive)) != 0 && (moods & mood_bit(Mood::Indicative)) == 0) {
        return true;
      }
    }
    return false;
  }

  // Words that nobody is named for are worth little, unless the language leaves subjects out, the
  // sentence before has one, or a subject stands there that is no mention: "half said".
  [[nodiscard]] bool needs_source(CueIndex index) const {
    if (index == kNoCue || analysis_->language().grammar.subject_dropped) return false;
    const Cue& cue = scene_->cues()[index];
    if (cue.kind == CueKind::Preposition || cue.kind == CueKind::Postposition) return false;
    if (cue.kind != CueKind::Verb || cue.dependent || cue.passive || cue.tokens.begin == 0) {
      return true;
    }
    const TokenIndex before = cue.tokens.begin - 1;
    return strength_of(cue.tag) != CueStrength::Speech || analysis_->is(cue.head, Tag::NounToo) ||
           ends_noun_phrase(*analysis_, before) || before < frame_->tokens.begin;
  }

  void add(CueIndex index, Tag tag, const std::optional<Subject>& source,
           const ClausePattern& pattern, TokenRange tokens) {
    if (!source && tag != Tag::Threaten && needs_source(index)) return;
    tokens = trimmed(*analysis_, tokens);
    const TokenIndex least = tag == Tag::Threaten ? kThreatWordsMin : pattern.words_min;
    if (tokens.empty() || count_words(*analysis_, tokens) < least) return;
    found_->push_back({.tokens = tokens,
                       .cue = index,
                       .cue_tag = tag,
                       .source = source,
                       .score = pattern.score,
                       .rule = pattern.rule,
                       .region = frame_->region});
    reported_until_ = std::max(reported_until_, tokens.end);
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  std::vector<ReportedClause>* found_;
  TokenIndex floor_ = 0;           // where the last parenthetical cue ends
  TokenIndex reported_until_ = 0;  // where the words of earlier cues end
};

}  // namespace

std::vector<ReportedClause> find_reported_clauses(const Scene& scene) {
  std::vector<ReportedClause> found;
  for (const Frame& frame : scene.frames()) {
    FrameReader(scene, frame, found).read();
  }
  std::stable_partition(found.begin(), found.end(),
                        [](const ReportedClause& clause) { return clause.region == kNoStretch; });
  return found;
}

}  // namespace dixit::parser
