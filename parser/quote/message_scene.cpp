#include "parser/quote/message_scene.h"

#include <algorithm>
#include <string>

#include "parser/quote/evidential.h"
#include "parser/quote/hops.h"

namespace dixit::parser {
namespace {

using model::HopRole;

// How many sentences back a message may have been made known that is then read from.
constexpr std::uint32_t kMessageReachSentences = 3;

// How many sentences back somebody may have been said to be heard on a station.
constexpr std::uint32_t kHeardReachSentences = 2;

// A sentence that holds more quotations than this is a list: links in it belong to no one of them.
constexpr std::size_t kDraftsOfSentenceMax = 16;

// A message from which more is read is a book; links of its first quotations are enough.
constexpr std::size_t kDraftsOfMessageMax = 256;

bool overlap(const TokenRange& a, const TokenRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

bool within(const TokenRange& inner, const TokenRange& outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

// Whether the link is the source rather than something in its complements: "the voice in the
// video".
bool names_source(const Link& link, const Draft& draft) {
  constexpr TokenIndex kDeterminers = 2;
  return overlap(link.tokens, draft.source) &&
         link.tokens.begin <= draft.source.begin + kDeterminers;
}

// "the social network said": a company that speaks for itself, and no message.
bool is_body(const Analysis& analysis, const Link& link) {
  static const TagSet kBodies = tag_set({Tag::GroupNoun, Tag::BodyNoun});
  const PhraseMatch* noun = analysis.match(link.anchor, Tag::SocialChannel);
  if (noun == nullptr || noun->length == 1)
    return false;  // a post, which some call as they do bodies
  for (TokenIndex i = link.anchor; i < link.tokens.end && !analysis.is(i, Tag::Genitive); ++i) {
    if (analysis.is_any(i, kBodies)) return true;
  }
  return false;
}

// What was done to a message on its way, rather than who told of it.
bool is_hand(const Link& link) {
  return link.role == HopRole::Translator || link.role == HopRole::Monitor ||
         link.role == HopRole::Republisher || link.role == HopRole::Broadcaster ||
         link.role == HopRole::Spokesperson || (link.role == HopRole::Channel && link.carries);
}

// "a masked man", "the group": more words name somebody of his own.
constexpr TokenIndex kVoiceTokensMax = 3;

}  // namespace

std::set<std::uint32_t> own_sentences(const Analysis& analysis, const Draft& draft) {
  std::set<std::uint32_t> sentences;
  for (const TokenRange& range : {draft.outer, draft.tokens, draft.cue, draft.source}) {
    if (range.empty()) continue;
    sentences.insert(analysis.sentence_of(range.begin));
    sentences.insert(analysis.sentence_of(range.end - 1));
  }
  return sentences;
}

MessageScene::MessageScene(const Analysis& analysis, std::span<const Link> links,
                           std::vector<Draft>& drafts)
    : analysis_(&analysis),
      links_(links),
      drafts_(&drafts),
      mentions_(analysis),
      messages_(analysis, links, mentions_, drafts),
      speakers_(analysis, drafts),
      drafts_of_(analysis.sentences().size()),
      message_of_(drafts.size()) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (const std::uint32_t sentence : own_sentences(analysis, drafts[i])) {
      drafts_of_[sentence].push_back(i);
    }
  }
}

void MessageScene::read() {
  for (std::size_t i = 0; i < drafts_->size(); ++i) {
    add_own_links(i);
    add_message_before(i);
    add_heard_before(i);
    add_teller_before(i);
  }
  add_bridges();
  add_later_hands();
  add_leads();
}

// "The recording was first spotted by SITE.": what a later sentence says of a message on its way.
void MessageScene::add_later_hands() {
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (!messages_.is_message(i) || messages_.introduction_of(i) == i) continue;
    const std::uint32_t sentence = analysis_->sentence_of(links_[i].anchor);
    if (!drafts_of_[sentence].empty()) continue;
    for (const Link& link : links_of(sentence)) {
      if (link.role != HopRole::Monitor && link.role != HopRole::Translator) continue;
      for (std::size_t d = 0; d < drafts_->size() && d < kDraftsOfMessageMax; ++d) {
        if (message_of_[d] == messages_.introduction_of(i)) {
          add_link(*analysis_, link, (*drafts_)[d]);
        }
      }
    }
  }
}

std::span<const Link> MessageScene::links_of(std::uint32_t sentence) const {
  const TokenRange range = analysis_->sentences()[sentence];
  const auto anchored = [](const Link& link, TokenIndex token) { return link.anchor < token; };
  const auto begin = std::lower_bound(links_.begin(), links_.end(), range.begin, anchored);
  const auto end = std::lower_bound(begin, links_.end(), range.end, anchored);
  return {begin, end};
}

void MessageScene::add_own_links(std::size_t index) {
  Draft& draft = (*drafts_)[index];
  yield_to_message(draft);
  for (const std::uint32_t sentence : own_sentences(*analysis_, draft)) {
    for (const Link& link : links_of(sentence)) {
      if (!belongs(link, index)) continue;
      const auto at = static_cast<std::size_t>(&link - links_.data());
      if (messages_.is_message(at)) {
        add_message(index, messages_.introduction_of(at));
      } else {
        add_link(*analysis_, link, draft);
      }
    }
  }
}

// Whether a link of a draft's own sentences is a link of its chain rather than its source,
// somebody else's source, or somebody that the indirect words themselves speak of.
bool MessageScene::belongs(const Link& link, std::size_t index) const {
  const Draft& draft = (*drafts_)[index];
  const bool is_source = names_source(link, draft);
  if (link.role == HopRole::Channel) {
    if (is_source && is_body(*analysis_, link)) return false;
    return is_source || (link.carries && !overlap(link.tokens, draft.tokens));
  }
  if (is_source || overlap(link.tokens, draft.tokens) || is_others_source(link, index)) {
    return false;
  }
  if (link.role == HopRole::Witness || link.role == HopRole::Authority) return !draft.cue.empty();
  return true;
}

// "The Herald praised “…”, while the Post found “…”": each speaks for itself.
bool MessageScene::is_others_source(const Link& link, std::size_t index) const {
  const std::vector<std::size_t>& mates = drafts_of_[analysis_->sentence_of(link.anchor)];
  if (mates.size() > kDraftsOfSentenceMax) return true;
  const Draft& draft = (*drafts_)[index];
  return std::any_of(mates.begin(), mates.end(), [&](std::size_t mate) {
    const Draft& other = (*drafts_)[mate];
    if (mate == index || is_reported_clause(other) || !names_source(link, other)) return false;
    return !within(draft.tokens, other.tokens) && !within(other.tokens, draft.tokens);
  });
}

// The message itself, what was done to it where it was introduced, and whose it is.
void MessageScene::add_message(std::size_t index, std::size_t introduction) {
  Draft& draft = (*drafts_)[index];
  const Link& message = links_[introduction];
  add_link(*analysis_, message, draft);
  message_of_[index] = introduction;
  add_hands(draft, message);
  name_author(draft, introduction);
  hedge_by_message(draft, introduction);
}

// What the message's own sentence says of it after naming it.
void MessageScene::add_hands(Draft& draft, const Link& message) const {
  for (const Link& link : links_of(analysis_->sentence_of(message.anchor))) {
    if (link.anchor <= message.anchor || !is_hand(link) || names_source(link, draft)) continue;
    if (!overlap(link.tokens, draft.tokens)) add_link(*analysis_, link, draft);
  }
}

// Whether somebody else is quoted in the sentence.
bool MessageScene::foreign_words(std::uint32_t sentence, std::size_t index) const {
  const std::vector<std::size_t>& others = drafts_of_[sentence];
  if (others.size() > kDraftsOfSentenceMax) return true;
  return std::any_of(others.begin(), others.end(), [&](std::size_t other) {
    return other != index && !is_reported_clause((*drafts_)[other]) &&
           speakers_.key(other) != speakers_.key(index);
  });
}

std::uint32_t MessageScene::first_sentence(const Draft& draft) const {
  return *own_sentences(*analysis_, draft).begin();
}

// "The letter … . «…», it says": a message that speaks for itself was introduced before.
void MessageScene::add_message_before(std::size_t index) {
  Draft& draft = (*drafts_)[index];
  const bool voice = voice_of_message(draft);
  if (has_hop(draft, HopRole::Channel)) return;
  if (!voice && !spoken_by_nobody(draft) && !points_back(draft)) return;
  // Where no source was found, a message named in the sentence itself is the one that speaks.
  std::optional<std::size_t> message;
  if (draft.source.empty()) message = messages_.latest_before(draft.outer.begin, 0);
  if (!message) message = messages_.latest_before(draft.outer.begin, kMessageReachSentences);
  if (!message) return;
  const bool one_reads =
      draft.source.size() == 1 && analysis_->is(draft.source.begin, Tag::IndefinitePronoun);
  add_message(index, *message);
  if (!one_reads) return;
  // "one reads": whoever reads has not said it.
  if (!messages_.author_of(*message)) draft.quotation.source.reset();
}

// "The commander was heard on Radio Nord. … «…», he warned."
void MessageScene::add_heard_before(std::size_t index) {
  Draft& draft = (*drafts_)[index];
  const bool voice = voice_of_message(draft);
  if (has_hop(draft, HopRole::Channel) || has_hop(draft, HopRole::Broadcaster)) return;
  if (!draft.quotation.source || is_reported_clause(draft)) return;
  const std::uint32_t own = first_sentence(draft);
  const std::uint32_t paragraph = analysis_->paragraph_of(draft.outer.begin);
  for (std::uint32_t back = 1; back <= kHeardReachSentences + (voice ? 1 : 0) && back <= own;
       ++back) {
    const TokenRange sentence = analysis_->sentences()[own - back];
    if (analysis_->paragraph_of(sentence.begin) + 1 < paragraph) return;
    if (foreign_words(own - back, index)) return;
    for (const Link& link : links_of(own - back)) {
      if (link.role != HopRole::Broadcaster || (!link.carries && !voice)) continue;
      if (overlap(link.tokens, draft.source)) continue;
      const TokenRange before{.begin = sentence.begin, .end = link.tokens.begin};
      if (voice || speaks_of(*analysis_, draft, before)) return add_link(*analysis_, link, draft);
    }
  }
}

// "…, according to the judge. «…», he is said to have whispered.": a voice of the sentence before.
void MessageScene::add_teller_before(std::size_t index) {
  Draft& draft = (*drafts_)[index];
  const std::uint32_t own = first_sentence(draft);
  if (own == 0 || draft.cue.empty() || !is_hedged_by_cue(*analysis_, draft)) return;
  if (has_hop(draft, HopRole::Witness) || has_hop(draft, HopRole::Authority)) return;
  const TokenIndex before = analysis_->sentences()[own - 1].begin;
  if (analysis_->paragraph_of(before) != analysis_->paragraph_of(draft.outer.begin)) return;
  const std::vector<std::size_t>& told = drafts_of_[own - 1];
  if (!std::all_of(told.begin(), told.end(),
                   [&](std::size_t other) { return is_reported_clause((*drafts_)[other]); })) {
    return;
  }
  for (const Link& link : links_of(own - 1)) {
    const bool teller = link.role == HopRole::Witness || link.role == HopRole::Authority;
    if (teller && !overlap(link.tokens, draft.source)) add_link(*analysis_, link, draft);
  }
}

// A threat is reported, and then "the letter" is spoken of as known: the threat stood in it.
void MessageScene::add_bridges() {
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (!messages_.presupposed(i)) continue;
    const std::uint32_t paragraph = analysis_->paragraph_of(links_[i].anchor);
    const std::uint32_t sentence = analysis_->sentence_of(analysis_->paragraphs()[paragraph].begin);
    const TokenIndex begin = analysis_->sentences()[analysis_->sentence_of(links_[i].anchor)].begin;
    const bool opens = links_[i].tokens.begin <= begin + 1;
    if (!links_[i].carries && !links_[i].announced && !opens) continue;
    for (std::uint32_t back = 1; back <= kMessageReachSentences && back <= sentence; ++back) {
      const std::vector<std::size_t>& before = drafts_of_[sentence - back];
      if (before.empty()) continue;
      for (const std::size_t index : before) {
        Draft& draft = (*drafts_)[index];
        const bool near = analysis_->paragraph_of(draft.outer.begin) + 1 >= paragraph;
        const bool vowed = draft.cue_tag == Tag::Threaten || draft.cue_tag == Tag::Promise;
        if (near && vowed && !draft.cue.empty() && !has_hop(draft, HopRole::Channel)) {
          add_message(index, i);
        }
      }
      break;
    }
  }
}

// "The Front threatened to close the bridge." and, a paragraph on, "In a statement, the group …": a
// lead tells of the message that is read from next.
void MessageScene::add_leads() {
  for (std::size_t i = 0; i + 1 < drafts_->size(); ++i) {
    Draft& lead = (*drafts_)[i];
    const bool vowed = lead.cue_tag == Tag::Threaten || lead.cue_tag == Tag::Promise;
    if (!is_reported_clause(lead) || lead.cue.empty() || !vowed) continue;
    if (lead.source.empty() || has_hop(lead, HopRole::Channel)) continue;
    std::size_t next = i + 1;
    while (next < drafts_->size() && (*drafts_)[next].tokens.begin < lead.tokens.end) ++next;
    if (next == drafts_->size() || !elaborates(next)) continue;
    const Draft& told = (*drafts_)[next];
    if (analysis_->paragraph_of(told.outer.begin) !=
        analysis_->paragraph_of(lead.outer.begin) + 1) {
      continue;
    }
    for (const model::Hop& hop : told.quotation.hops) {
      const bool heard = hop.role == HopRole::Witness || hop.role == HopRole::Authority;
      if (!heard && hop.role != HopRole::Agency && hop.role != HopRole::Outlet) {
        insert_hop(lead, hop);
      }
    }
    if (lead.quotation.medium == model::Medium::Unknown) {
      lead.quotation.medium = told.quotation.medium;
    }
    add_reason(*analysis_, lead, "chain.told_by_lead", told.source);
  }
}

// Whether words read from a message are said to be those of somebody spoken of before: "the
// group", a masked spokesman, or the message itself.
bool MessageScene::elaborates(std::size_t index) const {
  const Draft& draft = (*drafts_)[index];
  const std::optional<std::size_t> message = message_of_[index];
  if (!message || draft.source.empty()) return false;
  static const TagSet kVoice =
      tag_set({Tag::Spokesperson, Tag::AnonymousNoun, Tag::ArmedNoun, Tag::BodyNoun});
  const auto author = messages_.author_of(*message);
  const TokenRange phrase = author ? author->tokens : draft.source;
  if (!author && voice_of_message(draft)) return true;
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis_->is_any(i, kVoice)) return phrase.size() <= kVoiceTokensMax;
  }
  return false;
}

}  // namespace dixit::parser
