#include "parser/quote/threat_parties.h"

#include <algorithm>
#include <array>
#include <optional>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/noun_phrase_reader.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a threat and the one who makes it or against whom it is made.
constexpr TokenIndex kPartyReach = 8;

// Words between a verb of threatening and its object, its agent or its auxiliary.
constexpr TokenIndex kVerbReach = 3;

// Words of a clause before the verb that ends it.
constexpr TokenIndex kClauseReach = 30;

// What is threatened with is not whom: "threats against X", but "threatened violence".
constexpr auto kHarm = std::to_array({Tag::HarmNoun, Tag::CoerceNoun, Tag::ThreatNoun});

// Words between a threat and the verb of receiving it: "received a letter full of threats".
constexpr TokenIndex kReceiverReach = 4;

class PartyFinder {
 public:
  PartyFinder(const Analysis& analysis, const std::vector<bool>& quoted)
      : analysis_(&analysis), quoted_(&quoted) {}

  ThreatParties find() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if ((*quoted_)[i]) continue;
      if (const PhraseMatch* verb = analysis_->match(i, Tag::Threaten)) {
        read_verb({.begin = i, .end = i + verb->length});
      } else if (const PhraseMatch* noun = analysis_->match(i, Tag::ThreatNoun)) {
        read_noun({.begin = i, .end = i + noun->length});
      }
    }
    for (auto* list : {&parties_.threateners, &parties_.threatened}) {
      std::stable_sort(list->begin(), list->end(),
                       [](const TokenRange& a, const TokenRange& b) { return a.begin < b.begin; });
    }
    return std::move(parties_);
  }

 private:
  [[nodiscard]] bool in_reach(TokenIndex a, TokenIndex b) const {
    return b < analysis_->size() && !(*quoted_)[b] && in_same_sentence(*analysis_, a, b) &&
           analysis_->token(b).kind != TokenKind::Punctuation;
  }

  // "X threatened Y", "Y was threatened by X", "Y menacé par X".
  void read_verb(TokenRange verb) {
    if (const auto agent = agent_after(verb)) {
      add(parties_.threateners, phrase_at(*agent));
      return add(parties_.threatened, phrase_before(verb.begin));
    }
    const TokenIndex begin = verb.begin - std::min(verb.begin, kPartyReach);
    const bool passive = is_passive(*analysis_, begin, verb.begin);
    if (passive || bare_participle(verb)) {
      return add(parties_.threatened, phrase_before(verb.begin, passive));
    }
    add(parties_.threateners, phrase_before(verb.begin));
    const TokenRange object = object_after(verb);
    add(parties_.threatened, object.empty() ? dative_before(verb.begin) : object);
  }

  // "X threatened with death", "X menacé d'exécution": a participle that no auxiliary makes past.
  [[nodiscard]] bool bare_participle(TokenRange verb) const {
    const unsigned moods = verb_moods(*analysis_, verb.begin);
    if ((moods & mood_bit(Mood::Participle)) == 0) return false;
    // There the auxiliary follows.
    if (analysis_->language().grammar.participle_at_end) return false;
    for (TokenIndex back = 1; back <= kVerbReach && verb.begin >= back; ++back) {
      if (!in_reach(verb.begin, verb.begin - back)) break;
      if (analysis_->is(verb.begin - back, Tag::Auxiliary)) return false;
    }
    if (moods == mood_bit(Mood::Participle)) return true;
    return in_reach(verb.begin, verb.end) && analysis_->is(verb.end, Tag::Preposition) &&
           !analysis_->is(verb.end, Tag::RecipientPreposition);
  }

  // Where the one begins who is named by "by".
  [[nodiscard]] std::optional<TokenIndex> agent_after(TokenRange words) const {
    for (TokenIndex i = words.end; i < words.end + kVerbReach && in_reach(words.begin, i); ++i) {
      const PhraseMatch* by = analysis_->match(i, Tag::AgentPreposition);
      if (by != nullptr) return i + by->length;
    }
    return std::nullopt;
  }

  [[nodiscard]] TokenRange object_after(TokenRange verb) const {
    for (TokenIndex i = verb.end; i < verb.end + kVerbReach && in_reach(verb.begin, i); ++i) {
      if (analysis_->is(i, Tag::Genitive) || analysis_->is(i, Tag::Complementizer)) return {};
      if (const TokenRange phrase = thing_at(i); !phrase.empty()) return phrase;
      if (!is_light(*analysis_, i) && !analysis_->is(i, Tag::RecipientPreposition)) return {};
    }
    return {};
  }

  // "hat in einem Brief einer Mutter … angedroht": where the verb ends its clause, whoever stands
  // in a case of objects, and is neither governed nor a noun's owner.
  [[nodiscard]] TokenRange dative_before(TokenIndex verb) const {
    static const TagSet kGovernors =
        tag_set({Tag::Preposition, Tag::ChannelPreposition, Tag::Genitive});
    if (!analysis_->language().grammar.participle_at_end) return {};
    const TokenIndex floor = verb - std::min(verb, kClauseReach);
    for (TokenIndex i = verb; i-- > floor;) {
      if (!in_reach(verb, i)) return {};
      if (!is_determiner_like(*analysis_, i) || i == 0) continue;
      const Mention mention = read_noun_phrase(*analysis_, i);
      const bool owner =
          analysis_->token(i - 1).kind == TokenKind::Word &&
          (analysis_->token(i - 1).capitalised || analysis_->is_any(i - 1, kGovernors) ||
           is_determiner_like(*analysis_, i - 1));
      if (!owner && mention.features.oblique && mention.can_speak) return mention.core;
    }
    return {};
  }

  // "threats against X", "threats by X"; "targeted by threats", "X received threats".
  void read_noun(TokenRange noun) {
    for (TokenIndex i = noun.end; i < noun.end + kPartyReach && in_reach(noun.begin, i); ++i) {
      if (const PhraseMatch* against = analysis_->match(i, Tag::AgainstPreposition)) {
        const TokenIndex begin = i + against->length;
        const TokenRange party = thing_after(begin);
        // "X examines threats against it": the sentence's subject.
        const bool self = party.empty() && in_reach(noun.begin, begin) &&
                          analysis_->is_any(begin, tag_set({Tag::Pronoun, Tag::ObjectPronoun}));
        add(parties_.threatened, self ? subject_like(begin, noun.begin) : party);
        break;
      }
      // "threats to X" stands together; "threats attributed to X" names who makes them.
      const PhraseMatch* to = analysis_->match(i, Tag::RecipientPreposition);
      const PhraseMatch* by = analysis_->match(i, Tag::AgentPreposition);
      if (to == nullptr && by == nullptr) continue;
      const bool reaches = by == nullptr && i == noun.end;
      const TokenIndex begin = i + (by != nullptr ? by : to)->length;
      if (reaches) {
        add(parties_.threatened, thing_after(begin));
      } else {
        add(parties_.threateners, phrase_at(begin));
      }
      break;
    }
    read_receiver(noun.begin);
  }

  void read_receiver(TokenIndex noun) {
    if (analysis_->language().grammar.verb_before_subject) {
      return add(parties_.threatened, receiver_behind_verb(noun));
    }
    for (TokenIndex back = 1; back <= kReceiverReach && noun >= back; ++back) {
      const TokenIndex i = noun - back;
      if (!in_reach(noun, i)) return;
      if (analysis_->is(i, Tag::AgentPreposition) || analysis_->is(i, Tag::Obtain)) {
        return add(parties_.threatened, phrase_before(i));
      }
      // "The mayor resigns after threats": whom they made act.
      if (analysis_->is(i, Tag::DeadlineOpener)) {
        return add(parties_.threatened, phrase_at(headline_subject(noun)));
      }
    }
  }

  // "Received the lawyer a letter of threats", where verbs come first.
  [[nodiscard]] TokenRange receiver_behind_verb(TokenIndex noun) const {
    for (TokenIndex back = 1; back <= kPartyReach && noun >= back; ++back) {
      const TokenIndex i = noun - back;
      if (!in_reach(noun, i)) return {};
      if (const PhraseMatch* verb = analysis_->match(i, Tag::Obtain)) {
        return phrase_at(i + verb->length);
      }
    }
    return {};
  }

  // The sentence's first phrase, where the pronoun can stand for it.
  [[nodiscard]] TokenRange subject_like(TokenIndex pronoun, TokenIndex noun) const {
    const PhraseMatch* match =
        analysis_->match_any(pronoun, std::to_array({Tag::Pronoun, Tag::ObjectPronoun}));
    const TokenIndex begin = headline_subject(noun);
    const Mention mention = read_noun_phrase(*analysis_, begin);
    const bool same = match != nullptr && match->entry.features.person == Person::Third &&
                      agree(match->entry.features, mention.features);
    return same ? phrase_at(begin) : TokenRange{};
  }

  // Where the sentence's first phrase begins, a place's name and a colon left out.
  [[nodiscard]] TokenIndex headline_subject(TokenIndex token) const {
    const TokenRange sentence = analysis_->sentences()[analysis_->sentence_of(token)];
    const TokenIndex limit = std::min(sentence.end, sentence.begin + kVerbReach);
    for (TokenIndex i = sentence.begin; i < limit; ++i) {
      if (analysis_->mark(i) == U':') return i + 1;
    }
    return sentence.begin;
  }

  // The name or the description of somebody that begins at the token.
  [[nodiscard]] TokenRange phrase_at(TokenIndex token) const {
    if (token >= analysis_->size()) return {};
    const Mention mention = read_noun_phrase(*analysis_, token);
    return mention.kind == MentionKind::Pronoun || !mention.can_speak ? TokenRange{} : mention.core;
  }

  // The same, or whatever a determiner or a name opens: countries and houses are threatened too.
  [[nodiscard]] TokenRange thing_at(TokenIndex token) const {
    if (token >= analysis_->size()) return {};
    const bool opens = is_determiner_like(*analysis_, token) || analysis_->token(token).capitalised;
    return opens ? thing_after(token) : phrase_at(token);
  }

  // What a preposition governs is a noun, with or without a determiner.
  [[nodiscard]] TokenRange thing_after(TokenIndex token) const {
    const TokenRange somebody = phrase_at(token);
    if (!somebody.empty() || token >= analysis_->size()) return somebody;
    if (analysis_->is_any(token, verb_tags())) return {};
    const TokenRange thing = noun_phrase_from(*analysis_, token);
    const bool harm = thing.empty() || std::any_of(kHarm.begin(), kHarm.end(), [&](Tag tag) {
                        return analysis_->is(thing.end - 1, tag);
                      });
    return harm ? TokenRange{} : thing;
  }

  // The longest such phrase that ends before the token, auxiliaries and adverbs between them.
  [[nodiscard]] TokenRange phrase_before(TokenIndex token, bool over_comma = false) const {
    TokenRange best;
    for (TokenIndex back = 1; back <= kPartyReach && token >= back; ++back) {
      const TokenIndex i = token - back;
      // "Piers Hollin, the mayor, was threatened": what an apposition is about stands before it.
      if (over_comma && best.empty() && analysis_->mark(i) == U',') continue;
      if (!in_reach(token, i)) break;
      const TokenRange phrase = phrase_at(i);
      if (phrase.empty() || phrase.end > token) continue;
      if (best.empty() || phrase.end >= best.end) best = phrase;
    }
    return with_owner(best);
  }

  // "the mayor of Tarnmouth": it is the mayor, not the town.
  [[nodiscard]] TokenRange with_owner(TokenRange phrase) const {
    const TokenIndex end = phrase.begin;
    if (phrase.empty() || end == 0 || !analysis_->is(end - 1, Tag::Genitive)) return phrase;
    for (TokenIndex back = 2; back <= kPartyReach && end >= back; ++back) {
      if (!in_reach(end, end - back)) break;
      const TokenRange owner = phrase_at(end - back);
      if (!owner.empty() && owner.end == end - 1) return {.begin = owner.begin, .end = phrase.end};
    }
    return phrase;
  }

  static void add(std::vector<TokenRange>& list, TokenRange phrase) {
    if (!phrase.empty()) list.push_back(phrase);
  }

  const Analysis* analysis_;
  const std::vector<bool>* quoted_;
  ThreatParties parties_;
};

}  // namespace

ThreatParties find_threat_parties(const Analysis& analysis, const std::vector<bool>& quoted) {
  return PartyFinder(analysis, quoted).find();
}

}  // namespace dixit::parser
