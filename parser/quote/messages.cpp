#include "parser/quote/messages.h"

#include <algorithm>

#include "parser/quote/carriers.h"
#include "parser/quote/message_issue.h"
#include "parser/quote/message_sender.h"
#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

using model::HopRole;
using model::Medium;

// How many links and paragraphs back a message may have been introduced that is taken up again.
constexpr std::size_t kLinksBack = 24;
constexpr std::uint32_t kParagraphsBack = 6;

// How far after a message its signature may be named.
constexpr TokenIndex kSignatureReach = 30;

// How far before a message the verb may stand by which somebody issued it.
constexpr TokenIndex kIssueReach = 4;

// A channel so near a sentence's start opens it: "In a statement, the group …".
constexpr TokenIndex kOpeningReach = 3;

bool recorded(Medium medium) { return medium == Medium::Video || medium == Medium::Audio; }

bool written(Medium medium) {
  return medium == Medium::WrittenStatement || medium == Medium::Letter ||
         medium == Medium::Leaflet || medium == Medium::Banner || medium == Medium::SocialPost;
}

// What police and courts write down holds others' words: whoever speaks beside it has not issued
// it.
bool is_record(const Link& link) { return link.medium == Medium::CourtOrPoliceRecord; }

// Whether "the text" can be what was introduced as "a letter". Of exact kinds first.
bool may_be_called(Medium introduced, Medium later) {
  if (introduced == later) return true;
  if (recorded(introduced) && recorded(later)) return true;
  const bool general = later == Medium::WrittenStatement || later == Medium::SocialPost;
  return general && written(introduced);
}

}  // namespace

Messages::Messages(const Analysis& analysis, std::span<const Link> links, const Mentions& mentions,
                   const std::vector<Draft>& drafts)
    : analysis_(&analysis),
      links_(links),
      mentions_(&mentions),
      quoted_(quoted_tokens(analysis, drafts)),
      authors_(links.size()) {
  introduced_.reserve(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    introduced_.push_back(is_message(i) && links[i].taken_up ? antecedent_of(i) : i);
    if (!is_message(i)) continue;
    std::optional<Author>& author = authors_[introduced_[i]];
    if (!author) author = named_author(links[i]);
    if (!author) author = sender(links[i]);
    if (!author) author = issuer(links[i]);
  }
}

bool Messages::is_message(std::size_t link) const {
  const Link& channel = links_[link];
  return channel.role == HopRole::Channel && channel.entity == Link::kNoEntity &&
         channel.medium != Medium::Speech && channel.medium != Medium::Interview;
}

bool Messages::presupposed(std::size_t link) const {
  return is_message(link) && links_[link].taken_up && introduced_[link] == link;
}

std::size_t Messages::antecedent_of(std::size_t link) const {
  const std::size_t first = link > kLinksBack ? link - kLinksBack : 0;
  const std::uint32_t paragraph = analysis_->paragraph_of(links_[link].tokens.begin);
  std::size_t alike = link;
  for (std::size_t i = link; i-- > first;) {
    if (!is_message(i)) continue;
    if (analysis_->paragraph_of(links_[i].tokens.begin) + kParagraphsBack < paragraph) break;
    if (links_[i].medium == links_[link].medium) return introduced_[i];
    if (alike == link && may_be_called(links_[i].medium, links_[link].medium)) {
      alike = introduced_[i];
    }
  }
  return alike;
}

std::optional<std::size_t> Messages::latest_before(TokenIndex token,
                                                   std::uint32_t sentences) const {
  const auto end = std::partition_point(links_.begin(), links_.end(),
                                        [token](const Link& link) { return link.anchor < token; });
  const std::uint32_t sentence = analysis_->sentence_of(token);
  std::optional<std::size_t> mentioned;
  std::uint32_t nearest = 0;
  for (auto i = static_cast<std::size_t>(end - links_.begin()); i-- > 0;) {
    if (analysis_->sentence_of(links_[i].anchor) + sentences < sentence) break;
    if (!is_message(i)) continue;
    if (mentioned && analysis_->sentence_of(links_[i].anchor) < nearest) break;
    if (links_[i].carries || links_[i].announced) return introduced_[i];
    if (!mentioned && !is_record(links_[i])) {
      mentioned = introduced_[i];
      nearest = analysis_->sentence_of(links_[i].anchor);
    }
  }
  return mentioned;
}

std::optional<Author> Messages::author_of(std::size_t introduction) const {
  return authors_[introduction];
}

// "a letter signed by X", "un texte attribué à X"
std::optional<Author> Messages::named_author(const Link& link) const {
  const TokenIndex limit = std::min(analysis_->size(), link.tokens.end + kSignatureReach);
  const std::uint32_t sentence = analysis_->sentence_of(link.tokens.begin);
  bool hedged = false;
  for (TokenIndex i = link.tokens.end; i < limit && analysis_->sentence_of(i) == sentence; ++i) {
    hedged = hedged || analysis_->is(i, Tag::HedgeAdverb);
    const PhraseMatch* attributed = analysis_->match(i, Tag::Attributed);
    const PhraseMatch* signature =
        attributed != nullptr ? attributed : analysis_->match(i, Tag::Signed);
    if (signature == nullptr) continue;
    const TokenRange name = noun_phrase_from(*analysis_, i + signature->length);
    if (name.empty()) return std::nullopt;
    return Author{.tokens = name, .attributed = hedged || attributed != nullptr};
  }
  return std::nullopt;
}

// "a letter from X", "une lettre de menaces d'un inconnu". What shows X is not always his: videos.
std::optional<Author> Messages::sender(const Link& link) const {
  if (!written(link.medium)) return std::nullopt;
  const MentionIndex index = sender_of(*analysis_, *mentions_, link.anchor, analysis_->size());
  if (index == kNoMention) return std::nullopt;
  return Author{.tokens = (*mentions_)[index].core};
}

// "The group released a video", "In a statement, the group …"
std::optional<Author> Messages::issuer(const Link& link) const {
  static const TagSet kIssue = tag_set({Tag::Write, Tag::Issue});
  const TokenRange sentence = analysis_->sentences()[analysis_->sentence_of(link.tokens.begin)];
  for (TokenIndex back = 1; back <= kIssueReach && back <= link.tokens.begin - sentence.begin;
       ++back) {
    const TokenIndex at = link.tokens.begin - back;
    if (analysis_->token(at).kind == TokenKind::Punctuation) break;
    if (!analysis_->is_any(at, kIssue)) continue;
    return giver(link, speaker_between(sentence.begin, at));
  }
  if (link.tokens.begin > sentence.begin + kOpeningReach) return threatener(link, sentence);
  // Only "in the letter": a letter that opens its sentence bare is the subject itself.
  bool governed = false;
  for (TokenIndex i = sentence.begin; i < link.tokens.begin; ++i) {
    governed = governed || analysis_->within(i, Tag::ChannelPreposition);
  }
  if (!governed) return std::nullopt;
  const TokenIndex verb = first_verb_after(link.tokens.end, sentence.end);
  // "In a letter, the judge was threatened": who suffers it has not written it.
  if (is_passive(*analysis_, link.tokens.end, verb)) return std::nullopt;
  auto subject = speaker_between(link.tokens.end, verb);
  // "In einem Schreiben droht die Gruppe": the verb may come first.
  if (!subject && verb > link.tokens.end) subject = speaker_after(verb, sentence.end);
  return subject ? std::optional(Author{.tokens = *subject}) : std::nullopt;
}

// "The group threatened in a statement to …": whoever speaks before the message is named.
std::optional<Author> Messages::threatener(const Link& link, const TokenRange& sentence) const {
  if (!link.carries || is_record(link)) return std::nullopt;
  const TokenIndex verb = first_verb_after(sentence.begin, link.tokens.begin);
  if (verb == sentence.begin) return std::nullopt;
  return giver(link, speaker_between(sentence.begin, verb));
}

// The subject, where it gives the message out.
std::optional<Author> Messages::giver(const Link& link, std::optional<TokenRange> subject) const {
  if (!subject || !gives_out(*analysis_, *subject, link.tokens)) return std::nullopt;
  return Author{.tokens = *subject};
}

TokenIndex Messages::first_verb_after(TokenIndex begin, TokenIndex end) const {
  static const TagSet kVerbs =
      tag_set({Tag::Say, Tag::Threaten, Tag::Warn, Tag::Claim, Tag::Promise, Tag::Judge,
               Tag::Express, Tag::Auxiliary, Tag::Order, Tag::Ask, Tag::Deny, Tag::Think});
  for (TokenIndex i = begin; i < end; ++i) {
    if (quoted_[i]) continue;
    if (analysis_->is_any(i, kVerbs) && (verb_moods(*analysis_, i) & kFiniteMoods) != 0) return i;
  }
  return begin;
}

// The first such right behind a verb.
std::optional<TokenRange> Messages::speaker_after(TokenIndex verb, TokenIndex end) const {
  const MentionIndex m = mentions_->from(verb + 1);
  if (m >= mentions_->all().size()) return std::nullopt;
  const Mention& mention = (*mentions_)[m];
  const bool behind = mention.core.begin <= verb + 2 && mention.core.begin < end;
  const bool speaks = mention.can_speak && !mention.governed && !quoted_[mention.core.begin] &&
                      mention.kind != MentionKind::Pronoun &&
                      !names_carrier(*analysis_, mention.core);
  return behind && speaks ? std::optional(mention.core) : std::nullopt;
}

// The last name or description there that no preposition governs.
std::optional<TokenRange> Messages::speaker_between(TokenIndex begin, TokenIndex end) const {
  std::optional<TokenRange> found;
  for (MentionIndex m = mentions_->from(begin);
       m < mentions_->all().size() && (*mentions_)[m].core.begin < end; ++m) {
    const Mention& mention = (*mentions_)[m];
    if (mention.governed || !mention.can_speak || quoted_[mention.core.begin]) continue;
    // A newspaper that prints a letter has not written it.
    const bool named =
        mention.kind != MentionKind::Pronoun && !names_carrier(*analysis_, mention.core);
    found = named ? std::optional(mention.core) : std::nullopt;
  }
  return found;
}

}  // namespace dixit::parser
