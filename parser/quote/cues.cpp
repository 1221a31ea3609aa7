#include "parser/quote/cues.h"

#include <algorithm>
#include <optional>

#include "parser/quote/cue_verb.h"
#include "parser/quote/noun_or_verb.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words that adverbs, clitics and commas may put between an auxiliary and its participle.
constexpr TokenIndex kAuxiliaryReach = 8;

// Words between a carrier's verb and whom it quotes: the carrier with its name.
constexpr TokenIndex kCarrierReach = 10;

// The same where the auxiliary and the participle frame the clause.
constexpr TokenIndex kFrameReach = 40;

class CueReader {
 public:
  explicit CueReader(const Analysis& analysis) : analysis_(&analysis) {}

  std::vector<Cue> run() {
    std::vector<Cue> cues;
    for (TokenIndex i = 0; i < analysis_->size();) {
      std::optional<Cue> cue = read_at(i);
      if (!cue) {
        ++i;
        continue;
      }
      i = std::max(cue->head + 1, cue->tokens.end);
      if (!cues.empty() && cues.back().tokens.end > cue->tokens.begin) {
        cue->tokens.begin = cues.back().tokens.end;
      }
      cues.push_back(*cue);
    }
    return cues;
  }

 private:
  std::optional<Cue> read_at(TokenIndex i) {
    if (const PhraseMatch* found = analysis_->match(i, Tag::SourcePreposition)) {
      // One that is an adverb too is a preposition only where a clause begins: German "so".
      if (!analysis_->is(i, Tag::Adverb) || after_punctuation(i)) {
        return simple(CueKind::Preposition, *found);
      }
    }
    if (const PhraseMatch* found = analysis_->match(i, Tag::SourcePostposition)) {
      return simple(CueKind::Postposition, *found);
    }
    if (const PhraseMatch* found = analysis_->match(i, Tag::OriginPreposition)) {
      if (follows_carrier(i)) return simple(CueKind::Preposition, *found);
    }
    if (const PhraseMatch* found = analysis_->match(i, Tag::AttributedTo)) {
      if (after_punctuation(i)) return simple(CueKind::Preposition, *found);
    }
    if (const PhraseMatch* found = analysis_->match(i, Tag::SourceOpener)) {
      if (opens_clause(i)) return simple(CueKind::Preposition, *found);
    }
    if (std::optional<Cue> verb = read_verb_group(i)) return verb;
    if (const PhraseMatch* found = analysis_->match(i, Tag::CueNoun)) {
      return simple(CueKind::Noun, *found);
    }
    return std::nullopt;
  }

  // "the agency quoted from the minister": a verb of carriers shortly before, over the carrier's
  // name in marks.
  [[nodiscard]] bool follows_carrier(TokenIndex i) const {
    for (TokenIndex back = 1; back <= kCarrierReach && back <= i; ++back) {
      const TokenIndex at = i - back;
      if (!in_same_sentence(*analysis_, at, i) || analysis_->mark(at) == ':') return false;
      if (analysis_->is(at, Tag::Relay)) return true;
    }
    return false;
  }

  [[nodiscard]] bool after_punctuation(TokenIndex i) const {
    return i == 0 || analysis_->token(i - 1).kind == TokenKind::Punctuation;
  }

  // Whether nothing of the sentence but a conjunction stands before the token.
  [[nodiscard]] bool opens_clause(TokenIndex i) const {
    const TokenIndex begin = analysis_->sentences()[analysis_->sentence_of(i)].begin;
    return i == begin || (i == begin + 1 && analysis_->is(begin, Tag::Conjunction));
  }

  static Cue simple(CueKind kind, const PhraseMatch& match) {
    const TokenRange tokens{.begin = match.begin, .end = match.begin + match.length};
    return {.kind = kind,
            .tokens = tokens,
            .head = match.begin,
            .finite = match.begin,
            .tag = match.entry.tag,
            .features = match.entry.features,
            .inner_subject = {}};
  }

  std::optional<Cue> read_verb_group(TokenIndex i) {
    const std::optional<CueVerb> verb = read_cue_verb(*analysis_, i);
    // "s'est vu répondre": the infinitive is the cue.
    const bool causes = analysis_->is(i, Tag::Undergo) && is_undergone(*analysis_, i + 1) &&
                        read_cue_verb(*analysis_, i + 1).has_value();
    if (!verb || causes) return std::nullopt;
    Cue cue{.tokens = {.begin = i, .end = i + verb->length},
            .head = i,
            .finite = i,
            .tag = verb->tag,
            .features = verb->finite,
            .inner_subject = {}};
    const std::optional<TokenIndex> auxiliary = find_auxiliary(i, *verb);
    if (const auto closing = closing_auxiliary(i, *verb, auxiliary)) {
      join_closing_auxiliary(*closing, cue);
    } else if (auxiliary) {
      join_auxiliary(*auxiliary, *verb, cue);
    } else if (is_noun_here(*analysis_, i, *verb)) {
      return std::nullopt;
    } else if ((verb->moods & kFiniteMoods) == 0) {
      if ((verb->moods & (mood_bit(Mood::Gerund) | mood_bit(Mood::Infinitive))) == 0) {
        return std::nullopt;  // a participle of its own: "interrogé par la presse"
      }
      cue.dependent = true;
      cue.features.mood =
          (verb->moods & mood_bit(Mood::Gerund)) != 0 ? Mood::Gerund : Mood::Infinitive;
    } else if ((verb->moods & mood_bit(Mood::Infinitive)) != 0 && after_infinitive_marker(i)) {
      cue.dependent = true;
      cue.features.mood = Mood::Infinitive;
    }
    if ((verb->moods & mood_bit(Mood::Infinitive)) != 0 && is_undergone(*analysis_, i)) {
      cue.passive = true;
      cue.dependent = false;
    }
    read_joined_subject(cue);
    return cue;
  }

  // "to say": the same form as a finite one, after the word that marks infinitives.
  [[nodiscard]] bool after_infinitive_marker(TokenIndex i) const {
    return i > 0 && analysis_->is(i - 1, Tag::Preposition) &&
           in_same_sentence(*analysis_, i - 1, i);
  }

  // "nachdem er gedroht hatte", "gedroht zu haben": where verbs close their clause the auxiliary
  // stands right behind. That of "soll gedroht haben" says less than the modal `before`.
  [[nodiscard]] std::optional<TokenIndex> closing_auxiliary(
      TokenIndex i, const CueVerb& verb, std::optional<TokenIndex> before) const {
    const bool participle = (verb.moods & mood_bit(Mood::Participle)) != 0;
    if (!participle || !analysis_->language().grammar.participle_at_end) return std::nullopt;
    TokenIndex at = i + verb.length;
    const bool marked =
        analysis_->is(at, Tag::Preposition) && analysis_->is(at + 1, Tag::Auxiliary);
    if (marked) ++at;
    if (!in_same_sentence(*analysis_, i, at) || !analysis_->is(at, Tag::Auxiliary)) {
      return std::nullopt;
    }
    const unsigned moods = verb_moods(*analysis_, at);
    const bool infinitive = (moods & mood_bit(Mood::Infinitive)) != 0;
    if (marked) return infinitive ? std::optional(at) : std::nullopt;
    if (infinitive && before && analysis_->is(*before, Tag::Modal)) return std::nullopt;
    // "weil er gedroht haben soll": the modal comes last.
    const bool threat = verb.tag == Tag::Threaten;
    if (threat && infinitive && analysis_->is(at + 1, Tag::Modal) && ends_clause(at + 2)) {
      return at + 1;
    }
    return (moods & kFiniteMoods) != 0 && ends_clause(at + 1) ? std::optional(at) : std::nullopt;
  }

  [[nodiscard]] bool ends_clause(TokenIndex at) const {
    return at >= analysis_->size() || analysis_->token(at).kind == TokenKind::Punctuation ||
           analysis_->is(at, Tag::Conjunction);
  }

  void join_closing_auxiliary(TokenIndex auxiliary, Cue& cue) const {
    cue.tokens.end = auxiliary + 1;
    for (const Tag tag : {Tag::Auxiliary, Tag::Modal}) {
      if (const PhraseMatch* carrier = analysis_->match(auxiliary, tag)) {
        cue.features = carrier->entry.features;
        cue.dependent = tag == Tag::Auxiliary && auxiliary > cue.head + 1;
      }
    }
    if (cue.dependent) cue.features.mood = Mood::Infinitive;
  }

  // The auxiliary, copula or modal that the verb form at `i` depends on.
  [[nodiscard]] std::optional<TokenIndex> find_auxiliary(TokenIndex i, const CueVerb& verb) const {
    const bool participle = (verb.moods & mood_bit(Mood::Participle)) != 0;
    const bool infinitive = (verb.moods & mood_bit(Mood::Infinitive)) != 0;
    const bool gerund = (verb.moods & mood_bit(Mood::Gerund)) != 0;
    if (!participle && !infinitive && !gerund) return std::nullopt;
    static const TagSet kCarriers = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal});
    const bool framed = analysis_->language().grammar.participle_at_end;
    const TokenIndex reach = framed ? kFrameReach : kAuxiliaryReach;
    for (TokenIndex step = 1; step <= reach && step <= i; ++step) {
      const TokenIndex at = i - step;
      if (!in_same_sentence(*analysis_, at, i)) return std::nullopt;
      if (analysis_->is_any(at, kCarriers) && carries(at, participle, infinitive, gerund))
        return at;
      const char32_t mark = analysis_->mark(at);
      if (framed) {
        if (mark == ':' || mark == ';' || mark == U'„') break;
        // "als „…“ bezeichnet": what is quoted inside the frame is passed over.
        if (mark == U'“' || mark == '"') {
          const TokenIndex opening = opening_mark_before(at);
          if (opening == kNoToken) break;
          step += at - opening;
        }
        continue;
      }
      if (mark == ',') continue;
      // "can be heard shouting": whoever is heard does it.
      if (gerund && analysis_->is(at, Tag::Perceive)) continue;
      const bool joined_pronoun = analysis_->token(at).joined && analysis_->is(at, Tag::Pronoun);
      if (!is_light(*analysis_, at) && !joined_pronoun && !analysis_->is_any(at, kCarriers) &&
          !ends_as_adverb(*analysis_, at)) {
        break;
      }
    }
    return std::nullopt;
  }

  // The mark that opens the words that the one at `closing` closes; kNoToken beyond the reach.
  [[nodiscard]] TokenIndex opening_mark_before(TokenIndex closing) const {
    const TokenIndex floor = closing - std::min(closing, kFrameReach);
    for (TokenIndex at = closing; at-- > floor;) {
      const char32_t mark = analysis_->mark(at);
      if (mark == U'„' || (mark == '"' && analysis_->mark(closing) == '"')) return at;
    }
    return kNoToken;
  }

  [[nodiscard]] bool carries(TokenIndex at, bool participle, bool infinitive, bool gerund) const {
    if (participle && (analysis_->is(at, Tag::Auxiliary) || analysis_->is(at, Tag::Copula))) {
      return true;
    }
    // "soll gesagt haben": the auxiliary stands behind where the verb ends its clause.
    if (participle && analysis_->is(at, Tag::Modal) &&
        analysis_->language().grammar.participle_at_end) {
      return true;
    }
    if (infinitive && (analysis_->is(at, Tag::Modal) || analysis_->is(at, Tag::Auxiliary))) {
      return true;
    }
    return gerund && analysis_->is(at, Tag::Copula);
  }

  void join_auxiliary(TokenIndex auxiliary, const CueVerb& verb, Cue& cue) {
    static const TagSet kCarriers = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal});
    const bool framed = analysis_->language().grammar.participle_at_end;
    TokenIndex first = auxiliary;
    // "could have been said": the outermost carries the mood.
    for (TokenIndex step = 1; step <= 3 && step <= auxiliary && !framed; ++step) {
      const TokenIndex at = auxiliary - step;
      if (!in_same_sentence(*analysis_, at, auxiliary)) break;
      if (analysis_->is_any(at, kCarriers)) {
        first = at;
      } else if (!is_light(*analysis_, at) &&
                 !(analysis_->token(at).joined && analysis_->is(at, Tag::Pronoun))) {
        break;
      }
    }
    cue.finite = first;
    cue.tokens.begin = first;
    if (framed && cue.head - first > 3) cue.tokens.begin = cue.head;
    const PhraseMatch* carrier = nullptr;
    for (const Tag tag : {Tag::Auxiliary, Tag::Copula, Tag::Modal}) {
      if (carrier == nullptr) carrier = analysis_->match(first, tag);
    }
    if (carrier != nullptr) cue.features = carrier->entry.features;
    const Mood mood = cue.features.mood;
    if (mood == Mood::Gerund || mood == Mood::Infinitive) cue.dependent = true;
    const bool participle = (verb.moods & mood_bit(Mood::Participle)) != 0;
    cue.passive = cue.tag != Tag::Cite && participle && analysis_->is(auxiliary, Tag::Copula) &&
                  !analysis_->is(auxiliary, Tag::Auxiliary) && !reflexive_before(first);
  }

  // "s'est félicité": a pronominal verb's copula makes no passive.
  [[nodiscard]] bool reflexive_before(TokenIndex first) const {
    return first > 0 && in_same_sentence(*analysis_, first - 1, first) &&
           analysis_->is(first - 1, Tag::ObjectPronoun);
  }

  // "dit-il", "a-t-il dit", "said he"
  void read_joined_subject(Cue& cue) {
    for (TokenIndex at = cue.finite; at < cue.tokens.end; ++at) {
      if (analysis_->token(at).joined && is_subject_pronoun(at)) {
        cue.inner_subject = {.begin = at, .end = at + 1};
      }
    }
    const TokenIndex after = cue.tokens.end;
    if (after < analysis_->size() && analysis_->token(after).joined && is_subject_pronoun(after)) {
      cue.inner_subject = {.begin = after, .end = after + 1};
      cue.tokens.end = after + 1;
    }
  }

  [[nodiscard]] bool is_subject_pronoun(TokenIndex at) const {
    return analysis_->is(at, Tag::Pronoun) || analysis_->is(at, Tag::IndefinitePronoun);
  }

  const Analysis* analysis_;
};

}  // namespace

std::vector<Cue> find_cues(const Analysis& analysis) { return CueReader(analysis).run(); }

}  // namespace dixit::parser
