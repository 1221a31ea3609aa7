#include "parser/quote/owner_apostrophe.h"

#include <algorithm>
#include <string>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// How far a mark is looked for that opened words before the apostrophe, or closes them after it.
constexpr TokenIndex kMarkReach = 80;

bool is_apostrophe(char32_t mark) { return mark == '\'' || mark == U'’'; }

bool touches_left(const Analysis& analysis, TokenIndex i) {
  return i > 0 && !analysis.token(i).space_before;
}

bool touches_right(const Analysis& analysis, TokenIndex i) {
  return i + 1 < analysis.size() && !analysis.token(i + 1).space_before;
}

bool opens(const Analysis& analysis, TokenIndex i) {
  const char32_t mark = analysis.mark(i);
  if (mark == U'‘') return true;
  return mark == '\'' && !touches_left(analysis, i) && touches_right(analysis, i);
}

bool is_word(const Analysis& analysis, TokenIndex i) {
  return i < analysis.size() && analysis.token(i).kind == TokenKind::Word;
}

// Speech closes behind a mark of its own, or where nothing goes on: no apostrophe of an owner does.
bool surely_closes(const Analysis& analysis, TokenIndex i) {
  if (!is_apostrophe(analysis.mark(i)) || !touches_left(analysis, i)) return false;
  return analysis.token(i - 1).kind == TokenKind::Punctuation || !is_word(analysis, i + 1);
}

bool open_before(const Analysis& analysis, TokenIndex i) {
  const std::uint32_t paragraph = analysis.paragraph_of(i);
  for (TokenIndex back = 1; back <= kMarkReach && back <= i; ++back) {
    if (analysis.paragraph_of(i - back) != paragraph || surely_closes(analysis, i - back)) {
      return false;
    }
    if (opens(analysis, i - back)) return true;
  }
  return false;
}

bool closed_after(const Analysis& analysis, TokenIndex i) {
  const TokenIndex end = std::min(analysis.size(), i + kMarkReach);
  for (TokenIndex t = i + 1; t < end; ++t) {
    if (analysis.paragraph_of(t) != analysis.paragraph_of(i) || opens(analysis, t)) return false;
    if (surely_closes(analysis, t)) return true;
  }
  return false;
}

bool ends_as_owner(const Analysis& analysis, TokenIndex word) {
  const std::string folded = fold_word(analysis.text_of(word));
  const auto endings = analysis.language().words(Tag::OwnerEnding);
  return std::any_of(endings.begin(), endings.end(), [&folded](const std::string& ending) {
    return folded.size() > ending.size() && folded.ends_with(ending);
  });
}

}  // namespace

bool is_owner_apostrophe(const Analysis& analysis, TokenIndex token) {
  if (token == 0 || token >= analysis.size() || !is_apostrophe(analysis.mark(token))) return false;
  if (!touches_left(analysis, token) || touches_right(analysis, token)) return false;
  if (!is_word(analysis, token - 1) || !is_word(analysis, token + 1)) return false;
  if (!in_same_sentence(analysis, token, token + 1)) return false;
  if (!ends_as_owner(analysis, token - 1)) return false;
  return !open_before(analysis, token) || closed_after(analysis, token);
}

bool ends_owner(const Analysis& analysis, TokenIndex token) {
  if (token < analysis.size() && analysis.is(token, Tag::Enclitic)) {
    return analysis.token(token).joined;
  }
  return is_owner_apostrophe(analysis, token);
}

}  // namespace dixit::parser
