#include "parser/quote/mentions.h"

#include <algorithm>
#include <set>
#include <string>

#include "parser/quote/determiners.h"
#include "parser/quote/name_in_marks.h"
#include "parser/quote/noun_phrase_reader.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

bool is_governor(const Analysis& analysis, TokenIndex token) {
  if (is_relative_article(analysis, token)) return false;
  static const TagSet kTags = tag_set({Tag::Preposition, Tag::Genitive, Tag::AgentPreposition,
                                       Tag::SourcePreposition, Tag::RecipientPreposition});
  return analysis.is_any(token, kTags) || analysis.within(token, Tag::Preposition) ||
         analysis.within(token, Tag::SourcePreposition);
}

// A preposition right before the phrase, or before adjectives that the phrase does not know its
// own.
bool is_governed(const Analysis& analysis, TokenIndex begin) {
  constexpr TokenIndex kAdjectivesMax = 2;
  // Where every word of content may begin a phrase, those between are a phrase of their own.
  const TokenIndex reach = analysis.language().grammar.no_capitals ? 1 : kAdjectivesMax + 1;
  for (TokenIndex back = 1; back <= reach && back <= begin; ++back) {
    const TokenIndex at = begin - back;
    if (!in_same_sentence(analysis, at, begin)) return false;
    if (is_governor(analysis, at)) return !analysis.is(at, Tag::Conjunction);
    if (ends_noun_phrase(analysis, at) || verb_moods(analysis, at) != 0 ||
        is_determiner_like(analysis, begin) || analysis.token(at).capitalised) {
      return false;
    }
  }
  return false;
}

// "with Smith and Jones": the second of two joined phrases.
bool joined_to(const Analysis& analysis, const Mention& before, TokenIndex begin) {
  return before.core.end + 1 == begin && analysis.is(before.core.end, Tag::Conjunction) &&
         verb_moods(analysis, begin - 1) == 0;
}

// "the head of security": a genitive and nouns that no determiner or name makes a mention.
TokenIndex end_of_bare_complement(const Analysis& analysis, const Mention& mention) {
  constexpr TokenIndex kBareWordsMax = 2;
  const TokenIndex gap = mention.core.end;
  const PhraseMatch* genitive = analysis.match(gap, Tag::Genitive);
  if (genitive == nullptr || mention.kind != MentionKind::Description || !mention.can_speak ||
      !in_same_sentence(analysis, gap - 1, gap)) {
    return gap;
  }
  TokenIndex at = gap + genitive->length;
  const TokenIndex first = at;
  while (at < first + kBareWordsMax && in_same_sentence(analysis, gap, at) &&
         analysis.token(at).kind == TokenKind::Word && !analysis.token(at).capitalised &&
         !ends_noun_phrase(analysis, at) && verb_moods(analysis, at) == 0 &&
         !is_determiner_like(analysis, at)) {
    ++at;
  }
  return at == first ? gap : at;
}

// "la Brigade du Sel", "el grupo armado Brigada de la Sal": a capital and a name make the noun of a
// body part of the body's name. So do those of whom it consists, named without an article: "le
// collectif de militants Lune Noire".
bool names_body(const Analysis& analysis, const Mention& body, const Mention& complement) {
  if (complement.kind != MentionKind::Name || analysis.language().grammar.nouns_capitalised) {
    return false;
  }
  return analysis.token(body.head).capitalised || analysis.token(body.core.end - 1).capitalised ||
         (is_speaker_noun(analysis, complement.core.begin) &&
          !analysis.token(complement.core.begin).capitalised);
}

bool follows_verb_of_saying(const Analysis& analysis, const Mention& mention) {
  const TokenIndex begin = mention.core.begin;
  return begin > 0 && analysis.is_any(begin - 1, tag_set({Tag::Say, Tag::Write})) &&
         !is_determiner_like(analysis, begin);
}

// Gives each mention its complements, from the last to the first, so that chains of genitives add
// up: "the head of the office of the mayor".
void attach_complements(const Analysis& analysis, std::vector<Mention>& mentions) {
  for (std::size_t i = mentions.size(); i-- > 0;) {
    Mention& mention = mentions[i];
    if (mention.kind == MentionKind::Pronoun) continue;
    mention.tokens.end = std::max(mention.tokens.end, end_of_bare_complement(analysis, mention));
    if (i + 1 == mentions.size()) continue;
    Mention& next = mentions[i + 1];
    const TokenIndex gap = mention.core.end;
    if (!in_same_sentence(analysis, gap, next.core.begin) || next.kind == MentionKind::Pronoun) {
      continue;
    }
    const PhraseMatch* genitive = analysis.match(gap, Tag::Genitive);
    if (genitive == nullptr) continue;
    const bool before_next = gap + genitive->length == next.core.begin;
    const bool opens_next = gap == next.core.begin;  // "der Chef des Amtes"
    if (!before_next && !opens_next) continue;
    // "sagte Karl Borel der Richterin", "sagte Borel der Zeitung": a person's name has no owner.
    if (opens_next && mention.kind == MentionKind::Name &&
        (mention.person || follows_verb_of_saying(analysis, mention))) {
      continue;
    }
    mention.tokens.end = next.tokens.end;
    next.governed = true;
    if (mention.kind == MentionKind::Description && mention.body &&
        names_body(analysis, mention, next)) {
      mention.kind = MentionKind::Name;
    }
  }
}

// "le Comité des Terres hautes": a known name is one mention, whatever words it is made of.
void extend_over_known_name(const Analysis& analysis, Mention& mention) {
  for (TokenIndex at = mention.core.begin; at < mention.core.end; ++at) {
    const EntityMention* known = analysis.mention_at(at);
    if (known == nullptr || known->tokens.end <= mention.core.end) continue;
    mention.core.end = known->tokens.end;
    mention.tokens.end = known->tokens.end;
    mention.head = known->tokens.end - 1;
    mention.kind = MentionKind::Name;
    mention.can_speak = true;
    return;
  }
}

// "Smith" alone is a person where "John Smith" stands elsewhere.
void recognise_persons(const Analysis& analysis, std::vector<Mention>& mentions) {
  std::set<std::string> surnames;
  for (const Mention& mention : mentions) {
    if (mention.kind == MentionKind::Name && mention.person) {
      surnames.insert(fold_word(analysis.text_of(mention.core.end - 1)));
    }
  }
  for (Mention& mention : mentions) {
    if (mention.kind != MentionKind::Name || mention.person) continue;
    mention.person = surnames.contains(fold_word(analysis.text_of(mention.core.end - 1)));
  }
}

// Whether the phrase opens its sentence, a mark before it aside.
bool opens_sentence(const Analysis& analysis, TokenIndex begin) {
  const TokenIndex first = analysis.sentences()[analysis.sentence_of(begin)].begin;
  return begin == first || analysis.token(begin - 1).kind == TokenKind::Punctuation;
}

// A single capitalised word that opens a sentence may be any word: it is a name where the text
// writes it as one elsewhere, or the language or the entities know it.
void doubt_first_words(const Analysis& analysis, std::vector<Mention>& mentions) {
  std::set<std::string> proved;
  for (const Mention& mention : mentions) {
    if (mention.kind != MentionKind::Name) continue;
    if (analysis.language().grammar.nouns_capitalised && !mention.person) continue;
    const bool first = opens_sentence(analysis, mention.core.begin);
    for (TokenIndex at = mention.core.begin + (first ? 1 : 0); at < mention.core.end; ++at) {
      if (may_be_name(analysis, at)) proved.insert(fold_word(analysis.text_of(at)));
    }
  }
  for (Mention& mention : mentions) {
    if (mention.kind != MentionKind::Name || mention.person || mention.core.size() > 1) continue;
    const TokenIndex word = mention.core.begin;
    // Where nouns have capitals, a bare one may stand anywhere.
    const bool doubtful =
        analysis.language().grammar.nouns_capitalised || opens_sentence(analysis, word);
    mention.weak = doubtful && analysis.mention_at(word) == nullptr &&
                   !analysis.is(word, Tag::PlaceNoun) &&
                   !proved.contains(fold_word(analysis.text_of(word)));
  }
}

// By mention, the first one that ends where it ends with all its complements.
std::vector<MentionIndex> heads_of_chains(const std::vector<Mention>& mentions) {
  std::vector<MentionIndex> heads(mentions.size());
  for (MentionIndex i = 0; i < mentions.size(); ++i) {
    const bool joined = i > 0 && mentions[i - 1].tokens.end == mentions[i].tokens.end;
    heads[i] = joined ? heads[i - 1] : i;
  }
  return heads;
}

}  // namespace

bool is_personal(const Analysis& analysis, const Mention& mention) {
  static const TagSet kPerson = tag_set({Tag::RoleNoun, Tag::KinNoun, Tag::GivenName, Tag::Title});
  for (TokenIndex i = mention.core.begin; i < mention.core.end; ++i) {
    if (analysis.is_any(i, kPerson)) return !analysis.is(i, Tag::VoiceNoun);
  }
  return mention.kind == MentionKind::Name && mention.core.size() > 1;
}

Mentions::Mentions(const Analysis& analysis) : at_(analysis.size(), kNoMention) {
  for (TokenIndex i = 0; i < analysis.size();) {
    // "par ailleurs": no noun begins inside an adverb.
    if (analysis.within(i, Tag::Adverb) && !analysis.is(i, Tag::Adverb)) {
      ++i;
      continue;
    }
    Mention mention = read_noun_phrase(analysis, i);
    if (mention.core.empty()) {
      ++i;
      continue;
    }
    extend_over_known_name(analysis, mention);
    const bool subject_form = mention.kind == MentionKind::Pronoun &&
                              !analysis.is(i, Tag::ObjectPronoun) &&
                              !analysis.is(i, Tag::IndefinitePronoun);
    mention.governed = !subject_form && is_governed(analysis, i);
    const bool own_verb = (verb_moods(analysis, mention.core.end) & kFiniteMoods) != 0;
    if (!mention.governed && !own_verb && !mentions_.empty() &&
        joined_to(analysis, mentions_.back(), i)) {
      mention.governed = mentions_.back().governed;
    }
    // A bare phrase of time says when: "the week after", "las 24 horas".
    if (mention.kind == MentionKind::Description && !mention.can_speak &&
        analysis.is(mention.head, Tag::TimeUnit)) {
      mention.governed = true;
    }
    // A determiner that is a genitive itself: "des Ministers" after a noun.
    mention.governed = mention.governed || mention.features.oblique;
    for (TokenIndex token = mention.core.begin; token < mention.core.end; ++token) {
      at_[token] = static_cast<MentionIndex>(mentions_.size());
    }
    i = mention.core.end;
    mentions_.push_back(mention);
  }
  for (Mention& mention : mentions_) {
    mention.tokens.end = end_with_name_in_marks(analysis, mention);
  }
  attach_complements(analysis, mentions_);
  for (Mention& mention : mentions_) {
    mention.governed = mention.governed || analysis.is(mention.tokens.end, Tag::SourcePostposition);
  }
  recognise_persons(analysis, mentions_);
  doubt_first_words(analysis, mentions_);
  heads_ = heads_of_chains(mentions_);
}

MentionIndex Mentions::at(TokenIndex token) const {
  return token < at_.size() ? at_[token] : kNoMention;
}

MentionIndex Mentions::beginning_at(TokenIndex token) const {
  const MentionIndex found = at(token);
  return found != kNoMention && mentions_[found].core.begin == token ? found : kNoMention;
}

MentionIndex Mentions::from(TokenIndex token) const {
  const auto found = std::lower_bound(
      mentions_.begin(), mentions_.end(), token,
      [](const Mention& mention, TokenIndex value) { return mention.core.begin < value; });
  return static_cast<MentionIndex>(found - mentions_.begin());
}

}  // namespace dixit::parser
