#include "parser/quote/name_index.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Full names with the same last word that are tried on each side.
constexpr std::ptrdiff_t kNamesTriedMax = 16;

}  // namespace

NameIndex::NameIndex(const Analysis& analysis, const Mentions& mentions)
    : analysis_(&analysis), mentions_(&mentions) {
  for (MentionIndex m = 0; m < mentions.all().size(); ++m) {
    const Mention& mention = mentions[m];
    if (mention.kind != MentionKind::Name || !is_full(mention)) continue;
    by_last_word_[last_word(mention)].push_back(m);
  }
}

std::string NameIndex::last_word(const Mention& mention) const {
  return fold_word(analysis_->text_of(mention.core.end - 1));
}

// Several words, all of a name or before one: no thing that is only called after somebody.
bool NameIndex::is_full(const Mention& mention) const {
  static const TagSet kPartsOfNames = tag_set({Tag::NameParticle, Tag::NameSuffix, Tag::Title,
                                               Tag::RoleNoun, Tag::RoleAdjective, Tag::Definite});
  if (words_of_name(mention) < 2) return false;
  for (TokenIndex at = mention.core.begin; at < mention.core.end; ++at) {
    const Token& token = analysis_->token(at);
    if (token.kind == TokenKind::Number) return false;
    if (token.kind == TokenKind::Word && !token.capitalised &&
        !analysis_->within_any(at, kPartsOfNames)) {
      return false;
    }
  }
  return true;
}

// Words other than determiners.
TokenIndex NameIndex::words_of_name(const Mention& mention) const {
  TokenIndex words = 0;
  for (TokenIndex at = mention.core.begin; at < mention.core.end; ++at) {
    const bool word = analysis_->token(at).kind == TokenKind::Word;
    if (word && !is_determiner_like(*analysis_, at)) ++words;
  }
  return words;
}

bool NameIndex::has_word(const Mention& mention, std::string_view folded) const {
  for (TokenIndex at = mention.core.begin; at < mention.core.end; ++at) {
    if (fold_word(analysis_->text_of(at)) == folded) return true;
  }
  return false;
}

// Whether the full name says all that the short one says, titles aside, and more.
bool NameIndex::extends(const Mention& full, const Mention& brief) const {
  if (words_of_name(full) <= words_of_name(brief) || !agree(full.features, brief.features))
    return false;
  for (TokenIndex at = brief.core.begin; at < brief.core.end; ++at) {
    if (analysis_->token(at).kind != TokenKind::Word) continue;
    if (analysis_->is(at, Tag::Title) || is_determiner_like(*analysis_, at)) continue;
    if (!has_word(full, fold_word(analysis_->text_of(at)))) return false;
  }
  return true;
}

MentionIndex NameIndex::fullest(MentionIndex index) const {
  const Mention& mention = (*mentions_)[index];
  if (mention.kind != MentionKind::Name) return index;
  const auto named = by_last_word_.find(last_word(mention));
  if (named == by_last_word_.end()) return index;
  const std::vector<MentionIndex>& names = named->second;
  const auto here = std::lower_bound(names.begin(), names.end(), index);
  for (auto at = here; at != names.begin() && here - at < kNamesTriedMax;) {
    --at;
    if (extends((*mentions_)[*at], mention)) return *at;
  }
  const auto last = here + std::min(kNamesTriedMax, names.end() - here);
  for (auto at = here; at != last; ++at) {
    if (extends((*mentions_)[*at], mention)) return *at;
  }
  return index;
}

}  // namespace dixit::parser
