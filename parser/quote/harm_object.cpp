#include "parser/quote/harm_object.h"

#include <algorithm>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/verb_clause.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a harming verb and what it acts on.
constexpr TokenIndex kObjectReach = 4;

// Words between "will be" and the noun of what somebody will be.
constexpr TokenIndex kPredicateReach = 3;

// Words of a deed after its verb in which whom it is done to stands: "stop the sale of oil to X".
constexpr TokenIndex kDeedReach = 16;

// Words between a subject and its passive, or a verb at the clause's end and its object.
constexpr TokenIndex kFrameReach = 10;

class ObjectFinder {
 public:
  ObjectFinder(const Analysis& analysis, const Draft& draft, const TargetCheck& check)
      : analysis_(&analysis),
        words_(draft.tokens),
        own_begin_(draft.tokens.begin),
        object_end_(draft.tokens.end),
        clause_(analysis, draft),
        check_(&check) {
    // A fragment completes the reporter's clause.
    if (draft.quotation.form != model::QuotationForm::Mixed) return;
    const TokenRange sentence = analysis.sentences()[analysis.sentence_of(words_.begin)];
    words_.begin = sentence.begin;
    object_end_ = sentence.end;
    if (draft.cue.end <= draft.tokens.begin) words_.begin = std::max(words_.begin, draft.cue.end);
  }

  [[nodiscard]] TokenRange region() const { return words_; }

  // Of a deed that is threatened: a name that it is done to or against, or that its first noun
  // phrase holds.
  [[nodiscard]] std::optional<TokenRange> of_deed() const {
    const TokenIndex limit = std::min(words_.end, words_.begin + kDeedReach);
    std::optional<TokenRange> first;
    if (const auto governed = of_verbal_noun()) return governed;
    for (TokenIndex i = words_.begin + 1; i < limit; ++i) {
      // A fragment's marks end no clause: "turn “into ash” the island of X".
      if (i > own_begin_ && is_quotation_mark(i)) continue;
      if (analysis_->is(i, Tag::ConditionMarker) || clause_.ends_clause(i)) break;
      const PhraseMatch* to = analysis_->match_any(
          i, std::to_array({Tag::AgainstPreposition, Tag::RecipientPreposition}));
      const TokenIndex begin = to == nullptr ? i : i + to->length;
      if (begin >= limit || (to == nullptr && first)) continue;
      const bool opens = analysis_->token(begin).capitalised ||
                         analysis_->token(begin).kind == TokenKind::Number ||
                         is_determiner_like(*analysis_, begin);
      if (!opens) continue;
      const TokenRange phrase = phrase_from(begin, begin);
      if (!names(phrase) || !check_->may_be_struck(phrase)) continue;
      if (to != nullptr) return phrase;
      first = phrase;
    }
    return first;
  }

  // Without capitals, a deed is told by a verbal noun, and what it governs follows at once.
  [[nodiscard]] std::optional<TokenRange> of_verbal_noun() const {
    const TokenIndex begin = words_.begin + 1;
    if (!analysis_->language().grammar.no_capitals || begin >= words_.end) return std::nullopt;
    if (clause_.ends_clause(begin) || !plain_noun(begin)) return std::nullopt;
    return checked(phrase_from(begin, begin));
  }

  // "we start with the youngest", "nous commencerons par X"
  [[nodiscard]] std::optional<TokenRange> first_struck() const {
    for (TokenIndex i = own_begin_; i < words_.end; ++i) {
      const PhraseMatch* start = analysis_->match(i, Tag::StartWith);
      if (start == nullptr || i + start->length >= words_.end) continue;
      TokenRange phrase = phrase_from(i + start->length, i + start->length);
      // A preposition may have taken the article in.
      if (phrase.empty()) phrase = phrase_from(i + start->length - 1, i + start->length);
      return checked(phrase);
    }
    return std::nullopt;
  }

  // "The mayor has been declared a target": of whom a passive tells the intention.
  [[nodiscard]] std::optional<TokenRange> declared(const Signal& intent) const {
    for (TokenIndex i = intent.tokens.begin; i < intent.tokens.end; ++i) {
      if (analysis_->is(i, Tag::Copula)) return subject_before(intent.tokens.begin);
    }
    return std::nullopt;
  }

  // "The candidates would do well not to travel": whom such advice is for.
  [[nodiscard]] std::optional<TokenRange> advised(const Signal& hint) const {
    const TokenIndex end = hint.tokens.begin;
    for (TokenIndex begin = end; begin > own_begin_ && end - begin < kFrameReach; --begin) {
      if (clause_.ends_clause(begin - 1)) return std::nullopt;
      if (!is_determiner_like(*analysis_, begin - 1)) continue;
      const TokenRange phrase = noun_phrase_from(*analysis_, begin - 1);
      return phrase.end == end ? checked(phrase) : std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenRange> find(const Signal& signal) const {
    switch (kind_of(signal.rule)) {
      case SignalKind::Harm:
      case SignalKind::Coercion:
        if (signal.rule == ThreatRule::OthersAct) return std::nullopt;
        return is_verb_class(signal.harm) ? of_verb(signal.tokens) : of_noun(signal.tokens);
      default:
        if (signal.rule == ThreatRule::WhoeverWill) return of_whoever(signal.tokens);
        if (signal.rule == ThreatRule::VeiledPhrase) return of_predicate(signal.tokens);
        if (signal.rule == ThreatRule::VeiledHint) return advised(signal);
        if (signal.rule == ThreatRule::Intent) return declared(signal);
        return std::nullopt;
    }
  }

 private:
  [[nodiscard]] bool is_quotation_mark(TokenIndex i) const {
    static constexpr std::u32string_view kMarks = U"\"«»“”„‘’‹›";
    return kMarks.find(analysis_->mark(i)) != std::u32string_view::npos;
  }

  [[nodiscard]] std::optional<TokenRange> of_verb(TokenRange verb) const {
    const bool participle = (verb_moods(*analysis_, verb.begin) & mood_bit(Mood::Participle)) != 0;
    if (participle) {
      if (const auto subject = passive_subject(verb)) return subject;
    }
    if (holds_pronoun(verb)) return std::nullopt;
    if (const auto after = phrase_after(verb.end)) return after;
    if (analysis_->language().grammar.participle_at_end) return phrase_before(verb.begin);
    return std::nullopt;
  }

  // "bring them down": who that is must be found elsewhere.
  [[nodiscard]] bool holds_pronoun(TokenRange verb) const {
    for (TokenIndex i = verb.begin; i < verb.end; ++i) {
      if (verb.size() > 1 && analysis_->is(i, Tag::ObjectPronoun)) return true;
    }
    return false;
  }

  // "raseront Port-Drova", "kill 10 judges", "strike at the docks"; behind a fragment's closing
  // mark too: "“destroy” the town".
  [[nodiscard]] std::optional<TokenRange> phrase_after(TokenIndex begin) const {
    const bool marked = begin < object_end_ && is_quotation_mark(begin);
    const TokenIndex limit = marked && begin >= words_.end ? object_end_ : words_.end;
    for (TokenIndex i = marked ? begin + 1 : begin; i < begin + kObjectReach && i < limit; ++i) {
      if (ends_object(i)) return std::nullopt;
      const bool number = analysis_->token(i).kind == TokenKind::Number;
      const bool bare = i == begin && plain_noun(i) && !is_state(i);
      if (!number && !bare && !is_determiner_like(*analysis_, i) &&
          !analysis_->token(i).capitalised) {
        continue;
      }
      return checked(phrase_from(number ? i + 1 : i, i));
    }
    return std::nullopt;
  }

  // "te brûler vive", "brûler vive la juge": where the object stands elsewhere, a word without a
  // determiner says how that will be left.
  [[nodiscard]] bool is_state(TokenIndex word) const {
    const bool object_next = word + 1 < words_.end && is_determiner_like(*analysis_, word + 1);
    return analysis_->language().grammar.adjective_after_noun &&
           (object_next || clause_.pronoun_precedes(word));
  }

  // A mark, a pronoun, or a preposition that opens a place or a time.
  [[nodiscard]] bool ends_object(TokenIndex i) const {
    if (clause_.ends_clause(i)) return true;
    if (is_determiner_like(*analysis_, i)) return false;
    if (analysis_->is(i, Tag::ObjectPronoun) || addresses(*analysis_, i)) return true;
    return analysis_->is(i, Tag::Preposition) && !analysis_->is(i, Tag::RecipientPreposition) &&
           !analysis_->is(i, Tag::AgainstPreposition);
  }

  // A capital that says more than that a sentence begins or that all is in capitals.
  [[nodiscard]] bool names(TokenRange phrase) const {
    if (analysis_->language().grammar.nouns_capitalised) return false;
    for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
      const Token& token = analysis_->token(i);
      const bool opens = i == 0 || analysis_->sentence_of(i - 1) != analysis_->sentence_of(i) ||
                         analysis_->token(i - 1).kind == TokenKind::Punctuation;
      if (token.capitalised && !token.all_caps && !opens) return true;
    }
    return false;
  }

  // An unknown word right after the verb is likelier its object than anything else.
  [[nodiscard]] bool plain_noun(TokenIndex i) const {
    return analysis_->token(i).kind == TokenKind::Word && !ends_noun_phrase(*analysis_, i) &&
           verb_moods(*analysis_, i) == 0 && !is_light(*analysis_, i);
  }

  [[nodiscard]] TokenRange phrase_from(TokenIndex from, TokenIndex begin) const {
    TokenRange phrase = noun_phrase_from(*analysis_, from);
    if (phrase.empty()) return phrase;
    phrase.begin = std::min(phrase.begin, begin);
    phrase.end =
        std::min(end_with_noun(phrase), phrase.begin >= words_.end ? object_end_ : words_.end);
    return phrase;
  }

  // "the Val-Doré mast": a name before its noun, where adjectives stand there too.
  [[nodiscard]] TokenIndex end_with_noun(TokenRange phrase) const {
    const Grammar& grammar = analysis_->language().grammar;
    const TokenIndex end = phrase.end;
    const bool may_follow = !grammar.adjective_after_noun && !grammar.nouns_capitalised &&
                            !grammar.no_capitals && end < words_.end &&
                            analysis_->is(phrase.begin, Tag::Definite) &&
                            analysis_->token(end - 1).capitalised && plain_noun(end);
    return may_follow ? end + 1 : end;
  }

  [[nodiscard]] std::optional<TokenRange> checked(TokenRange phrase) const {
    if (!check_->may_be_struck(phrase)) return std::nullopt;
    return phrase;
  }

  // "the accounts will be frozen": what stands before the auxiliaries, back to the clause's start.
  [[nodiscard]] std::optional<TokenRange> passive_subject(TokenRange verb) const {
    TokenIndex helper = kNoToken;
    for (TokenIndex i = verb.begin; i > words_.begin && verb.begin - i < kFrameReach; --i) {
      if (clause_.ends_clause(i - 1)) break;
      if (analysis_->is(i - 1, Tag::Copula)) helper = i - 1;
      if (analysis_->is(i - 1, Tag::FutureMarker) || analysis_->is(i - 1, Tag::Modal)) {
        if (helper != kNoToken) helper = i - 1;
      }
    }
    return helper == kNoToken ? std::nullopt : subject_before(helper);
  }

  [[nodiscard]] std::optional<TokenRange> subject_before(TokenIndex verb) const {
    TokenIndex first = verb;
    const TokenIndex begin = verb > own_begin_ ? own_begin_ : words_.begin;
    while (first > begin && verb - first < kFrameReach && !clause_.ends_clause(first - 1) &&
           !(first <= own_begin_ && analysis_->is(first - 1, Tag::Complementizer))) {
      --first;
    }
    while (first < verb &&
           (analysis_->is(first, Tag::Conjunction) || is_light(*analysis_, first))) {
      if (is_determiner_like(*analysis_, first)) break;
      ++first;
    }
    if (analysis_->is(first, Tag::Whoever)) return TokenRange{.begin = first, .end = verb};
    // "that the mayor": no demonstrative.
    if (first + 1 < verb && analysis_->is(first, Tag::Complementizer) &&
        is_determiner_like(*analysis_, first + 1)) {
      ++first;
    }
    TokenRange phrase = phrase_from(first, first);
    phrase.end = std::min(phrase.end, verb);
    // "Gebaut wird": a participle brought to the front is no subject. Where nouns have capitals,
    // the first word of a sentence may be one that the language file does not know.
    const bool opens =
        first == own_begin_ && analysis_->language().grammar.nouns_capitalised &&
        !is_speaker_noun(*analysis_, first) && !analysis_->is(first, Tag::GivenName) &&
        !analysis_->is(first, Tag::PlaceNoun) && analysis_->mention_at(first) == nullptr;
    const bool fronted =
        phrase.size() == 1 &&
        (opens || (verb_moods(*analysis_, first) & mood_bit(Mood::Participle)) != 0);
    return phrase.empty() || fronted ? std::nullopt : checked(phrase);
  }

  // "er werde ihr Haus anzünden": the object stands before a verb at the clause's end.
  [[nodiscard]] std::optional<TokenRange> phrase_before(TokenIndex verb) const {
    for (TokenIndex i = verb; i > words_.begin && verb - i < kFrameReach; --i) {
      if (ends_object(i - 1) || i <= own_begin_) return std::nullopt;
      const bool opens =
          is_determiner_like(*analysis_, i - 1) ||
          (analysis_->token(i - 1).capitalised && i >= 2 && !is_determiner_like(*analysis_, i - 2));
      if (!opens) continue;
      TokenRange phrase = phrase_from(i - 1, i - 1);
      phrase.end = std::min(phrase.end, verb);
      if (const auto fits = phrase.empty() ? std::nullopt : checked(phrase)) return fits;
    }
    return std::nullopt;
  }

  // "the stadium will be your grave": what somebody or something will be.
  [[nodiscard]] std::optional<TokenRange> of_predicate(TokenRange noun) const {
    for (TokenIndex back = 1; back <= kPredicateReach && noun.begin >= words_.begin + back;
         ++back) {
      if (analysis_->is(noun.begin - back, Tag::Copula)) return passive_subject(noun);
    }
    return std::nullopt;
  }

  // "an attack on the docks", "la guerre contre Kessovie".
  [[nodiscard]] std::optional<TokenRange> of_noun(TokenRange noun) const {
    if (const auto subject = of_predicate(noun)) return subject;
    for (TokenIndex i = noun.end; i < noun.end + kObjectReach && i < words_.end; ++i) {
      if (clause_.ends_clause(i)) return std::nullopt;
      const PhraseMatch* joint =
          analysis_->match_any(i, std::to_array({Tag::AgainstPreposition, Tag::Preposition}));
      if (joint == nullptr) continue;
      if (analysis_->is(i, Tag::Genitive)) return std::nullopt;
      const TokenIndex begin = i + joint->length;
      return begin < words_.end ? checked(phrase_from(begin, begin)) : std::nullopt;
    }
    return std::nullopt;
  }

  // "Whoever stays", "any ship that sails": the words that set the fate, up to the verb of it.
  [[nodiscard]] std::optional<TokenRange> of_whoever(TokenRange fate) const {
    TokenIndex end = fate.begin;
    while (end < fate.end && !clause_.ends_clause(end) && !analysis_->is(end, Tag::FutureMarker) &&
           (verb_moods(*analysis_, end) & mood_bit(Mood::Future)) == 0) {
      ++end;
    }
    // "wir werden euch alle töten": the infinitive that ends the clause is the deed.
    const bool deed = analysis_->language().grammar.participle_at_end && end == fate.begin + 2 &&
                      (verb_moods(*analysis_, end - 1) & mood_bit(Mood::Infinitive)) != 0;
    if (end <= fate.begin + 1 || deed) return std::nullopt;
    return TokenRange{.begin = fate.begin, .end = end};
  }

  const Analysis* analysis_;
  TokenRange words_;
  TokenIndex own_begin_ = 0;   // where the draft's own words begin
  TokenIndex object_end_ = 0;  // where what its last verb acts on ends: outside a fragment's marks
  VerbClause clause_;
  const TargetCheck* check_;
};

}  // namespace

std::optional<TokenRange> object_of_harm(const Analysis& analysis, const Draft& draft,
                                         const std::vector<Signal>& signals,
                                         const TargetCheck& check) {
  const ObjectFinder finder(analysis, draft, check);
  if (first_of(signals, ThreatRule::ThreatenedTo) != nullptr) {
    if (const auto party = finder.of_deed()) return party;
  }
  for (const Signal& signal : signals) {
    if (!finder.region().contains(signal.tokens.begin)) continue;
    if (const auto object = finder.find(signal)) return object;
  }
  return finder.first_struck();
}

}  // namespace dixit::parser
