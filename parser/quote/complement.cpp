#include "parser/quote/complement.h"

#include <algorithm>
#include <iterator>

#include "parser/quote/frame_items.h"
#include "parser/quote/infinitive.h"
#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/threat_complement.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Adverbs, times, hearers and places that may stand between a cue and what it reports.
constexpr int kAdjunctsMax = 6;

class ComplementFinder {
 public:
  ComplementFinder(const Scene& scene, const Frame& frame, const Cue& cue, TokenIndex from)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        frame_(&frame),
        cue_(&cue),
        from_(from),
        end_(frame.tokens.end) {}

  std::optional<Complement> find() {
    TokenIndex at = from_;
    for (int step = 0; step < kAdjunctsMax && at < end_; ++step) {
      if (marked_at(*scene_, *frame_, at) != kNoStretch)
        return distant_threat(*scene_, *frame_, *cue_, at);
      if (std::optional<Complement> found = introduced_at(at)) return found;
      const TokenIndex next = after_adjunct(at);
      if (next == at) break;
      at = next;
    }
    return bare_at(at);
  }

 private:
  [[nodiscard]] const Grammar& grammar() const { return analysis_->language().grammar; }

  static Complement complement(ComplementKind kind, TokenIndex begin, TokenIndex words) {
    return {.kind = kind, .begin = begin, .words = words};
  }

  std::optional<Complement> introduced_at(TokenIndex at) const {
    if (const PhraseMatch* that = complementizer_at(at)) {
      return complement(ComplementKind::Clause, at, at + that->length);
    }
    if (is_comma(*analysis_, at)) return after_comma(at);
    if (cue_->tag == Tag::Threaten) {
      if (auto threat = threat_at(*scene_, *frame_, at, at == from_)) return threat;
    }
    return infinitive_at(at);
  }

  // "when asked" opens no reported clause, "asked when" does.
  [[nodiscard]] const PhraseMatch* complementizer_at(TokenIndex at) const {
    const PhraseMatch* found = analysis_->match(at, Tag::Complementizer);
    if (found == nullptr || describes_noun(at)) return nullptr;
    if (!analysis_->is(at, Tag::Subordinator)) return found;
    const bool asks = cue_->tag == Tag::Ask || cue_->tag == Tag::Learn || cue_->tag == Tag::Think;
    return asks && at == from_ ? found : nullptr;
  }

  std::optional<Complement> after_comma(TokenIndex comma) const {
    const TokenIndex at = comma + 1;
    if (at >= end_ || marked_at(*scene_, *frame_, at) != kNoStretch) return std::nullopt;
    if (const PhraseMatch* that = complementizer_at(at)) {
      if (!analysis_->is(at, Tag::RelativePronoun) || comma == from_) {
        return complement(ComplementKind::Clause, at, at + that->length);
      }
    }
    if (!grammar().complement_after_comma || !may_open_bare(at)) return std::nullopt;
    return complement(ComplementKind::Bare, at, at);
  }

  // Whether a clause that a comma alone opens may begin here, rather than one of time or a relative
  // clause about the noun before the comma.
  [[nodiscard]] bool may_open_bare(TokenIndex at) const {
    static const TagSet kOther = tag_set({Tag::Subordinator, Tag::Conjunction});
    if (analysis_->token(at).kind == TokenKind::Punctuation) return false;
    if (analysis_->is_any(at, kOther) && !analysis_->is(at, Tag::Complementizer)) return false;
    const bool after_noun = at >= 2 && scene_->mentions().at(at - 2) != kNoMention;
    if (after_noun && analysis_->is(at, Tag::RelativePronoun) && at + 1 < end_) {
      return analysis_->token(at + 1).capitalised;
    }
    return true;
  }

  std::optional<Complement> infinitive_at(TokenIndex at) const {
    if (!may_govern_infinitive() || follows_marks()) return std::nullopt;
    if (const PhraseMatch* marker = analysis_->match(at, Tag::InfinitiveMarker)) {
      const TokenIndex next = at + marker->length;
      if (next < end_ && may_be_infinitive(*scene_, next, end_)) {
        return complement(ComplementKind::Infinitive, at, next);
      }
    }
    if (at != from_ || !ends_as_infinitive(*analysis_, at)) return std::nullopt;
    return complement(ComplementKind::Infinitive, at, at);
  }

  [[nodiscard]] bool may_govern_infinitive() const {
    return cue_->kind == CueKind::Noun || strength_of(cue_->tag) == CueStrength::Speech ||
           strength_of(cue_->tag) == CueStrength::Attitude;
  }

  // The token after an adverb, a time, a hearer or a place; `at` itself when none stands there.
  TokenIndex after_adjunct(TokenIndex at) {
    if (const TokenIndex end = after_hearer(at); end != at && !heard_) {
      heard_ = true;
      return end;
    }
    if (const TokenIndex light = light_length(*analysis_, at); light > 0 && !may_be_subject(at)) {
      return at + light;
    }
    const Token& token = analysis_->token(at);
    if (token.kind == TokenKind::Number || analysis_->is(at, Tag::Month)) return at + 1;
    if (is_comma(*analysis_, at)) return after_parenthesis(at);
    return after_place(at);
  }

  // "said it was safe", "said her plan": an object's form that opens a clause as well.
  [[nodiscard]] bool may_be_subject(TokenIndex at) const {
    return grammar().complement_bare && analysis_->is(at, Tag::ObjectPronoun);
  }

  // ", however,"
  [[nodiscard]] TokenIndex after_parenthesis(TokenIndex comma) const {
    TokenIndex at = comma + 1;
    while (at < end_ && is_light(*analysis_, at)) ++at;
    return at > comma + 1 && at < end_ && is_comma(*analysis_, at) ? at + 1 : comma;
  }

  // "told reporters that", "warned the city to": whoever hears stands right after the verb.
  [[nodiscard]] TokenIndex after_hearer(TokenIndex at) const {
    const bool may_hear = analysis_->is(cue_->head, Tag::HearerVerb) || cue_->tag == Tag::Threaten;
    if (!may_hear) return at;
    // "told her that": a form that may be a possessive owns no conjunction.
    const bool pronoun = !is_determiner_like(*analysis_, at) ||
                         (at + 1 < end_ && complementizer_at(at + 1) != nullptr);
    if (analysis_->is(at, Tag::ObjectPronoun) && pronoun) return at + 1;
    const MentionIndex mention = scene_->mentions().beginning_at(at);
    if (mention != kNoMention) {
      const TokenRange& tokens = scene_->mentions()[mention].tokens;
      return cue_->tag == Tag::Threaten ? scene_->mentions()[mention].core.end : tokens.end;
    }
    const TokenRange phrase = noun_phrase_from(*analysis_, at);
    return phrase.empty() || phrase.end <= at ? at : phrase.end;
  }

  // "said in a statement", "dit à la presse"
  TokenIndex after_place(TokenIndex at) {
    const PhraseMatch* preposition = analysis_->match(at, Tag::Preposition);
    if (preposition == nullptr) preposition = analysis_->match(at, Tag::RecipientPreposition);
    if (preposition == nullptr) return at;
    const TokenIndex object = at + preposition->length;
    TokenIndex end = object;
    if (object >= end_) return at;
    const MentionIndex mention = scene_->mentions().beginning_at(object);
    if (mention != kNoMention) {
      end = scene_->mentions()[mention].tokens.end;
    } else if (analysis_->token(object).kind == TokenKind::Number) {
      end = object + 1;
    } else {
      end = std::max(end, noun_phrase_from(*analysis_, object).end);
    }
    if (end == object) return at;
    if (place_ == kNoToken) place_ = at;
    return end;
  }

  // What nothing opens, where the language needs no word for it: a clause, or a noun phrase.
  std::optional<Complement> bare_at(TokenIndex at) const {
    const bool may_be_distant = cue_->kind == CueKind::Verb && cue_->tag != Tag::Threaten;
    if (may_be_distant && (at > from_ || analysis_->is(at, Tag::Preposition))) {
      if (std::optional<Complement> found = distant_clause(at)) return found;
    }
    if (auto threat = distant_threat(*scene_, *frame_, *cue_, at)) return threat;
    if (!grammar().complement_bare) return std::nullopt;
    if (at < end_ && place_ != kNoToken) at = reconsider_place(at);
    if (at >= end_ || analysis_->token(at).kind == TokenKind::Punctuation) return std::nullopt;
    if (analysis_->is(at, Tag::Conjunction) || cue_->tag == Tag::Threaten) return std::nullopt;
    if (at != place_ && analysis_->is(at, Tag::Preposition)) return std::nullopt;
    if (follows_marks() || is_doubtful_verb() || stands_as_verb(*scene_, at)) return std::nullopt;
    const bool clause = opens_clause(*scene_, *frame_, {.begin = at, .end = end_});
    return complement(clause ? ComplementKind::Bare : ComplementKind::Noun, at, at);
  }

  // "said during a visit to the harbour that": no verb stands before the word that opens it.
  [[nodiscard]] std::optional<Complement> distant_clause(TokenIndex from) const {
    for (TokenIndex at = from; at < end_ && at < from + kPlaceReach; ++at) {
      if (marked_at(*scene_, *frame_, at) != kNoStretch) return std::nullopt;
      if (analysis_->is(at, Tag::Complementizer) && !analysis_->is(at, Tag::Subordinator)) {
        if (describes_noun(at)) return std::nullopt;
        return complement(ComplementKind::Clause, at,
                          at + analysis_->match(at, Tag::Complementizer)->length);
      }
      const char32_t mark = analysis_->mark(at);
      if (mark == ';' || mark == ':' || stands_as_verb(*scene_, at)) return std::nullopt;
    }
    return std::nullopt;
  }

  // "“…,” the mayor said during the interview": the words stand before the cue.
  [[nodiscard]] bool follows_marks() const { return follows_marks(*cue_); }

  [[nodiscard]] bool follows_marks(const Cue& cue) const {
    TokenIndex group = cue.tokens.begin;
    const MentionIndex subject = group == 0 ? kNoMention : scene_->mentions().at(group - 1);
    if (subject != kNoMention) group = scene_->mentions()[subject].core.begin;
    return std::any_of(frame_->stretches.begin(), frame_->stretches.end(), [&](StretchIndex s) {
      const TokenIndex end = scene_->stretches()[s].outer.end;
      return end <= cue.tokens.begin && end + 1 >= group && scene_->words_in(s) > kNicknameMax;
    });
  }

  // "“…,” Smith said in a letter that the Herald printed": the words stand before their verb, so
  // that a pronoun behind a noun tells of the noun.
  [[nodiscard]] bool describes_noun(TokenIndex at) const {
    if (at < 1 || !analysis_->is(at, Tag::RelativePronoun)) return false;
    const bool noun = scene_->mentions().at(at - 1) != kNoMention;
    if (cue_->kind == CueKind::Verb) return noun && at > from_ && follows_marks();
    const auto& cues = frame_->cues;
    const auto here = std::find_if(cues.begin(), cues.end(), [&](CueIndex index) {
      return scene_->cues()[index].tokens.begin >= cue_->tokens.begin;
    });
    if (here == cues.begin()) return false;
    const Cue& before = scene_->cues()[*std::prev(here)];
    return before.kind == CueKind::Verb && follows_marks(before);
  }

  // "said under the plan taxes would rise": what looked like a place opens the clause when a comma
  // or a verb follows it.
  [[nodiscard]] TokenIndex reconsider_place(TokenIndex at) const {
    const bool clause = is_comma(*analysis_, at) && at + 1 < end_ &&
                        scene_->mentions().beginning_at(at + 1) != kNoMention;
    const bool participle = (verb_moods(*analysis_, at) & mood_bit(Mood::Participle)) != 0;
    return clause || (stands_as_verb(*scene_, at) && !participle) ? place_ : at;
  }

  // "the Republican state attorney", "pledged delegates": a form that is a noun as often counts
  // only after somebody who can speak.
  [[nodiscard]] bool is_doubtful_verb() const {
    if (!analysis_->is(cue_->head, Tag::NounToo) || cue_->tokens.size() > 1) return false;
    if (cue_->tokens.begin == 0) return true;
    const MentionIndex before = scene_->mentions().at(cue_->tokens.begin - 1);
    return before == kNoMention || !scene_->mentions()[before].person;
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  const Cue* cue_;
  TokenIndex from_;
  TokenIndex end_;
  bool heard_ = false;           // the hearer was passed: there is one at most
  TokenIndex place_ = kNoToken;  // where the first place or hearer with a preposition begins
};

}  // namespace

std::optional<Complement> complement_after(const Scene& scene, const Frame& frame, const Cue& cue,
                                           TokenIndex from) {
  return ComplementFinder(scene, frame, cue, from).find();
}

}  // namespace dixit::parser
