#include "parser/quote/harm_verbs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "parser/quote/foretold.h"
#include "parser/quote/harmless_object.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

constexpr auto kViolent = std::to_array({Tag::HarmKill, Tag::HarmAttack, Tag::HarmAbduct,
                                         Tag::HarmDestroy, Tag::HarmInjure, Tag::HarmWar});
constexpr auto kCoercive =
    std::to_array({Tag::CoerceSanction, Tag::CoerceArrest, Tag::CoerceExpel, Tag::CoerceStop,
                   Tag::CoerceStrike, Tag::CoerceSue, Tag::CoerceReveal});

// Anybody may leave, close or publish: a threat only from the one who would do it.
constexpr auto kOwnActs = std::to_array({Tag::CoerceStop, Tag::CoerceStrike, Tag::CoerceReveal});

// Words between a determiner and its noun.
constexpr TokenIndex kModifiersMax = 3;

// Words after a harming verb in which what it strikes may stand.
constexpr TokenIndex kObjectReach = 4;

// Words between a passive and its subject.
constexpr TokenIndex kSubjectReach = 6;

// Words between a verb and the limb that it strikes: "cut off both of his hands".
constexpr TokenIndex kLimbReach = 5;

// "The killers will be punished".
bool punishes_wrongdoer(const Analysis& analysis, const VerbClause& clause,
                        const VerbReading& verb) {
  if (!clause.passive(verb)) return false;
  for (TokenIndex back = 1; back <= kSubjectReach && verb.tokens.begin >= back; ++back) {
    const TokenIndex i = verb.tokens.begin - back;
    if (!clause.words().contains(i) || clause.ends_clause(i)) return false;
    if (analysis.is(i, Tag::WrongdoerNoun)) return true;
  }
  return false;
}

class HarmVerbReader {
 public:
  HarmVerbReader(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb,
                 std::vector<Signal>& signals)
      : analysis_(&analysis), clause_(&clause), verb_(verb), signals_(&signals) {}

  void read(SignalKind kind) {
    // "morirá gente": a verb that befalls, foretold of anybody, is no deed.
    const auto befalls = clause_->future(verb_);
    if (befalls && analysis_->is(verb_.tokens.begin, Tag::Pay) && foretold(*befalls)) return;
    // "Withdraw the article": what is demanded is not what is threatened.
    if (kind == SignalKind::Coercion && incited()) return;
    if (clause_->conditional(verb_.tokens.begin) && !clause_->own_subject(verb_)) return;
    if (tells_who()) return;
    add(rule_for(kind));
    const bool pursued = strikes_wrongdoer(*analysis_, *clause_, verb_.tokens) ||
                         punishes_wrongdoer(*analysis_, *clause_, verb_);
    if (pursued && verb_.tag != Tag::HarmKill) add(ThreatRule::Pursuit);
    if (const auto future = clause_->future(verb_)) {
      const bool own = clause_->own_subject(verb_);
      const bool others = !own && !told_without_subject();
      add(others ? ThreatRule::OthersWill : ThreatRule::FutureHarm, *future);
      if (!own && kind == SignalKind::Harm && foretold(*future)) add(ThreatRule::Foretold);
      if (own && clause_->indirect()) add_own_deed();
      if (own && !clause_->indirect()) add(ThreatRule::OwnHand);
    } else if (kind == SignalKind::Harm && incited()) {
      add(ThreatRule::IncitedHarm);
    } else if (present()) {
      add(ThreatRule::PresentHarm);
    } else if (clause_->past(verb_)) {
      add(ThreatRule::Past);
    } else if (kind == SignalKind::Harm && is_hypothetical(*analysis_, *clause_, verb_)) {
      add(ThreatRule::Foretold);
    }
    if (claimed()) add(ThreatRule::ClaimedHarm);
    if (clause_->negated(verb_.tokens.begin)) add(ThreatRule::Negated);
    if (clause_->strikes_speaker(verb_)) add(ThreatRule::AgainstSpeaker);
  }

 private:
  void add(ThreatRule rule) { add(rule, verb_.tokens); }
  void add(ThreatRule rule, TokenRange tokens) {
    signals_->push_back({.rule = rule, .tokens = tokens, .harm = verb_.tag});
  }

  // "the man who killed her": a past that says who somebody is.
  [[nodiscard]] bool tells_who() const {
    const TokenIndex verb = verb_.tokens.begin;
    return verb > clause_->words().begin && analysis_->is(verb - 1, Tag::RelativePronoun) &&
           verb_.may_be(Mood::Participle) && !verb_.may_be(Mood::Infinitive) &&
           !analysis_->is(verb - 1, Tag::Definite);
  }

  // A passive hides who acts, and an order or a reported deed is no prediction.
  [[nodiscard]] bool foretold(TokenRange future) const {
    return !clause_->passive(verb_) && !clause_->commissive() &&
           is_foretold(*analysis_, *clause_, verb_, future);
  }

  // "that they would kill him": a deed that strikes a person, not "that he would kill the bill".
  void add_own_deed() {
    const std::optional<Person> struck = clause_->struck_person(verb_);
    if (struck == Person::First) add(ThreatRule::StrikesWitness);
    if (struck == Person::First || struck == Person::Third) add(ThreatRule::OwnDeed);
  }

  [[nodiscard]] ThreatRule rule_for(SignalKind kind) const {
    if (kind == SignalKind::Coercion) {
      if (!is_own_act() || clause_->commissive() || clause_->fragment()) {
        return ThreatRule::CoercionVerb;
      }
      return act_of_others() ? ThreatRule::OthersAct : ThreatRule::OwnAct;
    }
    const bool only_gerund = verb_.moods == 1U << static_cast<unsigned>(Mood::Gerund);
    return only_gerund ? ThreatRule::HarmGerund : ThreatRule::HarmVerb;
  }

  [[nodiscard]] bool is_own_act() const {
    return std::find(kOwnActs.begin(), kOwnActs.end(), verb_.tag) != kOwnActs.end();
  }

  [[nodiscard]] bool act_of_others() const {
    return !clause_->own_subject(verb_) && !verb_.may_be(Mood::Participle) &&
           verb_.tokens.begin != clause_->words().begin;
  }

  // A passive hides who acts, reported words leave him to the cue; a subject that is named is
  // somebody else.
  [[nodiscard]] bool told_without_subject() const {
    return clause_->passive(verb_) || clause_->commissive() || clause_->fragment() ||
           clause_->opens_clause(verb_.tokens.begin);
  }

  // "Kill them": an order to others opens its clause.
  [[nodiscard]] bool incited() const {
    const TokenIndex i = verb_.tokens.begin;
    if (clause_->indirect()) return false;
    if (i != clause_->words().begin && !clause_->ends_clause(i - 1)) return false;
    return std::any_of(
        analysis_->matches(i).begin(), analysis_->matches(i).end(),
        [](const PhraseMatch& match) { return match.entry.features.mood == Mood::Imperative; });
  }

  // "ou on te casse les bras": a present that strikes whoever is addressed.
  [[nodiscard]] bool present() const {
    return verb_.may_be(Mood::Indicative) && clause_->own_subject(verb_) &&
           clause_->addressed_object(verb_);
  }

  // "We burned the mast": harm that the speaker says he did.
  [[nodiscard]] bool claimed() const {
    return verb_.may_be(Mood::Participle) && !clause_->reported() && !clause_->future(verb_) &&
           clause_->own_subject(verb_) && !clause_->negated(verb_.tokens.begin);
  }

  const Analysis* analysis_;
  const VerbClause* clause_;
  VerbReading verb_;
  std::vector<Signal>* signals_;
};

// "the end of", "an attack", "a single shell": a form that is a noun here.
bool is_noun(const Analysis& analysis, const VerbReading& verb) {
  if (verb.tokens.size() > 1 || verb.may_be(Mood::Future)) return false;
  static const TagSet kArticles = tag_set({Tag::Indefinite, Tag::Demonstrative});
  static const TagSet kDeterminers =
      tag_set({Tag::Indefinite, Tag::Demonstrative, Tag::Definite, Tag::Possessive});
  for (TokenIndex back = 1; back <= kModifiersMax && back <= verb.tokens.begin; ++back) {
    const TokenIndex i = verb.tokens.begin - back;
    if (analysis.is_any(i, kDeterminers)) {
      // "the wounded", "les blessés": no participle of a verb group follows its determiner.
      if (back == 1 && verb.moods == mood_bit(Mood::Participle)) return true;
      if (back == 1 && verb.may_be(Mood::Participle) && !analysis.is(i, Tag::ObjectPronoun)) {
        return !analysis.language().grammar.participle_at_end;
      }
      // "nous le tuerons", "das Haus zerstört": a pronoun or a noun's own article.
      if (analysis.is(i, Tag::ObjectPronoun) && !analysis.is(verb.tokens.end, Tag::Genitive)) {
        return false;
      }
      return analysis.is_any(i, kArticles) || !verb.may_be(Mood::Participle);
    }
    if (ends_noun_phrase(analysis, i) || verb_moods(analysis, i) != 0) return false;
    if (analysis.language().grammar.participle_at_end) return false;
  }
  return false;
}

// Whether a word of some tags follows the verb in its clause, or stands before it where verbs
// close the clause.
bool strikes_any(const Analysis& analysis, const VerbClause& clause, TokenRange verb,
                 const TagSet& tags) {
  for (TokenIndex i = verb.end; i < verb.end + kObjectReach && i < analysis.size(); ++i) {
    if (clause.ends_clause(i)) break;
    if (analysis.is_any(i, tags)) return true;
  }
  if (!analysis.language().grammar.participle_at_end) return false;
  for (TokenIndex back = 1; back <= kObjectReach && verb.begin >= back; ++back) {
    const TokenIndex i = verb.begin - back;
    if (!clause.words().contains(i) || clause.ends_clause(i)) break;
    if (analysis.is(i, Tag::FutureMarker)) break;
    if (analysis.is_any(i, tags)) return true;
  }
  return false;
}

// "destroy poverty": what nobody minds being struck.
bool strikes_hazard(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb) {
  return strikes_any(analysis, clause, verb.tokens, tag_set({Tag::HazardNoun}));
}

// "We will strike on Friday if nobody pays": a blow that is a stoppage too is one where a union or
// its people speak, and only there.
bool read_otherwise(const Analysis& analysis, const VerbClause& clause, const VerbReading& verb) {
  if (verb.tag != Tag::HarmAttack && verb.tag != Tag::CoerceStrike) return false;
  const bool stoppage = verb.tag == Tag::CoerceStrike;
  const auto other = read_verb(analysis, verb.tokens.begin,
                               std::to_array({stoppage ? Tag::HarmAttack : Tag::CoerceStrike}));
  return other && other->tokens == verb.tokens && stoppage != clause.by_labour();
}

// "his hand", but not the speaker's own.
bool is_anothers_limb(const Analysis& analysis, TokenIndex token) {
  if (!analysis.is(token, Tag::Limb)) return false;
  const PhraseMatch* owner = token > 0 ? analysis.match(token - 1, Tag::Possessive) : nullptr;
  return owner == nullptr || owner->entry.features.person != Person::First;
}

// Whether a limb follows the verb in its clause, or stands before it where verbs close the clause.
bool strikes_limb(const Analysis& analysis, const VerbClause& clause, TokenRange verb) {
  for (TokenIndex i = verb.end; i < verb.end + kLimbReach && clause.words().contains(i); ++i) {
    if (clause.ends_clause(i)) break;
    if (is_anothers_limb(analysis, i)) return true;
  }
  if (!analysis.language().grammar.participle_at_end) return false;
  for (TokenIndex back = 1; back <= kLimbReach && verb.begin >= back; ++back) {
    const TokenIndex i = verb.begin - back;
    if (!clause.words().contains(i) || clause.ends_clause(i)) break;
    if (is_anothers_limb(analysis, i)) return true;
  }
  return false;
}

// "finish you off", "said they would finish me off", "threatened to finish him off", but not "we
// will bury him on Friday".
bool strikes_somebody(const VerbClause& clause, const VerbReading& verb) {
  const std::optional<Person> struck = clause.struck_person(verb);
  if (struck == Person::First) return clause.indirect();
  return struck == Person::Second || (struck && clause.commissive());
}

// An everyday verb that harms by what it strikes: a limb, or somebody.
std::optional<VerbReading> harm_by_object(const Analysis& analysis, const VerbClause& clause,
                                          TokenIndex token) {
  if (auto verb = read_verb(analysis, token, std::to_array({Tag::HarmLimb}));
      verb && !is_noun(analysis, *verb) && strikes_limb(analysis, clause, verb->tokens)) {
    verb->tag = Tag::HarmInjure;
    return verb;
  }
  if (auto verb = read_verb(analysis, token, std::to_array({Tag::HarmPerson}));
      verb && !is_noun(analysis, *verb) && strikes_somebody(clause, *verb)) {
    verb->tag = Tag::HarmKill;
    return verb;
  }
  return std::nullopt;
}

}  // namespace

bool is_violent_harm(Tag tag) {
  return std::find(kViolent.begin(), kViolent.end(), tag) != kViolent.end() || tag == Tag::HarmNoun;
}

bool is_coercive_harm(Tag tag) {
  return std::find(kCoercive.begin(), kCoercive.end(), tag) != kCoercive.end() ||
         tag == Tag::CoerceNoun;
}

bool strikes_wrongdoer(const Analysis& analysis, const VerbClause& clause, TokenRange verb) {
  return strikes_any(analysis, clause, verb, tag_set({Tag::WrongdoerNoun}));
}

void read_harm_verb(const Analysis& analysis, const VerbClause& clause, TokenIndex token,
                    std::vector<Signal>& signals) {
  // "cut off his hand": bodily harm, though "cut off the gas" is another.
  if (const auto verb = harm_by_object(analysis, clause, token)) {
    HarmVerbReader(analysis, clause, *verb, signals).read(SignalKind::Harm);
    return;
  }
  for (const auto& [tags, kind] :
       {std::pair{std::span<const Tag>(kViolent), SignalKind::Harm},
        std::pair{std::span<const Tag>(kCoercive), SignalKind::Coercion}}) {
    const std::optional<VerbReading> verb = read_verb(analysis, token, tags);
    if (!verb || is_noun(analysis, *verb)) continue;
    if (strikes_harmless(analysis, clause, verb->tokens)) continue;
    if (strikes_hazard(analysis, clause, *verb) || read_otherwise(analysis, clause, *verb))
      continue;
    HarmVerbReader(analysis, clause, *verb, signals).read(kind);
  }
}

}  // namespace dixit::parser
