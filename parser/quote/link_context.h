#pragma once

#include <optional>
#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// What the finders of links ask of a text: which words are the reporter's own, and what governs a
// phrase.
//
// Ownership: borrows the analysis.
class LinkContext {
 public:
  LinkContext(const Analysis& analysis, std::vector<bool> quoted);

  [[nodiscard]] const Analysis& analysis() const { return *analysis_; }
  [[nodiscard]] bool quoted(TokenIndex token) const { return quoted_[token]; }
  [[nodiscard]] bool same_sentence(TokenIndex a, TokenIndex b) const;
  // Whether a word with the tag stands shortly before, only determiners and nouns between.
  [[nodiscard]] bool governed_by(TokenIndex token, Tag tag) const;
  // A capitalised word that neither opens its sentence nor is a carrier's common noun.
  [[nodiscard]] bool has_name(const TokenRange& phrase) const;
  // Whether a phrase with the tag begins somewhere in the range.
  [[nodiscard]] bool holds(const TokenRange& range, Tag tag) const;
  // Whether words are laid into the phrase's mouth: a verb of saying beside it, or "according to".
  [[nodiscard]] bool reports(const TokenRange& phrase) const;
  // The first entity named in the range before a comma, in the sentence of `mate`.
  [[nodiscard]] const EntityMention* mention_in(const TokenRange& range, TokenIndex mate) const;
  // "X, a monitoring group": what stands between commas after a name describes it.
  [[nodiscard]] bool apposed(const TokenRange& phrase) const;
  // A run of capitalised words at the token, with the particles between them.
  [[nodiscard]] TokenRange name_at(TokenIndex token) const;
  // A name in marks at the token, with them: "the “Tern” foundation". Empty where none stands.
  [[nodiscard]] TokenRange marked_name(TokenIndex token) const;

 private:
  [[nodiscard]] bool verb_of_saying(TokenIndex token) const;

  const Analysis* analysis_;
  std::vector<bool> quoted_;
};

}  // namespace dixit::parser
