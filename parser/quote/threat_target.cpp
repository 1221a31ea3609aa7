#include "parser/quote/threat_target.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/quote/noun_phrase.h"

namespace dixit::parser {
namespace {

// Words between a harming verb and what it acts on.
constexpr TokenIndex kObjectReach = 4;

// Words between a threat and the one it is made against.
constexpr TokenIndex kPartyReach = 8;

// How many of those called threatened to try on either side of the words.
constexpr std::size_t kPartiesMax = 8;

// Sentences back to look for whoever is addressed.
constexpr std::uint32_t kAddresseeReachSentences = 4;

bool names_somebody(const Analysis& analysis, const TokenRange& phrase) {
  return !phrase.empty() &&
         std::any_of(analysis.tokens().begin() + phrase.begin,
                     analysis.tokens().begin() + phrase.end,
                     [](const Token& token) { return token.kind != TokenKind::Punctuation; });
}

bool opens_with_function_word(const Analysis& analysis, const TokenRange& phrase) {
  static const TagSet kFunction =
      tag_set({Tag::Subordinator, Tag::Pronoun, Tag::RelativePronoun, Tag::Complementizer,
               Tag::Conjunction, Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::FutureMarker,
               Tag::ConditionMarker, Tag::Weekday, Tag::Month});
  TokenIndex head = phrase.begin;
  while (head < phrase.end && is_determiner(analysis, head)) ++head;
  if (head >= phrase.end || analysis.is_any(head, kFunction)) return true;
  // "threats to kill": a verb, not somebody.
  return !analysis.token(head).capitalised && analysis.is_any(head, verb_tags()) &&
         !analysis.is(head, Tag::RoleNoun) && !analysis.is(head, Tag::GroupNoun);
}

// "our waters", "nos frères": what is the speaker's own is not what he would harm.
bool is_speakers_own(const Analysis& analysis, const TokenRange& phrase) {
  const PhraseMatch* possessive = analysis.match(phrase.begin, Tag::Possessive);
  return possessive != nullptr && possessive->entry.features.person == Person::First;
}

bool has_capital(const Analysis& analysis, const TokenRange& phrase) {
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.token(i).capitalised && !is_determiner(analysis, i)) return true;
  }
  return false;
}

class TargetFinder {
 public:
  TargetFinder(const Analysis& analysis, const Draft& draft,
               const std::vector<TokenRange>& threatened)
      : analysis_(&analysis), draft_(&draft), threatened_(&threatened) {}

  std::optional<model::Target> find(const std::vector<Signal>& signals) const {
    if (const auto object = object_of_cue()) return target(*object);
    const bool addressed = has(signals, SignalKind::Address) || has(signals, SignalKind::Order);
    if (!addressed || draft_->quotation.form == model::QuotationForm::Indirect) {
      if (const auto object = object_of_harm(signals)) return target(*object);
    }
    if (const auto addressee = recipient_of_cue()) return target(*addressee);
    if (const auto party = threatened_party()) return target(*party);
    if (const auto somebody = somebody_before()) return target(*somebody);
    if (const auto object = object_of_harm(signals)) return target(*object);
    return std::nullopt;
  }

 private:
  static bool has(const std::vector<Signal>& signals, SignalKind kind) {
    return std::any_of(signals.begin(), signals.end(),
                       [kind](const Signal& signal) { return signal.kind == kind; });
  }

  [[nodiscard]] bool in_words(TokenIndex i) const { return draft_->tokens.contains(i); }

  // "a menacé X de …", "warned X that …": between the cue and the words.
  [[nodiscard]] std::optional<TokenRange> object_of_cue() const {
    if (draft_->cue.empty() || draft_->tokens.begin < draft_->cue.end) return std::nullopt;
    if (draft_->cue_tag != Tag::Threaten && draft_->cue_tag != Tag::Warn) return std::nullopt;
    return noun_phrase_between(draft_->cue.end, draft_->tokens.begin);
  }

  [[nodiscard]] std::optional<TokenRange> noun_phrase_between(TokenIndex begin,
                                                              TokenIndex end) const {
    for (TokenIndex i = begin; i < end && i < begin + 2 * kObjectReach; ++i) {
      if (analysis_->token(i).kind == TokenKind::Punctuation) return std::nullopt;
      if (analysis_->is(i, Tag::Complementizer)) return std::nullopt;
      if (!is_determiner(*analysis_, i) && !analysis_->token(i).capitalised) continue;
      TokenRange phrase = noun_phrase_from(*analysis_, i);
      phrase.end = std::min(phrase.end, end);
      if (names_somebody(*analysis_, phrase) && !overlaps_source(phrase)) return phrase;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool overlaps_source(const TokenRange& phrase) const {
    return phrase.begin < draft_->source.end && draft_->source.begin < phrase.end;
  }

  // "raseront Port-Drova", "kill 10 judges"; of a passive the subject: "the accounts will be
  // frozen".
  [[nodiscard]] std::optional<TokenRange> object_of_harm(const std::vector<Signal>& signals) const {
    for (const Signal& signal : signals) {
      if (signal.kind != SignalKind::Harm && signal.kind != SignalKind::Coercion) continue;
      const TokenIndex end = std::min(draft_->tokens.end, signal.tokens.end + kObjectReach);
      for (TokenIndex i = signal.tokens.end; i < end; ++i) {
        if (analysis_->token(i).kind == TokenKind::Punctuation) break;
        const bool number = analysis_->token(i).kind == TokenKind::Number;
        if (!number && !is_determiner(*analysis_, i) && !analysis_->token(i).capitalised) continue;
        TokenRange phrase = noun_phrase_from(*analysis_, number ? i + 1 : i);
        phrase.begin = std::min(phrase.begin, i);
        phrase.end = std::min(phrase.end, draft_->tokens.end);
        if (phrase.empty() || is_speakers_own(*analysis_, phrase)) break;
        if (!opens_with_function_word(*analysis_, phrase)) return phrase;
      }
      if (const auto subject = passive_subject(signal)) return subject;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenRange> passive_subject(const Signal& signal) const {
    const TokenIndex begin = draft_->tokens.begin;
    for (TokenIndex i = signal.tokens.begin; i > begin && signal.tokens.begin - i < kObjectReach;
         --i) {
      if (!analysis_->is(i - 1, Tag::Copula)) continue;
      TokenIndex first = i - 1;
      while (first > begin && analysis_->token(first - 1).kind != TokenKind::Punctuation) --first;
      if (first + 1 >= i) return std::nullopt;
      TokenRange phrase = noun_phrase_from(*analysis_, first);
      phrase.end = std::min(phrase.end, i - 1);
      if (!phrase.empty() && !opens_with_function_word(*analysis_, phrase)) return phrase;
    }
    return std::nullopt;
  }

  // "told X", "à X": whom the cue says the words were spoken to.
  [[nodiscard]] std::optional<TokenRange> recipient_of_cue() const {
    if (draft_->cue.empty()) return std::nullopt;
    const TokenRange sentence = analysis_->sentences()[analysis_->sentence_of(draft_->cue.begin)];
    for (TokenIndex i = draft_->cue.end; i < sentence.end && i < draft_->cue.end + 2 * kObjectReach;
         ++i) {
      if (in_words(i)) break;
      const PhraseMatch* preposition = analysis_->match(i, Tag::RecipientPreposition);
      if (preposition == nullptr) continue;
      const TokenRange phrase = noun_phrase_from(*analysis_, i + preposition->length);
      if (names_somebody(*analysis_, phrase) && !overlaps_source(phrase)) return phrase;
    }
    return std::nullopt;
  }

  // Whom the reporter calls threatened, nearest before the words, then after them; a name rather
  // than a description.
  [[nodiscard]] std::optional<TokenRange> threatened_party() const {
    const auto first_after = std::lower_bound(
        threatened_->begin(), threatened_->end(), draft_->tokens.begin,
        [](const TokenRange& party, TokenIndex token) { return party.begin < token; });
    for (const bool named : {true, false}) {
      std::size_t seen = 0;
      for (auto party = first_after; party != threatened_->begin() && seen < kPartiesMax; ++seen) {
        --party;
        if (fits(*party, named)) return *party;
      }
      seen = 0;
      for (auto party = first_after; party != threatened_->end() && seen < kPartiesMax;
           ++party, ++seen) {
        if (fits(*party, named)) return *party;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool fits(const TokenRange& party, bool named) const {
    return (!named || has_capital(*analysis_, party)) && !overlaps_source(party) &&
           !is_speaker(party) && !in_words(party.begin) && !is_carrier(party);
  }

  // The last name before the words that is not the speaker's.
  [[nodiscard]] std::optional<TokenRange> somebody_before() const {
    if (draft_->tokens.begin == 0 || draft_->tokens.begin >= analysis_->size()) return std::nullopt;
    const std::uint32_t here = analysis_->sentence_of(draft_->tokens.begin);
    for (TokenIndex i = draft_->tokens.begin; i > 0;) {
      --i;
      if (analysis_->sentence_of(i) + kAddresseeReachSentences < here) return std::nullopt;
      const Token& token = analysis_->token(i);
      const bool opens = i == 0 || analysis_->sentence_of(i - 1) != analysis_->sentence_of(i);
      if (!token.capitalised || opens || analysis_->is(i, Tag::NotName) ||
          analysis_->is(i, Tag::Month) || analysis_->is(i, Tag::Weekday)) {
        continue;
      }
      TokenIndex begin = i;
      while (begin > 0 && analysis_->token(begin - 1).capitalised &&
             analysis_->sentence_of(begin - 1) == analysis_->sentence_of(i)) {
        --begin;
      }
      const TokenRange name{.begin = begin, .end = i + 1};
      if (!overlaps_source(name) && !is_speaker(name) && !is_carrier(name)) return name;
      i = begin;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_speaker(const TokenRange& name) const {
    if (!draft_->quotation.source) return false;
    const std::string speaker = entity_key(draft_->quotation.source->name);
    const std::string here = entity_key(analysis_->text_of(name));
    const EntityMention* mention = analysis_->mention_at(name.end - 1);
    const bool same_entity =
        mention != nullptr && !draft_->quotation.source->entity.empty() &&
        analysis_->entities().all()[mention->entity].id == draft_->quotation.source->entity;
    return same_entity || speaker.find(here) != std::string::npos;
  }

  [[nodiscard]] bool is_carrier(const TokenRange& name) const {
    const EntityMention* mention = analysis_->mention_at(name.end - 1);
    if (mention == nullptr) return false;
    const EntityKind kind = analysis_->entities().all()[mention->entity].kind;
    return kind == EntityKind::Agency || kind == EntityKind::Monitor || kind == EntityKind::Outlet;
  }

  [[nodiscard]] model::Target target(const TokenRange& tokens) const {
    model::Target target{.span = byte_span(*analysis_, tokens),
                         .name = std::string(analysis_->text_of(tokens))};
    for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
      const EntityMention* mention = analysis_->mention_at(i);
      if (mention == nullptr) continue;
      const Entity& entity = analysis_->entities().all()[mention->entity];
      target.entity = entity.id;
      target.type = target_type_of(entity.kind);
      break;
    }
    return target;
  }

  const Analysis* analysis_;
  const Draft* draft_;
  const std::vector<TokenRange>* threatened_;
};

// Reads one text for those who are threatened in it.
class ThreatenedFinder {
 public:
  ThreatenedFinder(const Analysis& analysis, const std::vector<bool>& quoted)
      : analysis_(&analysis), quoted_(&quoted) {}

  std::vector<TokenRange> find() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if ((*quoted_)[i]) continue;
      if (const PhraseMatch* verb = analysis_->match(i, Tag::Threaten)) read_verb(*verb);
      if (const PhraseMatch* noun = analysis_->match(i, Tag::ThreatNoun)) read_noun(*noun);
    }
    std::stable_sort(parties_.begin(), parties_.end(),
                     [](const TokenRange& a, const TokenRange& b) { return a.begin < b.begin; });
    return std::move(parties_);
  }

 private:
  // "X menacé par Y", "X was threatened"; "threatened X".
  void read_verb(const PhraseMatch& verb) {
    const TokenIndex end = verb.begin + verb.length;
    bool passive = verb.begin > 0 && analysis_->is(verb.begin - 1, Tag::Copula);
    for (TokenIndex i = end; i < end + 2 && in_reach(verb.begin, i); ++i) {
      passive = passive || analysis_->is(i, Tag::AgentPreposition);
    }
    if (passive) return add_name_before(verb.begin);
    for (TokenIndex i = end; i < end + 2 && in_reach(verb.begin, i); ++i) {
      if (analysis_->is(i, Tag::Genitive) || analysis_->is(i, Tag::Complementizer)) return;
      if (is_determiner(*analysis_, i) || analysis_->token(i).capitalised) return add_phrase(i);
    }
  }

  // "threats against X", "menaces … contre X"; "targeted by threats"; "X received threats".
  void read_noun(const PhraseMatch& noun) {
    const TokenIndex end = noun.begin + noun.length;
    for (TokenIndex i = end; i < end + kPartyReach && in_reach(noun.begin, i); ++i) {
      const PhraseMatch* towards = analysis_->match(i, Tag::RecipientPreposition);
      if (towards == nullptr) continue;
      add_phrase(i + towards->length);
      break;
    }
    for (TokenIndex back = 1; back <= 3 && back <= noun.begin; ++back) {
      const TokenIndex i = noun.begin - back;
      if (!in_reach(noun.begin, i)) return;
      if (analysis_->is(i, Tag::AgentPreposition) || analysis_->is(i, Tag::Obtain)) {
        return add_name_before(i);
      }
    }
  }

  [[nodiscard]] bool in_reach(TokenIndex a, TokenIndex b) const {
    return b < analysis_->size() && !(*quoted_)[b] &&
           analysis_->sentence_of(a) == analysis_->sentence_of(b) &&
           analysis_->token(b).kind != TokenKind::Punctuation;
  }

  void add_phrase(TokenIndex begin) {
    if (begin >= analysis_->size()) return;
    const TokenRange phrase = noun_phrase_from(*analysis_, begin);
    if (!phrase.empty() && !opens_with_function_word(*analysis_, phrase)) {
      parties_.push_back(phrase);
    }
  }

  // The name that ends nearest before the token, else the noun phrase there.
  void add_name_before(TokenIndex token) {
    TokenIndex end = token;
    for (TokenIndex back = 1; back <= kPartyReach && back <= token; ++back) {
      const TokenIndex i = token - back;
      if (!in_reach(token, i)) break;
      if (!analysis_->token(i).capitalised || analysis_->is(i, Tag::Definite)) continue;
      end = i + 1;
      break;
    }
    if (end == token) return;
    TokenIndex begin = end - 1;
    while (begin > 0 && in_reach(token, begin - 1) && analysis_->token(begin - 1).capitalised) {
      --begin;
    }
    parties_.push_back({.begin = begin, .end = end});
  }

  const Analysis* analysis_;
  const std::vector<bool>* quoted_;
  std::vector<TokenRange> parties_;
};

}  // namespace

std::vector<TokenRange> find_threatened(const Analysis& analysis, const std::vector<bool>& quoted) {
  return ThreatenedFinder(analysis, quoted).find();
}

std::optional<model::Target> find_target(const Analysis& analysis, const Draft& draft,
                                         const std::vector<Signal>& signals,
                                         const std::vector<TokenRange>& threatened) {
  return TargetFinder(analysis, draft, threatened).find(signals);
}

}  // namespace dixit::parser
