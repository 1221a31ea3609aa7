#include "parser/quote/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words that adverbs, clitics and commas may put between an auxiliary and its participle.
constexpr TokenIndex kAuxiliaryReach = 8;

// Words between a carrier's verb and whom it quotes: the carrier with its name.
constexpr TokenIndex kCarrierReach = 10;

// The same where the auxiliary and the participle frame the clause.
constexpr TokenIndex kFrameReach = 40;

constexpr auto kCueTags =
    std::to_array({Tag::Threaten, Tag::Warn, Tag::Promise, Tag::Order, Tag::Deny, Tag::Confirm,
                   Tag::Claim, Tag::Write, Tag::Ask, Tag::Say, Tag::Judge, Tag::Learn, Tag::Think,
                   Tag::Charge, Tag::Cite, Tag::Impersonal, Tag::Express, Tag::NameVerb});

// A verb of several classes is read as the first that matches in kCueTags; its moods are those of
// all readings as long as the longest.
struct VerbReading {
  Tag tag = Tag::Say;
  TokenIndex length = 0;
  unsigned moods = 0;
  Features finite;      // the first finite reading
  Features participle;  // the first participle reading
};

std::optional<VerbReading> read_verb(const Analysis& analysis, TokenIndex token) {
  static const TagSet kTags = [] {
    TagSet tags;
    for (const Tag tag : kCueTags) tags.set(static_cast<std::size_t>(tag));
    return tags;
  }();
  if (!analysis.is_any(token, kTags)) return std::nullopt;
  VerbReading reading;
  for (const PhraseMatch& phrase : analysis.matches(token)) {
    if (!kTags[static_cast<std::size_t>(phrase.entry.tag)]) continue;
    if (phrase.length < reading.length) break;
    reading.length = phrase.length;
    const unsigned bit = mood_bit(phrase.entry.features.mood);
    if ((reading.moods & kFiniteMoods) == 0 && (bit & kFiniteMoods) != 0) {
      reading.finite = phrase.entry.features;
    }
    if (phrase.entry.features.mood == Mood::Participle) reading.participle = phrase.entry.features;
    reading.moods |= bit;
  }
  for (const Tag tag : kCueTags) {
    const PhraseMatch* found = analysis.match(token, tag);
    if (found != nullptr && found->length == reading.length) {
      reading.tag = tag;
      break;
    }
  }
  return reading;
}

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
    const std::optional<VerbReading> verb = read_verb(*analysis_, i);
    if (!verb) return std::nullopt;
    Cue cue{.tokens = {.begin = i, .end = i + verb->length},
            .head = i,
            .finite = i,
            .tag = verb->tag,
            .features = verb->finite,
            .inner_subject = {}};
    const std::optional<TokenIndex> auxiliary = find_auxiliary(i, *verb);
    if (auxiliary) {
      join_auxiliary(*auxiliary, *verb, cue);
    } else if (is_noun_here(i, *verb)) {
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
    read_joined_subject(cue);
    return cue;
  }

  // "to say": the same form as a finite one, after the word that marks infinitives.
  [[nodiscard]] bool after_infinitive_marker(TokenIndex i) const {
    return i > 0 && analysis_->is(i - 1, Tag::Preposition) &&
           in_same_sentence(*analysis_, i - 1, i);
  }

  // The auxiliary, copula or modal that the verb form at `i` depends on.
  [[nodiscard]] std::optional<TokenIndex> find_auxiliary(TokenIndex i,
                                                         const VerbReading& verb) const {
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
      const bool joined_pronoun = analysis_->token(at).joined && analysis_->is(at, Tag::Pronoun);
      if (!is_light(*analysis_, at) && !joined_pronoun && !analysis_->is_any(at, kCarriers) &&
          !ends_as_adverb(at)) {
        break;
      }
    }
    return std::nullopt;
  }

  // "a ouvertement déclaré": no noun stands between a verb's parts, so an adverb's ending tells.
  [[nodiscard]] bool ends_as_adverb(TokenIndex at) const {
    const std::string word = fold_word(analysis_->text_of(at));
    const auto endings = analysis_->language().words(Tag::AdverbEnding);
    return std::any_of(endings.begin(), endings.end(), [&word](const std::string& ending) {
      return word.size() > ending.size() && word.ends_with(ending);
    });
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

  void join_auxiliary(TokenIndex auxiliary, const VerbReading& verb, Cue& cue) {
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

  // Whether the word is the noun of the same form: "the report", "son juge", "reports say".
  [[nodiscard]] bool is_noun_here(TokenIndex i, const VerbReading& verb) const {
    if (verb.length > 1) return false;
    const TokenIndex next = i + 1;
    // "reports say", not "said reports": of two such words the likelier noun is one.
    const bool either = analysis_->is(i, Tag::NounToo) || !analysis_->is(next, Tag::NounToo);
    if (either && in_same_sentence(*analysis_, i, next) && is_finite_cue(next) &&
        (i == 0 || !analysis_->is(i - 1, Tag::Pronoun))) {
      return true;
    }
    if (i == 0 || !in_same_sentence(*analysis_, i - 1, i)) return false;
    const TokenIndex before = i - 1;
    if (analysis_->token(i).capitalised && may_be_name(*analysis_, before)) return true;
    const bool gerund_only = (verb.moods & kFiniteMoods) == 0;
    if (gerund_only) {
      return analysis_->is(i, Tag::NounToo) && is_determiner_like(*analysis_, before);
    }
    if (analysis_->is(before, Tag::Enclitic) && !analysis_->is_any(before, verb_tags()))
      return true;
    if (analysis_->is(i, Tag::NounToo) && !may_precede_verb(before)) return true;
    if (analysis_->is(before, Tag::ObjectPronoun) && !analysis_->is(before, Tag::Possessive)) {
      // "l'accuse", "le juge": a clitic when a subject stands before it. "La police examine la
      // menace": an unknown verb looks like the end of a subject, and only a pronoun is sure to be
      // one where the noun would name somebody's threat.
      if (!analysis_->is(before, Tag::Definite)) return false;
      if (!analysis_->is(i, Tag::MenaceNoun)) return !subject_before(before);
      return before == 0 || !analysis_->is(before - 1, Tag::Pronoun);
    }
    return is_determiner_like(*analysis_, before) || adjective_of_noun(before, i) ||
           analysis_->is(before, Tag::AgentPreposition);
  }

  // "his former judge", but not "el diputado socialista aseguró": where adjectives follow nouns,
  // the word after one is a noun only if the file knows it as one.
  [[nodiscard]] bool adjective_of_noun(TokenIndex before, TokenIndex i) const {
    // "the harbour chief said": an adjective that is a noun of people too may be the subject.
    if (!analysis_->is(before, Tag::RoleAdjective) || is_speaker_noun(*analysis_, before)) {
      return false;
    }
    return !analysis_->language().grammar.adjective_after_noun || is_speaker_noun(*analysis_, i) ||
           analysis_->is(i, Tag::NounToo) || analysis_->is(i, Tag::CueNoun);
  }

  // Whether the word can stand right before a finite verb: without it a form that is a noun as
  // often as a verb is taken for the noun.
  [[nodiscard]] bool may_precede_verb(TokenIndex before) const {
    static const TagSet kTags =
        tag_set({Tag::Pronoun, Tag::IndefinitePronoun, Tag::RelativePronoun, Tag::Modal,
                 Tag::Auxiliary, Tag::Adverb, Tag::ObjectPronoun, Tag::Conjunction, Tag::Negation});
    if (analysis_->is_any(before, kTags) || is_light(*analysis_, before)) return true;
    if (analysis_->token(before).kind == TokenKind::Punctuation) return true;
    for (const PhraseMatch& phrase : analysis_->matches(before)) {
      if (phrase.entry.tag == Tag::RoleNoun || phrase.entry.tag == Tag::GroupNoun) return true;
    }
    return may_be_name(*analysis_, before) && !analysis_->is(before, Tag::NotName);
  }

  [[nodiscard]] bool subject_before(TokenIndex i) const {
    if (i == 0 || !in_same_sentence(*analysis_, i - 1, i)) return false;
    const TokenIndex before = i - 1;
    if (analysis_->token(before).kind == TokenKind::Punctuation) return false;
    return analysis_->is(before, Tag::Pronoun) || analysis_->is(before, Tag::RelativePronoun) ||
           !ends_noun_phrase(*analysis_, before);
  }

  [[nodiscard]] bool is_finite_cue(TokenIndex i) const {
    const std::optional<VerbReading> verb = read_verb(*analysis_, i);
    return verb && (verb->moods & kFiniteMoods) != 0 && !is_determiner_like(*analysis_, i);
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
