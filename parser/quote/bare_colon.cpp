#include "parser/quote/bare_colon.h"

#include <algorithm>
#include <ranges>

#include "parser/quote/fronted_object.h"

namespace dixit::parser {
namespace {

constexpr double kBareColonScore = 0.72;

// Tokens back in which an open bracket is looked for, and mentions before a colon.
constexpr TokenIndex kBracketReach = 200;
constexpr MentionIndex kColonMentionsMax = 60;

bool in_parentheses(const Analysis& analysis, const Frame& frame, TokenIndex begin) {
  const TokenIndex floor = std::max(frame.tokens.begin, begin - std::min(begin, kBracketReach));
  for (TokenIndex at = begin; at-- > floor;) {
    const char32_t mark = analysis.mark(at);
    if (mark == '(' || mark == '[') return true;
    if (mark == ')' || mark == ']') return false;
  }
  return false;
}

// "The judge was told: “…”": a passive verb of speech whose subject hears the words.
bool was_told(const Scene& scene, const Frame& frame, const Mention& subject, TokenIndex colon) {
  for (const CueIndex index : std::views::reverse(frame.cues)) {
    const Cue& cue = scene.cues()[index];
    if (cue.tokens.begin >= colon || cue.kind != CueKind::Verb) continue;
    return cue.passive && subject.core.end <= cue.head;
  }
  return false;
}

// "Al juez le llegó un sobre: “…”": whom words are sent to has not said them.
bool is_recipient(const Analysis& analysis, const Mention& mention) {
  const TokenIndex begin = mention.core.begin;
  return mention.governed && begin > 0 && analysis.is(begin - 1, Tag::RecipientPreposition);
}

}  // namespace

std::optional<Attribution> bare_colon(const Scene& scene, const Frame& frame,
                                      const MarkedStretch& stretch) {
  const TokenIndex begin = stretch.outer.begin;
  if (begin == frame.tokens.begin || scene.analysis().mark(begin - 1) != ':') return std::nullopt;
  if (in_parentheses(scene.analysis(), frame, begin)) return std::nullopt;
  const Mentions& mentions = scene.mentions();
  MentionIndex best = kNoMention;
  const MentionIndex first = mentions.from(frame.tokens.begin);
  for (MentionIndex m = first;
       m < mentions.all().size() && m - first < kColonMentionsMax && mentions[m].core.begin < begin;
       ++m) {
    if (scene.region_of(mentions[m].core.begin) != frame.region) continue;
    if (!mentions[m].can_speak) continue;
    // "After reading the letter, Smith was calm: “…”": what opens the sentence apart is no subject.
    if (mentions[m].carrier && scene.analysis().mark(mentions[m].tokens.end) == ',') continue;
    if (best == kNoMention || !mentions[m].governed) best = m;
    if (!mentions[m].governed) break;
  }
  if (best != kNoMention && is_recipient(scene.analysis(), mentions[best])) best = kNoMention;
  if (best != kNoMention) best = subject_of_opening(scene.analysis(), mentions, best);
  if (best != kNoMention && was_told(scene, frame, mentions[best], begin)) return std::nullopt;
  Attribution found{.score = kBareColonScore, .rule = "colon", .whole = true};
  if (best != kNoMention) {
    found.source =
        Subject{.tokens = mentions[best].tokens, .mention = best, .rule = "source.before_colon"};
  } else {
    found.score -= 0.2;
  }
  return found;
}

}  // namespace dixit::parser
