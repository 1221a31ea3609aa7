#include "parser/quote/threat_target.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/quote/noun_phrase.h"

namespace dixit::parser {
namespace {

// Words between a harming verb and what it acts on.
constexpr TokenIndex kObjectReach = 4;

// Sentences back to look for whoever is addressed.
constexpr std::uint32_t kAddresseeReachSentences = 4;

bool names_somebody(const Analysis& analysis, const TokenRange& phrase) {
  return !phrase.empty() &&
         std::any_of(analysis.tokens().begin() + phrase.begin,
                     analysis.tokens().begin() + phrase.end,
                     [](const Token& token) { return token.kind != TokenKind::Punctuation; });
}

class TargetFinder {
 public:
  TargetFinder(const Analysis& analysis, const Draft& draft)
      : analysis_(&analysis), draft_(&draft) {}

  std::optional<model::Target> find(const std::vector<Signal>& signals) const {
    if (const auto object = object_of_cue()) return target(*object);
    const bool addressed = has(signals, SignalKind::Address) || has(signals, SignalKind::Order);
    if (!addressed || draft_->quotation.form == model::QuotationForm::Indirect) {
      if (const auto object = object_of_harm(signals)) return target(*object);
    }
    if (const auto addressee = recipient_of_cue()) return target(*addressee);
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
        if (!phrase.empty()) return phrase;
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
      if (!phrase.empty()) return phrase;
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
};

}  // namespace

std::optional<model::Target> find_target(const Analysis& analysis, const Draft& draft,
                                         const std::vector<Signal>& signals) {
  return TargetFinder(analysis, draft).find(signals);
}

}  // namespace dixit::parser
