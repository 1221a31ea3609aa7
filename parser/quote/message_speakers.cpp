#include <algorithm>
#include <string>

#include "parser/quote/carriers.h"
#include "parser/quote/evidential.h"
#include "parser/quote/message_scene.h"

// Who speaks in a message: the parts of MessageScene that look at a draft's source.
namespace dixit::parser {
namespace {

using model::HopRole;

bool overlap(const TokenRange& a, const TokenRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Whether the phrase is no more than a description: "the group", where capitals would tell a name.
bool is_unnamed(const Analysis& analysis, const TokenRange& phrase) {
  if (analysis.language().grammar.no_capitals) return false;
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.token(i).capitalised || analysis.mention_at(i) != nullptr) return false;
  }
  return true;
}

}  // namespace

// "«…», the leaflet reads, according to the Herald": what stands beside the words speaks, not the
// carrier that a preposition cites.
void MessageScene::yield_to_message(Draft& draft) const {
  const bool cited = !draft.cue.empty() && analysis_->is(draft.cue.begin, Tag::SourcePreposition);
  if (!cited || draft.source.empty() || draft.cue.begin < draft.outer.end) return;
  if (!names_carrier(*analysis_, draft.source)) return;
  for (const Link& link : links_of(analysis_->sentence_of(draft.cue.begin))) {
    const bool beside = link.role == HopRole::Channel && link.tokens.begin >= draft.outer.end &&
                        link.tokens.begin <= draft.outer.end + 1;
    if (!beside || !draft.quotation.source) continue;
    draft.source = link.tokens;
    model::Source& source = *draft.quotation.source;
    source = {.span = byte_span(*analysis_, link.tokens),
              .text = {},
              .name = std::string(analysis_->text_of(link.tokens)),
              .entity = {},
              .score = source.score};
    add_reason(*analysis_, draft, "source.message_beside", link.tokens);
    return;
  }
}

// Whether no person is said to speak: no source, "one reads", or "it".
bool MessageScene::spoken_by_nobody(const Draft& draft) const {
  if (draft.cue.empty()) return false;
  if (draft.source.empty()) {
    return draft.cue_tag == Tag::Impersonal || !analysis_->language().grammar.subject_dropped;
  }
  if (draft.source.size() > 1) return false;
  if (analysis_->is(draft.source.begin, Tag::IndefinitePronoun)) return true;
  const PhraseMatch* pronoun = analysis_->match(draft.source.begin, Tag::Pronoun);
  return pronoun != nullptr && pronoun->entry.features.gender == Gender::Neuter;
}

// "ses auteurs y menacent de …": a word beside the cue points to where the words stand.
bool MessageScene::points_back(const Draft& draft) const {
  if (draft.cue.empty()) return false;
  const TokenIndex begin = draft.cue.begin > 2 ? draft.cue.begin - 2 : 0;
  for (TokenIndex i = begin; i < std::min(analysis_->size(), draft.cue.end + 2); ++i) {
    if (!draft.outer.contains(i) && analysis_->is(i, Tag::Therein)) return true;
  }
  return false;
}

// "says a hoarse voice": somebody who is known by the recording alone.
bool MessageScene::voice_of_message(const Draft& draft) const {
  for (TokenIndex i = draft.source.begin; i < draft.source.end; ++i) {
    if (analysis_->is(i, Tag::VoiceNoun)) return true;
  }
  return false;
}

// A message has no will of its own: its words are its author's, where the text names him.
void MessageScene::name_author(Draft& draft, std::size_t introduction) const {
  const std::optional<Author> author = messages_.author_of(introduction);
  if (!author || draft.cue.empty()) return;
  if (!draft.source.empty() && !spoken_by_nobody(draft) && !spoken_by_message(draft)) return;
  model::Source& source =
      draft.quotation.source ? *draft.quotation.source : draft.quotation.source.emplace();
  // "it added": a name that "it" was resolved to says more than "the group".
  const bool resolved = !draft.source.empty() && source.name != analysis_->text_of(draft.source);
  if (resolved && is_unnamed(*analysis_, author->tokens)) return;
  if (draft.source.empty()) {
    draft.source = author->tokens;
    source.span = byte_span(*analysis_, author->tokens);
  }
  source.name = std::string(analysis_->text_of(author->tokens));
  for (TokenIndex i = author->tokens.begin; i < author->tokens.end; ++i) {
    const EntityMention* mention = analysis_->mention_at(i);
    if (mention != nullptr) source.entity = analysis_->entities().all()[mention->entity].id;
  }
  add_reason(*analysis_, draft, "source.author_of_message", author->tokens);
}

// "the text says": the source is itself a channel.
bool MessageScene::spoken_by_message(const Draft& draft) const {
  if (draft.source.empty()) return false;
  const std::span<const Link> near = links_of(analysis_->sentence_of(draft.source.begin));
  return std::any_of(near.begin(), near.end(), [&](const Link& link) {
    return link.role == HopRole::Channel && link.tokens.begin <= draft.source.begin + 1 &&
           overlap(link.tokens, draft.source);
  });
}

void MessageScene::hedge_by_message(Draft& draft, std::size_t introduction) const {
  const std::optional<Author> author = messages_.author_of(introduction);
  const std::uint32_t sentence = analysis_->sentence_of(links_[introduction].anchor);
  if (author && author->attributed) {
    hedge(*analysis_, draft, model::Evidential::Hedged, "evidential.attributed_message",
          author->tokens);
    return;
  }
  if (own_sentences(*analysis_, draft).contains(sentence)) return;  // read with the cue
  if (const auto marker = hedged_report(*analysis_, sentence)) {
    hedge(*analysis_, draft, model::Evidential::Hedged, "evidential.hedged_message", *marker);
  }
}

}  // namespace dixit::parser
