#include "parser/quote/entity_mentions.h"

#include <algorithm>
#include <unordered_set>

namespace dixit::parser {
namespace {

class AliasFinder {
 public:
  explicit AliasFinder(const Analysis& analysis) : analysis_(&analysis) {}

  std::vector<EntityMention> run() {
    for (TokenIndex i = 0; i < analysis_->size();) i += std::max<TokenIndex>(take(i), 1);
    std::vector<EntityMention> mentions;
    for (const Candidate& candidate : candidates_) {
      if (candidate.ambiguous && !named_plainly_.contains(candidate.entity)) continue;
      const bool taken = !mentions.empty() && mentions.back().tokens.end > candidate.tokens.begin;
      if (!taken) mentions.push_back({.tokens = candidate.tokens, .entity = candidate.entity});
    }
    return mentions;
  }

 private:
  struct Candidate {
    TokenRange tokens;
    std::size_t entity;
    bool ambiguous;
  };

  // How many tokens the longest alias at `begin` has, 0 for none.
  TokenIndex take(TokenIndex begin) {
    const Token& first = analysis_->token(begin);
    const bool small = !first.capitalised && !analysis_->language().grammar.no_capitals;
    const Entities& entities = analysis_->entities();
    const std::string_view word = analysis_->text_of(begin);
    if (first.kind != TokenKind::Word ||
        !(small ? entities.opens_small_name(word) : entities.opens_name(word))) {
      return 0;
    }
    const TokenIndex end = analysis_->paragraphs()[analysis_->paragraph_of(begin)].end;
    const auto longest = static_cast<TokenIndex>(entities.longest_alias());
    for (TokenIndex length = std::min(longest, end - begin); length > 0; --length) {
      const TokenRange range{.begin = begin, .end = begin + length};
      if (small && !entities.written_small(analysis_->text_of(range))) continue;
      if (note(range)) return length;
    }
    return 0;
  }

  bool note(TokenRange range) {
    // Names compare without punctuation, yet the comma after one is no part of it.
    if (analysis_->token(range.end - 1).kind == TokenKind::Punctuation) return false;
    const std::span<const EntityMatch> found =
        analysis_->entities().named(analysis_->text_of(range));
    for (const EntityMatch& match : found) {
      candidates_.push_back({range, match.entity, match.ambiguous});
      if (!match.ambiguous) named_plainly_.insert(match.entity);
    }
    return !found.empty();
  }

  const Analysis* analysis_;
  std::vector<Candidate> candidates_;
  std::unordered_set<std::size_t> named_plainly_;
};

}  // namespace

std::vector<EntityMention> find_entity_mentions(const Analysis& analysis) {
  return AliasFinder(analysis).run();
}

}  // namespace dixit::parser
