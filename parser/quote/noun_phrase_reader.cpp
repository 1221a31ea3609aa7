#include "parser/quote/noun_phrase_reader.h"

#include <algorithm>

#include "parser/quote/determiners.h"
#include "parser/quote/name_end.h"
#include "parser/quote/noun_chain.h"
#include "parser/quote/noun_kinds.h"
#include "parser/quote/owner_apostrophe.h"
#include "parser/quote/particle_names.h"
#include "parser/quote/pronoun_reader.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// A noun phrase longer than this has run into the next clause.
constexpr TokenIndex kNounPhraseTokensMax = 14;

// Words that a bare noun phrase may put before its head: "senior White House officials".
constexpr TokenIndex kBareModifiersMax = 4;

// Adjectives unknown to the language file that may follow a noun where adjectives do.
constexpr int kTrailingAdjectivesMax = 2;

template <typename E>
void settle(E& known, E stated) {
  if (known == E::Any) known = stated;
}

// Reads one noun phrase from left to right.
class NounPhrase {
 public:
  NounPhrase(const Analysis& analysis, TokenIndex begin)
      : analysis_(&analysis),
        begin_(begin),
        at_(begin),
        end_(std::min(analysis.sentences()[analysis.sentence_of(begin)].end,
                      begin + kNounPhraseTokensMax)) {}

  Mention read() {
    if (std::optional<Mention> pronoun = read_pronoun(*analysis_, begin_, end_)) return *pronoun;
    Mention mention;
    mention.tokens = mention.core = {.begin = begin_, .end = begin_};
    read_determiners();
    if (!determined_ && !may_begin_bare()) return mention;
    while (at_ < end_ && take()) {
    }
    if (nouns_ == 0) return mention;
    mention.tokens = mention.core = {.begin = begin_, .end = last_noun_ + 1};
    features_.oblique = features_.oblique || has_oblique_determiner();
    mention.features = features_;
    mention.kind = names_ > 0 ? MentionKind::Name : MentionKind::Description;
    mention.can_speak = (names_ > 0 || speaker_nouns_ > 0) && !is_body_part();
    mention.person = person_ || (names_ > 1 && !determined_) || speaker_nouns_ > 0;
    mention.head = names_ > 0 ? last_noun_ : head();
    mention.carrier = names_ == 0 && is_carrier_noun(*analysis_, mention.head);
    mention.body = is_body_noun(*analysis_, mention.head);
    return mention;
  }

 private:
  // The noun that the phrase is about: the last one, or the first where adjectives follow theirs.
  [[nodiscard]] TokenIndex head() const {
    return analysis_->language().grammar.adjective_after_noun ? first_noun_ : last_noun_;
  }

  // "his head": a part of a body is nobody.
  [[nodiscard]] bool is_body_part() const {
    return determined_ && names_ == 0 && analysis_->is(begin_, Tag::Possessive) &&
           analysis_->is(head(), Tag::BodyPart) && !analysis_->is(last_noun_ + 1, Tag::Genitive);
  }

  void note(const Features& stated) {
    settle(features_.gender, stated.gender);
    settle(features_.number, stated.number);
    features_.oblique = features_.oblique || stated.oblique;
  }

  void read_determiners() {
    const Determiners found = dixit::parser::read_determiners(*analysis_, at_, end_);
    determiners_ = found;
    determined_ = !found.tokens.empty();
    at_ = std::max(at_, found.tokens.end);
    note(found.features);
  }

  // "der Richterin": of the readings of the determiner only those count that agree with the noun,
  // and the noun must be the head: not "der EU-Beauftragte", "der Bremer Forscher".
  [[nodiscard]] bool has_oblique_determiner() const {
    return determined_ && first_noun_ == determiners_.tokens.end &&
           is_speaker_noun(*analysis_, first_noun_) && analysis_->mark(first_noun_ + 1) != U'-' &&
           names_ + 1 >= nouns_ && is_oblique_before(*analysis_, determiners_, first_noun_);
  }

  [[nodiscard]] bool at_sentence_start() const {
    return analysis_->sentences()[analysis_->sentence_of(begin_)].begin == begin_;
  }

  [[nodiscard]] bool may_begin_bare() const {
    if (begin_ >= end_) return false;
    if (begins_with_particle()) return true;
    if (is_month_as_name(*analysis_, begin_)) return true;
    if (ends_noun_phrase(*analysis_, begin_)) return false;
    // "disse-nos o homem": what is cut off a verb's end begins nothing.
    if (analysis_->token(begin_).joined && analysis_->is(begin_, Tag::Enclitic)) return false;
    const Token& first = analysis_->token(begin_);
    if (analysis_->language().grammar.no_capitals) return may_begin_uncased();
    if (analysis_->mention_at(begin_) != nullptr) return true;
    // "had left Gavin Trask": behind an auxiliary a participle stands, not a noun.
    const bool participle = begin_ > 0 && analysis_->is(begin_ - 1, Tag::Auxiliary) &&
                            may_be_name(*analysis_, begin_ + 1) && !first.capitalised;
    if (participle) return false;
    if (is_speaker_noun(*analysis_, begin_) && !reads_as_verb(begin_)) return true;
    if (may_be_name(*analysis_, begin_)) {
      if (analysis_->is(begin_, Tag::Title) || analysis_->is(begin_, Tag::GivenName)) return true;
      if (analysis_->is(begin_, Tag::NotName)) return false;
      if (analysis_->is(begin_, Tag::TimeUnit) && !capital_tells()) return false;
      if (!at_sentence_start()) return true;
      return verb_moods(*analysis_, begin_) == 0 || may_be_name(*analysis_, begin_ + 1);
    }
    if (analysis_->is(begin_, Tag::Title) && may_be_name(*analysis_, begin_ + 2)) return true;
    if (first.kind == TokenKind::Punctuation) return false;
    return speaker_noun_within(begin_, kBareModifiersMax);
  }

  // "Von der Aue sagte": a sentence may open with the particle of a name where its verb follows.
  [[nodiscard]] bool begins_with_particle() const {
    if (opens_particle_name(*analysis_, begin_)) return true;
    const PhraseMatch* particle = analysis_->match(begin_, Tag::NameParticle);
    if (particle == nullptr || !may_be_name(*analysis_, begin_) || !at_sentence_start()) {
      return false;
    }
    const TokenIndex name = begin_ + particle->length;
    return name + 1 < end_ && may_be_name(*analysis_, name) &&
           (verb_moods(*analysis_, name + 1) & kFiniteMoods) != 0;
  }

  // Whether the capital of the first word is neither every noun's nor its sentence's.
  [[nodiscard]] bool capital_tells() const {
    return !analysis_->language().grammar.nouns_capitalised && !at_sentence_start();
  }

  // Without capitals and with the article inside the word every word of content may begin one.
  [[nodiscard]] bool may_begin_uncased() const {
    return analysis_->token(begin_).kind == TokenKind::Word &&
           !analysis_->is(begin_, Tag::ObjectPronoun) &&
           (verb_moods(*analysis_, begin_) == 0 || is_speaker_noun(*analysis_, begin_));
  }

  // Whether nothing but plain words stands between here and a noun that can speak.
  [[nodiscard]] bool speaker_noun_within(TokenIndex from, TokenIndex reach) const {
    for (TokenIndex i = from; i < end_ && i < from + reach; ++i) {
      if (is_speaker_noun(*analysis_, i)) return true;
      if (i > from && is_determiner_like(*analysis_, i)) return false;
      if (ends_noun_phrase(*analysis_, i) || verb_moods(*analysis_, i) != 0) return false;
    }
    return false;
  }

  // A finite verb where a noun would be as possible: the next word decides.
  [[nodiscard]] bool reads_as_verb(TokenIndex token) const {
    const unsigned moods = verb_moods(*analysis_, token);
    if ((moods & kFiniteMoods) == 0) return (moods & mood_bit(Mood::Gerund)) != 0;
    if (token == begin_ && !determined_) return false;
    // "la femme que le maire accuse a dit": the relative clause has its own verb.
    if (nouns_ > 0 && begin_ > 0 && analysis_->is(begin_ - 1, Tag::RelativePronoun)) return true;
    const bool verb_follows = (verb_moods(*analysis_, token + 1) & kFiniteMoods) != 0 &&
                              in_same_sentence(*analysis_, token, token + 1);
    return !verb_follows;
  }

  // Takes the token at at_ into the phrase, or says that the phrase has ended.
  bool take() {
    const Token& word = analysis_->token(at_);
    if (take_possessive()) return true;
    if (word.kind == TokenKind::Punctuation) return take_punctuation();
    const bool name = may_be_name(*analysis_, at_);
    const bool time = (analysis_->is(at_, Tag::Weekday) || analysis_->is(at_, Tag::Month)) &&
                      !is_month_as_name(*analysis_, at_);
    if (name && !time && !(analysis_->is(at_, Tag::Pronoun) && at_ != begin_)) {
      return (names_ == 0 || !begins_other_name(*analysis_, at_)) && take_name();
    }
    if (take_particle()) return true;
    if (ends_noun_phrase(*analysis_, at_)) return false;
    if (nouns_ > 0 &&
        (is_determiner_like(*analysis_, at_) || analysis_->is(at_, Tag::ObjectPronoun))) {
      return false;
    }
    if (word.kind == TokenKind::Number) {
      if (nouns_ > 0 && names_ == 0) return false;
      ++at_;
      return true;
    }
    return take_common();
  }

  bool take_punctuation() {
    // "M. Dupont", "J. R. Smith", "al-Din", "A & B"
    const char32_t mark = analysis_->mark(at_);
    const bool touches = at_ > begin_ && !analysis_->token(at_).space_before;
    const bool after_short =
        touches && (analysis_->within(at_ - 1, Tag::Abbreviation) ||
                    analysis_->token(at_ - 1).end - analysis_->token(at_ - 1).start == 1);
    if ((mark == '.' && after_short && may_be_name(*analysis_, at_ + 1)) ||
        (mark == '&' && may_be_name(*analysis_, at_ + 1)) ||
        (mark == '-' && touches && may_be_name(*analysis_, at_ + 1))) {
      ++at_;
      return at_ < end_;
    }
    return false;
  }

  // "Smith's lawyer": the owner opens the phrase of the thing owned.
  bool take_possessive() {
    if (nouns_ == 0 || at_ + 1 >= end_ || ends_noun_phrase(*analysis_, at_ + 1) ||
        !ends_owner(*analysis_, at_)) {
      return false;
    }
    if (analysis_->is_any(at_, verb_tags()) || analysis_->is(at_, Tag::Pronoun)) return false;
    // What is owned decides what the phrase is.
    person_ = false;
    names_ = 0;
    speaker_nouns_ = 0;
    features_ = {};
    ++at_;
    return true;
  }

  bool take_name() {
    const bool known_role = is_speaker_noun(*analysis_, at_);
    note_readings();
    const bool adjective = analysis_->is(at_, Tag::Demonym) && !known_role;
    if (known_role) ++speaker_nouns_;
    if (!known_role && !adjective && !analysis_->is(at_, Tag::Title) && tells_name()) ++names_;
    note_noun();
    trailing_ = 0;
    ++at_;
    return true;
  }

  // Whether the capital at at_ says more than that a noun or a sentence begins.
  [[nodiscard]] bool tells_name() const {
    if (!analysis_->language().grammar.nouns_capitalised) return true;
    // Two nouns in a row are no German: the second is the first one's name.
    const bool follows_noun =
        nouns_ > 0 && last_noun_ + 1 == at_ && may_be_name(*analysis_, last_noun_);
    return !determined_ || follows_noun || analysis_->is(at_, Tag::GivenName) ||
           analysis_->mention_at(at_) != nullptr || speaker_nouns_ > 0;
  }

  bool take_particle() {
    const PhraseMatch* particle = analysis_->match(at_, Tag::NameParticle);
    if (particle == nullptr || names_ == 0 || at_ == begin_ || !may_be_name(*analysis_, at_ - 1) ||
        !may_be_name(*analysis_, at_ + particle->length)) {
      return false;
    }
    if (joins_names(*analysis_, {.begin = at_, .end = at_ + particle->length})) return false;
    at_ += particle->length;
    return at_ < end_;
  }

  bool take_common() {
    const bool speaker = is_speaker_noun(*analysis_, at_);
    const bool first = nouns_ == 0 && determined_;
    if (!first && reads_as_verb(at_) && !(speaker && trailing_ == 0 && nouns_ == 0)) return false;
    const bool known = speaker || analysis_->is(at_, Tag::RoleAdjective) ||
                       analysis_->is(at_, Tag::Demonym) || analysis_->is(at_, Tag::Title);
    if (nouns_ > 0 && !known && !may_trail()) return false;
    if (speaker && (begins_other_chain() || begins_titled_name(*analysis_, at_, names_, features_)))
      return false;
    note_readings();
    if (speaker) ++speaker_nouns_;
    if (!known && nouns_ > 0) ++trailing_;
    note_noun();
    ++at_;
    return true;
  }

  // Whether a word unknown to the language file may still belong to the phrase.
  [[nodiscard]] bool may_trail() const {
    if (analysis_->language().grammar.no_capitals) {
      return (names_ == 0 || has_article(*analysis_, at_)) &&
             may_follow_in_chain(*analysis_, {.begin = begin_, .end = at_}, at_, trailing_);
    }
    // "President Varga met Prime Minister Lorne": a person's name has ended.
    const bool full = names_ > 1 && speaker_nouns_ > 0 && may_be_name(*analysis_, at_ + 1);
    if (names_ > 0 && (person_ || full)) return false;
    if (speaker_noun_within(at_, 3)) return true;
    if (names_ > 0) {
      const bool body = speaker_nouns_ == 0 || is_body_noun(*analysis_, first_noun_);
      return names_ == 1 && determined_ && body && is_adjective_of_name(*analysis_, at_);
    }
    if (analysis_->language().grammar.adjective_after_noun) {
      // "oyó al hombre gritar"
      return trailing_ < kTrailingAdjectivesMax &&
             verb_moods(*analysis_, at_) != mood_bit(Mood::Infinitive);
    }
    return speaker_nouns_ == 0;
  }

  // A bare role after a closed chain heads a phrase of its own.
  [[nodiscard]] bool begins_other_chain() const {
    return analysis_->language().grammar.no_capitals && nouns_ > 0 && names_ == 0 &&
           !has_article(*analysis_, at_) &&
           is_closed_chain(*analysis_, {.begin = begin_, .end = at_});
  }

  void note_noun() {
    if (nouns_++ == 0) first_noun_ = at_;
    last_noun_ = at_;
  }

  void note_readings() {
    for (const PhraseMatch& phrase : analysis_->matches(at_)) {
      const Tag tag = phrase.entry.tag;
      person_ = person_ || tag == Tag::Title || tag == Tag::GivenName;
      if (tag == Tag::RoleNoun || tag == Tag::GroupNoun || tag == Tag::KinNoun ||
          tag == Tag::Title || tag == Tag::GivenName) {
        note(phrase.entry.features);
      }
    }
  }

  const Analysis* analysis_;
  TokenIndex begin_;
  TokenIndex at_;
  TokenIndex end_;
  TokenIndex first_noun_ = 0;
  TokenIndex last_noun_ = 0;
  Features features_;
  bool determined_ = false;
  Determiners determiners_;
  bool person_ = false;  // a title or a given name is part of it
  int nouns_ = 0;
  int names_ = 0;
  int speaker_nouns_ = 0;
  int trailing_ = 0;  // unknown words since the last known noun
};

}  // namespace

Mention read_noun_phrase(const Analysis& analysis, TokenIndex begin) {
  return NounPhrase(analysis, begin).read();
}

}  // namespace dixit::parser
