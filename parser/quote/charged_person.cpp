#include "parser/quote/charged_person.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between the preposition and who is charged: his age, a place, an adverb.
constexpr TokenIndex kChargedReach = 6;

// Words between the subject of a passive and its participle.
constexpr TokenIndex kPassiveReach = 5;

class ChargedFinder {
 public:
  explicit ChargedFinder(const Clause& clause)
      : clause_(&clause), analysis_(&clause.analysis()), mentions_(&clause.mentions()) {}

  [[nodiscard]] std::optional<ChargedPerson> find() const {
    const TokenIndex preposition = governing_preposition();
    if (preposition == kNoToken || preposition <= clause_->frame().tokens.begin) {
      return std::nullopt;
    }
    const TokenIndex before = preposition - 1;
    if (mentions_->at(before) == kNoMention &&
        (verb_moods(*analysis_, before) & mood_bit(Mood::Participle)) != 0) {
      return by_passive(before);
    }
    return by_object(preposition);
  }

 private:
  // Not "after", "while" or "by": what threatens there is the clause's own subject.
  [[nodiscard]] TokenIndex governing_preposition() const {
    static const TagSet kGoverning =
        tag_set({Tag::Preposition, Tag::Genitive, Tag::InfinitiveMarker});
    TokenIndex at = clause_->cue().tokens.begin;
    const TokenIndex floor = clause_->frame().tokens.begin;
    if (analysis_->is_any(at, kGoverning)) ++at;
    while (at > floor && is_light(*analysis_, at - 1)) --at;
    if (at <= floor || !analysis_->is_any(at - 1, kGoverning)) return kNoToken;
    const bool gerund = clause_->cue().features.mood == Mood::Gerund;
    if (analysis_->is(at - 1, Tag::Subordinator)) return kNoToken;
    if (gerund && analysis_->is(at - 1, Tag::AgentPreposition)) return kNoToken;
    return at - 1;
  }

  // "Smith was accused of threatening"
  [[nodiscard]] std::optional<ChargedPerson> by_passive(TokenIndex participle) const {
    static const TagSet kHelpers = tag_set({Tag::Auxiliary, Tag::Modal});
    bool passive = false;
    const TokenIndex floor = clause_->frame().tokens.begin;
    TokenIndex at = participle;
    for (; at > floor && participle - at < kPassiveReach; --at) {
      const bool copula = analysis_->is(at - 1, Tag::Copula);
      if (!copula && !is_light(*analysis_, at - 1) && !analysis_->is_any(at - 1, kHelpers)) break;
      passive = passive || copula;
    }
    if (!passive || at <= floor) return std::nullopt;
    const MentionIndex subject = mentions_->at(at - 1);
    if (subject == kNoMention) return std::nullopt;
    return charged(mentions_->head_of(subject));
  }

  // "arrested Smith, 34, for threatening": an object, whose verb stands before it.
  [[nodiscard]] std::optional<ChargedPerson> by_object(TokenIndex preposition) const {
    const TokenIndex from = preposition - 1;
    const TokenIndex floor =
        std::max(clause_->frame().tokens.begin, from - std::min(from, kChargedReach));
    for (TokenIndex at = from; at > floor; --at) {
      if (const MentionIndex found = mentions_->at(at); found != kNoMention) {
        const MentionIndex head = mentions_->head_of(found);
        return follows_charge(head, preposition) ? charged(head) : std::nullopt;
      }
      const bool parenthesis = analysis_->mark(at) == ',' ||
                               analysis_->token(at).kind == TokenKind::Number ||
                               is_light(*analysis_, at);
      // "found Smith guilty of threatening"
      const bool verdict =
          at == from && !ends_noun_phrase(*analysis_, at) && verb_moods(*analysis_, at) == 0;
      if (!parenthesis && !verdict) return std::nullopt;
    }
    return std::nullopt;
  }

  // Whether the verb of which the mention is the object arrests, charges or judges. A participle
  // that follows a preposition tells as much of any verb: "fined Smith for threatening".
  [[nodiscard]] bool follows_charge(MentionIndex index, TokenIndex preposition) const {
    static const TagSet kCharging =
        tag_set({Tag::Charge, Tag::CoerceArrest, Tag::CoerceExpel, Tag::CoerceSue});
    // "accuse Smith de", but not "appelle Smith pour": a purpose is the subject's own.
    static const TagSet kBinding = tag_set({Tag::Genitive, Tag::InfinitiveMarker});
    TokenIndex begin = (*mentions_)[index].core.begin;
    // "a complaint against Smith for threatening"
    if (begin > 0 && analysis_->is(begin - 1, Tag::AgainstPreposition)) return reports_deed();
    const bool personal = begin > 0 && analysis_->is(begin - 1, Tag::RecipientPreposition);
    if (personal) --begin;
    if (begin <= clause_->frame().tokens.begin) return false;
    const TokenIndex verb = begin - 1;
    if (analysis_->token(verb).kind != TokenKind::Word) return false;
    if (analysis_->is_any(verb, kCharging)) return true;
    if (analysis_->is(verb, Tag::Judge) && analysis_->is_any(preposition, kBinding)) return true;
    // "por amenazar": what may be an agent's preposition gives a reason.
    const bool reason = analysis_->is(preposition, Tag::AgentPreposition);
    if ((personal && !reason) || (!personal && (*mentions_)[index].governed)) return false;
    return (reports_deed() || reason) && mentions_->at(verb) == kNoMention &&
           !ends_noun_phrase(*analysis_, verb);
  }

  // "for threatening", "pour avoir menacé", but not "pour menacer".
  [[nodiscard]] bool reports_deed() const {
    return clause_->cue().features.mood == Mood::Gerund ||
           clause_->cue().finite < clause_->cue().head;
  }

  [[nodiscard]] std::optional<ChargedPerson> charged(MentionIndex index) const {
    const Mention& mention = (*mentions_)[index];
    if (!mention.can_speak && mention.kind != MentionKind::Pronoun) return ChargedPerson{};
    return ChargedPerson{.subject = clause_->subject(index, "source.charged")};
  }

  const Clause* clause_;
  const Analysis* analysis_;
  const Mentions* mentions_;
};

}  // namespace

std::optional<ChargedPerson> charged_person(const Clause& clause) {
  if (clause.cue().tag != Tag::Threaten || !clause.cue().dependent) return std::nullopt;
  // Where verbs close the clause, who is charged stands in the dative before a comma.
  if (clause.grammar().participle_at_end) return std::nullopt;
  return ChargedFinder(clause).find();
}

}  // namespace dixit::parser
