#include "parser/quote/shouted.h"

namespace dixit::parser {
namespace {

// Fewer words in capitals may well be a name.
constexpr TokenIndex kWordsMin = 6;

bool is_shouted(const Analysis& analysis, TokenRange paragraph) {
  TokenIndex words = 0;
  TokenIndex shouted = 0;
  for (TokenIndex i = paragraph.begin; i < paragraph.end; ++i) {
    const Token& token = analysis.token(i);
    if (token.kind != TokenKind::Word || token.end - token.start < 2) continue;
    ++words;
    if (token.all_caps) ++shouted;
  }
  return words >= kWordsMin && shouted * 10 >= words * 9;
}

}  // namespace

std::vector<TokenIndex> shouted_words(const Analysis& analysis) {
  static const TagSet kNames = tag_set({Tag::GivenName, Tag::PlaceNoun, Tag::Demonym, Tag::Month,
                                        Tag::Weekday, Tag::Title, Tag::NameParticle});
  static const TagSet kKnown = TagSet().set();
  std::vector<TokenIndex> found;
  for (const TokenRange& paragraph : analysis.paragraphs()) {
    if (!is_shouted(analysis, paragraph)) continue;
    for (TokenIndex i = paragraph.begin; i < paragraph.end; ++i) {
      if (analysis.within_any(i, kKnown) && !analysis.within_any(i, kNames)) found.push_back(i);
    }
  }
  return found;
}

}  // namespace dixit::parser
