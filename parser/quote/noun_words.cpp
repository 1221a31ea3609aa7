#include "parser/quote/noun_words.h"

#include <algorithm>

#include "parser/quote/gap.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Nouns before the words that are asked whether the words complete them.
constexpr std::size_t kNounsTriedMax = 4;

// Words between the joint of a noun's complement and the words in marks: "that he “…”".
constexpr TokenIndex kComplementItemsMax = 3;

// Words between threats and an example of one: "threats such as", "threats like".
constexpr TokenIndex kExampleReach = 3;

class NounWords {
 public:
  NounWords(const Scene& scene, const Frame& frame, StretchIndex stretch, const Attribution& found)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        frame_(&frame),
        words_(scene.stretches()[stretch].outer),
        found_(&found) {}

  [[nodiscard]] std::optional<Attribution> find() const {
    std::optional<Attribution> words = of_nearest_noun();
    if (words || !is_example_of_threats()) return words;
    words = *found_;
    words->source.reset();
    return words;
  }

 private:
  [[nodiscard]] std::optional<Attribution> of_nearest_noun() const {
    const auto end = std::lower_bound(
        frame_->cues.begin(), frame_->cues.end(), words_.begin,
        [&](CueIndex index, TokenIndex at) { return scene_->cues()[index].tokens.begin < at; });
    std::size_t tried = 0;
    for (auto cue = end; cue != frame_->cues.begin() && tried < kNounsTriedMax; ++tried) {
      const CueIndex index = *--cue;
      const Cue& noun = scene_->cues()[index];
      if (noun.tokens.end > words_.begin) continue;
      if (noun.kind != CueKind::Noun || names_source(noun)) return std::nullopt;
      if (auto words = of_noun(index)) return words;
    }
    return std::nullopt;
  }

  // "fears for his life after threats such as “…”": whoever speaks of threats has not made them.
  [[nodiscard]] bool is_example_of_threats() const {
    const TokenIndex begin = words_.begin;
    for (TokenIndex back = 2; back <= kExampleReach && back <= begin - frame_->tokens.begin;
         ++back) {
      if (analysis_->token(begin + 1 - back).kind == TokenKind::Punctuation) return false;
      if (!analysis_->is(begin - back, Tag::MenaceNoun)) continue;
      return analysis_->is(begin + 1 - back, Tag::Preposition);
    }
    return false;
  }

  [[nodiscard]] std::optional<Attribution> of_noun(CueIndex index) const {
    const Cue& noun = scene_->cues()[index];
    const std::optional<Subject> owner = owner_of(index);
    const TokenIndex after =
        owner && owner->tokens.begin >= noun.tokens.end ? owner->tokens.end : noun.tokens.end;
    if (!completes(noun, after)) return std::nullopt;
    const bool menace = analysis_->is(noun.head, Tag::MenaceNoun);
    if (!owner && (!menace || is_one_of_many(noun))) return std::nullopt;
    Attribution found = *found_;
    found.cue = index;
    found.source = owner;
    return found;
  }

  // "according to the minister's letter": the noun is part of what is named as the source.
  [[nodiscard]] bool names_source(const Cue& noun) const {
    return found_->source && found_->source->tokens.contains(noun.head);
  }

  // Whoever the noun's own genitive, possessive or participle names.
  [[nodiscard]] std::optional<Subject> owner_of(CueIndex index) const {
    const std::optional<Subject>& owner = scene_->subject_at(index);
    if (owner && owner->rule != "source.noun_sentence") return owner;
    return std::nullopt;
  }

  // "issued a threat to “…”": whoever the verb says made it may have.
  [[nodiscard]] bool is_one_of_many(const Cue& noun) const {
    const MentionIndex whole = scene_->mentions().at(noun.head);
    const TokenIndex begin = whole == kNoMention ? noun.head : scene_->mentions()[whole].core.begin;
    return analysis_->is(begin, Tag::Indefinite);
  }

  // Whether the words stand where the noun's complement does.
  [[nodiscard]] bool completes(const Cue& noun, TokenIndex after) const {
    if (after > words_.begin) return false;
    const char32_t mark = after < words_.begin ? analysis_->mark(after) : 0;
    if (mark == ':') {
      // "replied to Smith's words: “…”": what a preposition governs is answered, not told.
      const MentionIndex phrase = scene_->mentions().at(noun.head);
      const TokenIndex begin =
          phrase == kNoMention ? noun.head : scene_->mentions()[phrase].core.begin;
      static const TagSet kGovernors = tag_set({Tag::Preposition, Tag::RecipientPreposition});
      const bool governed = analysis_->is_any(begin, kGovernors) ||
                            (begin > 0 && analysis_->is_any(begin - 1, kGovernors));
      return after + 1 == words_.begin && !governed && analysis_->is(noun.head, Tag::WordingNoun);
    }
    // "words were: “…”"
    if (analysis_->is(after, Tag::Copula) && after + 2 == words_.begin &&
        analysis_->mark(after + 1) == ':') {
      return true;
    }
    static const TagSet kJoints =
        tag_set({Tag::InfinitiveMarker, Tag::Complementizer, Tag::Genitive});
    // "wies die Drohung zurück, er werde": a part of the verb may stand before the comma.
    const bool after_comma = analysis_->language().grammar.complement_after_comma;
    if (after_comma && mark == 0 && analysis_->mark(after + 1) == ',') ++after;
    const bool comma = after_comma && analysis_->mark(after) == ',';
    const bool menace = analysis_->is(noun.head, Tag::MenaceNoun);
    if (!comma && !menace && !analysis_->is_any(after, kJoints)) return false;
    const Gap gap = read_gap(*scene_, *frame_, {.begin = after + 1, .end = words_.begin});
    return after < words_.begin && gap.items <= kComplementItemsMax && !gap.marked &&
           gap.stretches == 0;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  TokenRange words_;
  const Attribution* found_;
};

}  // namespace

std::optional<Attribution> words_of_noun(const Scene& scene, const Frame& frame,
                                         StretchIndex stretch, const Attribution& found) {
  return NounWords(scene, frame, stretch, found).find();
}

}  // namespace dixit::parser
