#include "parser/quote/link_context.h"

#include <algorithm>
#include <utility>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// How far before a noun phrase its preposition may stand.
constexpr TokenIndex kGovernorReach = 3;

// How far after a subject its verb may stand.
constexpr TokenIndex kVerbReach = 3;

// A name of more words has run into the next one.
constexpr TokenIndex kNameTokensMax = 8;

}  // namespace

LinkContext::LinkContext(const Analysis& analysis, std::vector<bool> quoted)
    : analysis_(&analysis), quoted_(std::move(quoted)) {}

bool LinkContext::same_sentence(TokenIndex a, TokenIndex b) const {
  return a < analysis_->size() && b < analysis_->size() &&
         analysis_->sentence_of(a) == analysis_->sentence_of(b);
}

bool LinkContext::governed_by(TokenIndex token, Tag tag) const {
  for (TokenIndex back = 1; back <= kGovernorReach && back <= token; ++back) {
    const TokenIndex at = token - back;
    if (!same_sentence(at, token) || analysis_->token(at).kind == TokenKind::Punctuation) {
      return false;
    }
    if (analysis_->within(at, tag)) return true;
    // "to sue the website": the verb between governs the phrase.
    const bool verb = verb_moods(*analysis_, at) != 0 && !is_determiner_like(*analysis_, at);
    if (verb && !analysis_->is(at, Tag::NounToo)) return false;
  }
  return false;
}

bool LinkContext::has_name(const TokenRange& phrase) const {
  static const TagSet kCommon = tag_set({Tag::BroadcastChannel, Tag::OutletNoun});
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (!analysis_->token(i).capitalised) continue;
    const bool opens = i == 0 || !same_sentence(i - 1, i);
    if (!opens && !analysis_->is_any(i, kCommon) && !is_determiner_like(*analysis_, i)) return true;
  }
  return false;
}

bool LinkContext::holds(const TokenRange& range, Tag tag) const {
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    if (analysis_->is(i, tag)) return true;
  }
  return false;
}

bool LinkContext::verb_of_saying(TokenIndex token) const {
  static const TagSet kVerbs = tag_set({Tag::Say, Tag::Relay, Tag::Express, Tag::Warn,
                                        Tag::Threaten, Tag::Impersonal, Tag::Promise});
  return analysis_->is_any(token, kVerbs);
}

bool LinkContext::reports(const TokenRange& phrase) const {
  if (governed_by(phrase.begin, Tag::SourcePreposition)) return true;
  for (TokenIndex i = phrase.end; i < phrase.end + kVerbReach && same_sentence(phrase.begin, i);
       ++i) {
    if (analysis_->token(i).kind == TokenKind::Punctuation) return false;
    if (verb_of_saying(i)) return true;
  }
  // "proclame ce texte": the verb may stand before its subject.
  static const TagSet kInverted =
      tag_set({Tag::Say, Tag::Express, Tag::Warn, Tag::Threaten, Tag::Write, Tag::Relay});
  TokenIndex before = phrase.begin;
  while (before > 0 && phrase.begin - before < kVerbReach - 1 &&
         (analysis_->is(before - 1, Tag::Weekday) || is_light(*analysis_, before - 1))) {
    --before;
  }
  return before > 0 && same_sentence(before - 1, phrase.begin) &&
         analysis_->is_any(before - 1, kInverted);
}

const EntityMention* LinkContext::mention_in(const TokenRange& range, TokenIndex mate) const {
  for (TokenIndex i = range.begin; i < range.end && same_sentence(mate, i); ++i) {
    if (analysis_->mark(i) == ',') return nullptr;
    if (const EntityMention* mention = analysis_->mention_at(i)) return mention;
  }
  return nullptr;
}

bool LinkContext::apposed(const TokenRange& phrase) const {
  if (phrase.begin < 2 || analysis_->mark(phrase.begin - 1) != ',') return false;
  return same_sentence(phrase.begin - 2, phrase.begin) &&
         (analysis_->token(phrase.begin - 2).capitalised ||
          analysis_->mention_at(phrase.begin - 2) != nullptr);
}

TokenRange LinkContext::name_at(TokenIndex token) const {
  TokenIndex end = token;
  while (end < analysis_->size() && end - token < kNameTokensMax && same_sentence(token, end)) {
    const bool particle = end > token && analysis_->is(end, Tag::NameParticle) &&
                          same_sentence(token, end + 1) && analysis_->token(end + 1).capitalised;
    if (!analysis_->token(end).capitalised && !particle) break;
    ++end;
  }
  return {.begin = token, .end = end};
}

TokenRange LinkContext::marked_name(TokenIndex token) const {
  constexpr TokenIndex kWordsMax = 4;
  if (token >= analysis_->size() || analysis_->mark(token) == 0) return {};
  const char32_t open = analysis_->mark(token);
  const std::vector<MarkPair>& marks = analysis_->language().marks;
  const bool quotes = std::any_of(marks.begin(), marks.end(),
                                  [open](const MarkPair& pair) { return pair.open == open; });
  if (!quotes) return {};
  for (TokenIndex i = token + 2; i <= token + 1 + kWordsMax && same_sentence(token, i); ++i) {
    if (analysis_->mark(i) != 0) return {.begin = token, .end = i + 1};
  }
  return {};
}

}  // namespace dixit::parser
