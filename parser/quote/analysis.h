#pragma once

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parser/knowledge/knowledge.h"
#include "parser/text/tokens.h"

namespace dixit::parser {

using TokenIndex = std::uint32_t;
inline constexpr TokenIndex kNoToken = UINT32_MAX;

// A half-open range of tokens.
struct TokenRange {
  TokenIndex begin = 0;
  TokenIndex end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] TokenIndex size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(TokenIndex token) const { return token >= begin && token < end; }
  bool operator==(const TokenRange&) const = default;
};

// A phrase of the lexicon found in the text.
struct PhraseMatch {
  TokenIndex begin = 0;
  std::uint16_t length = 0;  // tokens
  LexiconEntry entry;
};

// An alias of config/entities.toml found in the text.
struct EntityMention {
  TokenRange tokens;
  std::size_t entity = 0;  // index into Entities::all()
};

// A set of tags to ask after at once; made by tag_set().
using TagSet = std::bitset<kAllTags.size()>;
TagSet tag_set(std::initializer_list<Tag> tags);
// Every class of verbs.
const TagSet& verb_tags();

// One text made ready for rules: tokens, sentences, paragraphs, and for each token what the
// language's lexicon knows of the phrases that begin there. Every later step asks it rather than
// the text, so that each costs one walk over tokens.
//
// Ownership: borrows the text, the language and the entities; all must outlive it.
class Analysis {
 public:
  // `text` is valid UTF-8; paragraphs are its lines (blank ones part nothing further).
  Analysis(std::string_view text, const Language& language, const Entities& entities);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const Language& language() const { return *language_; }
  [[nodiscard]] const Entities& entities() const { return *entities_; }

  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(tokens_.size()); }
  [[nodiscard]] const Token& token(TokenIndex index) const { return tokens_[index]; }
  [[nodiscard]] std::string_view text_of(TokenIndex index) const;
  [[nodiscard]] std::string_view text_of(TokenRange range) const;
  // The single character of a punctuation token, else 0.
  [[nodiscard]] char32_t mark(TokenIndex index) const;

  // The first token that starts at or after a byte.
  [[nodiscard]] TokenIndex token_at_byte(std::size_t offset) const;

  [[nodiscard]] std::span<const TokenRange> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const TokenRange> paragraphs() const { return paragraphs_; }
  [[nodiscard]] std::uint32_t sentence_of(TokenIndex index) const { return sentence_of_[index]; }
  [[nodiscard]] std::uint32_t paragraph_of(TokenIndex index) const { return paragraph_of_[index]; }

  // Whether a phrase with this tag begins at the token; cheap.
  [[nodiscard]] bool is(TokenIndex index, Tag tag) const;
  // Whether a phrase with any of the tags begins at the token; as cheap.
  [[nodiscard]] bool is_any(TokenIndex index, const TagSet& tags) const;
  // The longest phrase with this tag that begins at the token, or null.
  [[nodiscard]] const PhraseMatch* match(TokenIndex index, Tag tag) const;
  // The same for whichever of the tags is first in the list to match.
  [[nodiscard]] const PhraseMatch* match_any(TokenIndex index, std::span<const Tag> tags) const;
  // All phrases that begin at the token, longest first.
  [[nodiscard]] std::span<const PhraseMatch> matches(TokenIndex index) const;
  // Whether the token lies inside a phrase with this tag that begins at or before it.
  [[nodiscard]] bool within(TokenIndex index, Tag tag) const;

  // The same for any of the tags.
  [[nodiscard]] bool within_any(TokenIndex index, const TagSet& tags) const;
  // Whether the token lies inside any phrase of the lexicon.
  [[nodiscard]] bool covered(TokenIndex index) const {
    return index < size() && covers_[index].any();
  }

  // Non-overlapping aliases, longest first at each place, in order. An ambiguous alias counts only
  // when the text names the same entity by another alias.
  [[nodiscard]] std::span<const EntityMention> entity_mentions() const { return mentions_; }
  // The mention that covers the token, or null.
  [[nodiscard]] const EntityMention* mention_at(TokenIndex index) const;

 private:
  void find_paragraphs();
  void find_words();
  void find_phrases();
  enum class PhraseStart : std::uint8_t { Plain, AfterArticle };
  void read_phrases(TokenIndex i, WordId word, PhraseStart start);
  void find_sentences();
  void find_mentions();
  WordId compound_head(std::string_view folded) const;
  bool heads_compounds(WordId word) const;
  bool has_particle(TokenIndex from, WordId particle) const;
  bool ends_sentence(TokenIndex index) const;
  bool begins_lower_case(TokenIndex index) const;

  std::string_view text_;
  const Language* language_;
  const Entities* entities_;
  std::vector<Token> tokens_;
  std::vector<WordId> words_;
  std::vector<WordId> nouns_;                 // the words without an article written onto them
  std::vector<PhraseMatch> phrases_;          // by token, longest first
  std::vector<std::uint32_t> phrases_begin_;  // by token, and one past the last
  std::vector<TagSet> begins_;                // tags of phrases that begin at the token
  std::vector<TagSet> covers_;                // tags of phrases that the token lies in
  std::vector<TokenRange> sentences_;
  std::vector<TokenRange> paragraphs_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint32_t> paragraph_of_;
  std::vector<EntityMention> mentions_;
  std::vector<std::uint32_t> mention_of_;  // by token: index + 1, 0 for none
};

}  // namespace dixit::parser
