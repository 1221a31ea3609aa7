#include "parser/quote/message_sender.h"

#include <algorithm>

#include "parser/quote/carriers.h"
#include "parser/quote/noun_chain.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// How far behind a message's noun whom it is from may be named.
constexpr TokenIndex kSenderReach = 9;

// A letter may be from a town, words are somebody's.
bool may_send(const Analysis& analysis, const Mention& mention, TokenIndex noun) {
  static const TagSet kWords = tag_set({Tag::CueNoun, Tag::ThreatNoun});
  const bool somebody = mention.person || mention.body ||
                        (mention.kind == MentionKind::Name && analysis.is_any(noun, kWords));
  return somebody && mention.can_speak && !mention.weak && !mention.carrier &&
         mention.kind != MentionKind::Pronoun && !names_carrier(analysis, mention.core);
}

// What opens the naming of an author at the token; an agent is one only of what was written or
// sent.
const PhraseMatch* opener_at(const Analysis& analysis, TokenIndex noun, TokenIndex token,
                             bool issued) {
  static const TagSet kShown = tag_set({Tag::VideoChannel, Tag::AudioChannel, Tag::BannerChannel});
  if (const PhraseMatch* signature = analysis.match(token, Tag::Signed)) return signature;
  if (const PhraseMatch* from = analysis.match(token, Tag::AuthorPreposition)) {
    // What shows somebody need not be his.
    const bool shown = analysis.is_any(noun, kShown) && analysis.is(token, Tag::Genitive);
    return shown ? nullptr : from;
  }
  return issued ? analysis.match(token, Tag::AgentPreposition) : nullptr;
}

// Arabic "رسالة المتهم"
MentionIndex owner_right_behind(const Analysis& analysis, const Mentions& mentions,
                                TokenIndex noun) {
  if (!analysis.language().grammar.verb_before_subject || has_article(analysis, noun)) {
    return kNoMention;
  }
  const MentionIndex index = mentions.beginning_at(noun + 1);
  return index != kNoMention && may_send(analysis, mentions[index], noun) ? index : kNoMention;
}

}  // namespace

MentionIndex sender_of(const Analysis& analysis, const Mentions& mentions, TokenIndex noun,
                       TokenIndex end) {
  static const TagSet kIssued = tag_set({Tag::Write, Tag::Issue});
  static const TagSet kOthers = tag_set({Tag::RecipientPreposition, Tag::AgainstPreposition});
  bool issued = true;  // by whom it was received or found, it was not sent
  if (const MentionIndex owner = owner_right_behind(analysis, mentions, noun);
      owner != kNoMention) {
    return owner;
  }
  end = std::min(end, noun + kSenderReach);
  for (TokenIndex at = noun + 1; at < end && in_same_sentence(analysis, noun, at); ++at) {
    if (analysis.token(at).kind == TokenKind::Punctuation) {
      if (analysis.mark(at) == ',' && analysis.is(at + 1, Tag::Signed)) continue;
      break;
    }
    if (const PhraseMatch* opener = opener_at(analysis, noun, at, issued)) {
      // The second where a genitive's article is all that opens it.
      for (const TokenIndex begin : {at + opener->length, at}) {
        const MentionIndex index = mentions.beginning_at(begin);
        if (index != kNoMention && may_send(analysis, mentions[index], noun)) return index;
      }
      continue;
    }
    if (analysis.is_any(at, kOthers)) break;
    const unsigned moods = verb_moods(analysis, at);
    if (moods != 0 && (moods & mood_bit(Mood::Participle)) == 0) break;
    issued = issued && (moods == 0 || analysis.is_any(at, kIssued));
  }
  return kNoMention;
}

}  // namespace dixit::parser
