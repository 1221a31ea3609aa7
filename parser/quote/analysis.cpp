#include "parser/quote/analysis.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>

#include "parser/quote/entity_mentions.h"
#include "parser/quote/name_evidence.h"
#include "parser/quote/particle_names.h"
#include "parser/quote/proclitics.h"
#include "parser/quote/shouted.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// The longest sentences of newspapers and laws have a few hundred words. A longer one is no
// writing, and what is searched sentence by sentence stays linear in the text.
constexpr TokenIndex kSentenceTokensMax = 600;

// Marks and brackets that open together before a sentence's first word.
constexpr TokenIndex kOpenersMax = 6;

// The longest words that a compound's last part is looked for in; longer ones are no words.
constexpr std::size_t kCompoundBytesMax = 120;

bool is_terminator(char32_t mark) {
  return mark == '.' || mark == '!' || mark == '?' || mark == U'…' || mark == U'؟' ||
         mark == U'۔' || mark == U'。';
}

// Closing marks and brackets that may stand between a full stop and the next sentence. A straight
// mark closes when nothing but the sentence's end stands before it.
bool is_closer(char32_t mark) {
  return mark == '"' || mark == '\'' || mark == ')' || mark == ']' || mark == U'»' ||
         mark == U'«' || mark == U'”' || mark == U'“' || mark == U'’' || mark == U'‘' ||
         mark == U'›' || mark == U'‹';
}

bool is_opener(char32_t mark) {
  return mark == '"' || mark == '\'' || mark == '(' || mark == '[' || mark == U'«' ||
         mark == U'»' || mark == U'“' || mark == U'„' || mark == U'‘' || mark == U'‚' ||
         mark == U'¿' || mark == U'¡' || mark == U'–' || mark == U'—' || mark == '-';
}

}  // namespace

TagSet tag_set(std::initializer_list<Tag> tags) {
  TagSet set;
  for (const Tag tag : tags) set.set(static_cast<std::size_t>(tag));
  return set;
}

const TagSet& verb_tags() {
  static const TagSet kSet = [] {
    TagSet verbs;
#define DIXIT_TAG_IF_VERB(enumerator, name, verb) \
  if (verb) verbs.set(static_cast<std::size_t>(Tag::enumerator));
    DIXIT_TAGS(DIXIT_TAG_IF_VERB)
#undef DIXIT_TAG_IF_VERB
    return verbs;
  }();
  return kSet;
}

namespace {

// Words that no article stands before.
const TagSet& particle_tags() {
  static const TagSet kSet = tag_set(
      {Tag::Preposition, Tag::SourcePreposition, Tag::AgentPreposition, Tag::ChannelPreposition,
       Tag::RecipientPreposition, Tag::Conjunction, Tag::Complementizer, Tag::Subordinator,
       Tag::Negation, Tag::FutureMarker, Tag::Pronoun, Tag::ObjectPronoun, Tag::RelativePronoun,
       Tag::Demonstrative, Tag::Adverb, Tag::ConditionMarker, Tag::NameParticle});
  return kSet;
}

}  // namespace

Analysis::Analysis(std::string_view text, const Language& language, const Entities& entities)
    : text_(text),
      language_(&language),
      entities_(&entities),
      tokens_(cut_proclitics(text, tokenize(text, language.joining), language, entities)) {
  find_paragraphs();
  find_words();
  find_phrases();
  for (const TokenIndex word : shouted_words(*this)) tokens_[word].capitalised = false;
  if (!language.grammar.no_capitals) {
    for (const TokenIndex name : particle_names(*this)) tokens_[name].capitalised = true;
  }
  find_sentences();
  find_mentions();
  if (language.grammar.no_capitals) {
    for (const TokenIndex name : names_by_evidence(*this)) tokens_[name].capitalised = true;
  }
}

std::string_view Analysis::text_of(TokenIndex index) const {
  return text_.substr(tokens_[index].start, tokens_[index].end - tokens_[index].start);
}

std::string_view Analysis::text_of(TokenRange range) const {
  if (range.empty()) return {};
  const std::size_t start = tokens_[range.begin].start;
  return text_.substr(start, tokens_[range.end - 1].end - start);
}

char32_t Analysis::mark(TokenIndex index) const {
  if (index >= size() || tokens_[index].kind != TokenKind::Punctuation) return 0;
  return decode_at(text_, tokens_[index].start).value;
}

TokenIndex Analysis::token_at_byte(std::size_t offset) const {
  const auto found =
      std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                       [](const Token& token, std::size_t byte) { return token.start < byte; });
  return static_cast<TokenIndex>(found - tokens_.begin());
}

bool Analysis::is(TokenIndex index, Tag tag) const {
  return index < size() && begins_[index][static_cast<std::size_t>(tag)];
}

bool Analysis::is_any(TokenIndex index, const TagSet& tags) const {
  return index < size() && (begins_[index] & tags).any();
}

const PhraseMatch* Analysis::match(TokenIndex index, Tag tag) const {
  if (!is(index, tag)) return nullptr;
  for (const PhraseMatch& phrase : matches(index)) {
    if (phrase.entry.tag == tag) return &phrase;
  }
  return nullptr;
}

const PhraseMatch* Analysis::match_any(TokenIndex index, std::span<const Tag> tags) const {
  for (const Tag tag : tags) {
    if (const PhraseMatch* found = match(index, tag)) return found;
  }
  return nullptr;
}

std::span<const PhraseMatch> Analysis::matches(TokenIndex index) const {
  if (index >= size()) return {};
  return std::span(phrases_).subspan(phrases_begin_[index],
                                     phrases_begin_[index + 1] - phrases_begin_[index]);
}

bool Analysis::within(TokenIndex index, Tag tag) const {
  return index < size() && covers_[index][static_cast<std::size_t>(tag)];
}

bool Analysis::within_any(TokenIndex index, const TagSet& tags) const {
  return index < size() && (covers_[index] & tags).any();
}

const EntityMention* Analysis::mention_at(TokenIndex index) const {
  if (index >= size() || mention_of_[index] == 0) return nullptr;
  return &mentions_[mention_of_[index] - 1];
}

void Analysis::find_paragraphs() {
  paragraph_of_.resize(tokens_.size());
  for (TokenIndex i = 0; i < size(); ++i) {
    const std::size_t gap_start = i == 0 ? 0 : tokens_[i - 1].end;
    const std::string_view gap = text_.substr(gap_start, tokens_[i].start - gap_start);
    if (i == 0 || gap.find('\n') != std::string_view::npos) {
      paragraphs_.push_back({.begin = i, .end = i});
    }
    paragraphs_.back().end = i + 1;
    paragraph_of_[i] = static_cast<std::uint32_t>(paragraphs_.size() - 1);
  }
}

void Analysis::find_words() {
  const Lexicon& lexicon = language_->lexicon;
  const bool one_case = language_->grammar.no_capitals;
  words_.resize(tokens_.size(), kUnknownWord);
  nouns_.resize(tokens_.size(), kUnknownWord);
  for (TokenIndex i = 0; i < size(); ++i) {
    const std::string folded = fold_word(text_of(i));
    words_[i] = lexicon.word(folded);
    if (words_[i] == kUnknownWord && (tokens_[i].all_caps || one_case)) {
      words_[i] = lexicon.word_without_diacritics(strip_diacritics(folded));
    }
    if (words_[i] == kUnknownWord && language_->grammar.compounds) {
      words_[i] = compound_head(folded);
    }
    const std::string_view noun = without_article(folded, *language_);
    if (noun.empty()) continue;
    nouns_[i] = lexicon.word(noun);
    if (nouns_[i] == kUnknownWord) {
      nouns_[i] = lexicon.word_without_diacritics(strip_diacritics(noun));
    }
  }
}

void Analysis::find_phrases() {
  begins_.resize(tokens_.size());
  covers_.resize(tokens_.size());
  phrases_begin_.reserve(tokens_.size() + 1);
  for (TokenIndex i = 0; i < size(); ++i) {
    phrases_begin_.push_back(static_cast<std::uint32_t>(phrases_.size()));
    read_phrases(i, words_[i], PhraseStart::Plain);
    if (nouns_[i] != kUnknownWord) read_phrases(i, nouns_[i], PhraseStart::AfterArticle);
    const auto first = phrases_.begin() + phrases_begin_.back();
    std::reverse(first, phrases_.end());
    std::stable_sort(first, phrases_.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
      return a.length > b.length;
    });
  }
  phrases_begin_.push_back(static_cast<std::uint32_t>(phrases_.size()));
}

// Adds the phrases that begin with `word` at the token. An article stands before nouns and
// adjectives alone: what the rest of the word would be as a verb or particle it is not.
void Analysis::read_phrases(TokenIndex i, WordId word, PhraseStart start) {
  static const TagSet kNoNouns = verb_tags() | particle_tags();
  const Lexicon& lexicon = language_->lexicon;
  Lexicon::Node node = lexicon.step(Lexicon::kStart, word);
  for (TokenIndex j = i; node != Lexicon::kNowhere;) {
    for (const LexiconEntry& entry : lexicon.entries(node)) {
      const auto tag = static_cast<std::size_t>(entry.tag);
      if (start == PhraseStart::AfterArticle && kNoNouns[tag]) continue;
      if (entry.particle != kUnknownWord && !has_particle(j + 1, entry.particle)) continue;
      const auto length = static_cast<std::uint16_t>(j - i + 1);
      phrases_.push_back({.begin = i, .length = length, .entry = entry});
      begins_[i].set(tag);
      for (TokenIndex k = i; k <= j; ++k) covers_[k].set(tag);
    }
    ++j;
    if (j >= size() || paragraph_of_[j] != paragraph_of_[i]) return;
    const Lexicon::Node next = lexicon.step(node, words_[j]);
    node = next == Lexicon::kNowhere ? lexicon.step(node, nouns_[j]) : next;
  }
}

// The longest last part of a compound that the lexicon knows: "Polizeisprecher" is a "sprecher".
WordId Analysis::compound_head(std::string_view folded) const {
  constexpr std::size_t kFirstPartBytesMin = 3;
  constexpr std::size_t kHeadBytesMin = 4;
  if (folded.size() > kCompoundBytesMax) return kUnknownWord;
  for (std::size_t cut = kFirstPartBytesMin; cut + kHeadBytesMin <= folded.size(); ++cut) {
    const WordId word = language_->lexicon.word(folded.substr(cut));
    if (word != kUnknownWord && heads_compounds(word)) return word;
  }
  return kUnknownWord;
}

// Only nouns of people and bodies: a verb or adverb at a word's end would say nothing.
bool Analysis::heads_compounds(WordId word) const {
  const Lexicon::Node node = language_->lexicon.step(Lexicon::kStart, word);
  if (node == Lexicon::kNowhere) return false;
  const std::span<const LexiconEntry> entries = language_->lexicon.entries(node);
  return std::any_of(entries.begin(), entries.end(), [](const LexiconEntry& entry) {
    return entry.tag == Tag::RoleNoun || entry.tag == Tag::GroupNoun ||
           entry.tag == Tag::Spokesperson;
  });
}

// Whether the particle of a parted verb ends a clause after the token.
bool Analysis::has_particle(TokenIndex from, WordId particle) const {
  constexpr TokenIndex kParticleReach = 40;
  const TokenIndex end = std::min(paragraphs_[paragraph_of_[from - 1]].end, from + kParticleReach);
  for (TokenIndex i = from; i < end; ++i) {
    if (is_terminator(mark(i)) && mark(i) != '.') return false;
    if (words_[i] != particle) continue;
    const bool ends_clause = i + 1 >= end || tokens_[i + 1].kind == TokenKind::Punctuation;
    if (ends_clause) return true;
  }
  return false;
}

// Whether the sentence ends with the token at `index`, closers after it aside.
bool Analysis::ends_sentence(TokenIndex index) const {
  const char32_t here = mark(index);
  if (!is_terminator(here)) return false;
  if (here != '.' || index == 0) return true;
  // "M. Dupont", "J. Smith": the stop belongs to the word when it touches it.
  const Token& before = tokens_[index - 1];
  if (before.end != tokens_[index].start || before.kind != TokenKind::Word) return true;
  if (within(index - 1, Tag::Abbreviation)) return false;
  return !(before.capitalised && count_code_points(text_of(index - 1)) == 1);
}

// Whether a word begins with a letter that has a capital and is not one. A script without capitals
// cannot tell a sentence's start this way.
bool Analysis::begins_lower_case(TokenIndex index) const {
  const Token& token = tokens_[index];
  if (token.kind != TokenKind::Word || token.capitalised) return false;
  return u_islower(static_cast<UChar32>(decode_at(text_, token.start).value)) != 0;
}

void Analysis::find_sentences() {
  sentence_of_.resize(tokens_.size());
  for (const TokenRange& paragraph : paragraphs_) {
    TokenIndex begin = paragraph.begin;
    for (TokenIndex i = paragraph.begin; i < paragraph.end; ++i) {
      const bool too_long = i + 1 - begin >= kSentenceTokensMax;
      if (!too_long && !ends_sentence(i) && i + 1 != paragraph.end) continue;
      TokenIndex last = i;
      while (last + 1 < paragraph.end &&
             (is_terminator(mark(last + 1)) ||
              (is_closer(mark(last + 1)) && !tokens_[last + 1].space_before))) {
        ++last;
      }
      // A new sentence begins with anything but a lower-case letter or a comma.
      TokenIndex next = last + 1;
      const TokenIndex openers_end = std::min(paragraph.end, next + kOpenersMax);
      while (next < openers_end && is_opener(mark(next))) ++next;
      const bool goes_on = !too_long && next < paragraph.end &&
                           (begins_lower_case(next) || mark(next) == ',' || mark(next) == ';');
      if (goes_on) {
        i = last;
        continue;
      }
      sentences_.push_back({.begin = begin, .end = last + 1});
      begin = last + 1;
      i = last;
    }
    if (begin < paragraph.end) sentences_.push_back({.begin = begin, .end = paragraph.end});
  }
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
    for (TokenIndex i = sentences_[s].begin; i < sentences_[s].end; ++i) sentence_of_[i] = s;
  }
}

void Analysis::find_mentions() {
  mentions_ = find_entity_mentions(*this);
  mention_of_.resize(tokens_.size(), 0);
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    for (TokenIndex i = mentions_[m].tokens.begin; i < mentions_[m].tokens.end; ++i) {
      mention_of_[i] = static_cast<std::uint32_t>(m + 1);
    }
  }
}

}  // namespace dixit::parser
