#include "parser/quote/met_words.h"

#include <algorithm>

#include "parser/quote/carriers.h"
#include "parser/quote/message_sender.h"
#include "parser/quote/met_message.h"
#include "parser/quote/possessor.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens of a clause, back from the words, in which it may say how its subject came by them.
constexpr TokenIndex kClauseReach = 60;

// Tokens behind a message among which its author is named.
constexpr TokenIndex kOwnerReach = 8;

// Tokens between a verb of perceiving and who is perceived.
constexpr TokenIndex kPerceivedReach = 2;

// Whether the verb may be said of who takes words in: "the article read" is said of where they
// stand.
bool may_perceive(const Scene& scene, const std::optional<Subject>& subject, TokenIndex verb) {
  if (!subject || subject->mention == kNoMention) return true;
  const Mention& mention = scene.mentions()[subject->mention];
  const bool body = mention.kind == MentionKind::Description && mention.body;
  return !scene.analysis().is(verb, Tag::Express) ||
         !(body || names_carrier(scene.analysis(), mention.core));
}

class MetWordsReader {
 public:
  MetWordsReader(const Scene& scene, const Frame& frame, const std::optional<Subject>& subject,
                 TokenRange clause)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        mentions_(&scene.mentions()),
        frame_(&frame),
        clause_(clause),
        subject_(subject),
        met_(scene.analysis(), subject ? subject->tokens : TokenRange{}, clause) {}

  [[nodiscard]] std::optional<MetWords> find(const MarkedStretch& words) const {
    if (fragment_follows()) return std::nullopt;
    std::optional<MetWords> found;
    for (TokenIndex at = clause_.begin; at < clause_.end; ++at) {
      if (scene_->region_of(at) != frame_->region) continue;
      if (met_.is_message(at)) {
        if (std::optional<MetWords> message = in_message(at)) found = message;
      } else if (met_.perceives(at) && may_perceive(*scene_, subject_, at) &&
                 !another_verb(at + 1)) {
        if (!found) found.emplace();
        if (!found->owner) found->owner = perceived(at + 1);
      } else if (std::optional<MetWords> quoted = quoted_person(at)) {
        found = quoted;
      }
      if (found && found->owner) return found;
    }
    if (found) return found;
    return is_found_there(words) ? MetWords{} : apposed();
  }

  [[nodiscard]] std::optional<MetWords> in_message(TokenIndex noun) const {
    const std::optional<TokenIndex> verb = met_.meeting_verb(noun);
    if (!verb) return std::nullopt;
    return MetWords{.owner = owner_of(noun, *verb)};
  }

 private:
  [[nodiscard]] std::optional<Subject> owner_of(TokenIndex noun, TokenIndex verb) const {
    if (auto owner = possessor_of(*scene_, noun, "source.met_words_owner")) return owner;
    if (auto owner = named_after(noun)) return owner;
    // "erhielt von Jones einen Brief"
    if (verb >= noun) return std::nullopt;
    const PhraseMatch* from = analysis_->match(verb + 1, Tag::AuthorPreposition);
    return from == nullptr ? std::nullopt : person_at(verb + 1 + from->length);
  }

  // "a text from Jones", "a statement on behalf of Jones", "the words of Jones"
  [[nodiscard]] std::optional<Subject> named_after(TokenIndex noun) const {
    const MentionIndex index = sender_of(*analysis_, *mentions_, noun, clause_.end);
    if (index == kNoMention) return std::nullopt;
    return owner_named(index);
  }

  // "reacted to the remark of Jones, “…”": the words stand beside the noun that calls them so.
  [[nodiscard]] std::optional<MetWords> apposed() const {
    if (analysis_->mark(clause_.end - 1) != ',') return std::nullopt;
    const TokenIndex floor =
        std::max(clause_.begin, clause_.end - std::min(clause_.end, kOwnerReach));
    for (TokenIndex noun = clause_.end - 1; noun-- > floor + 1;) {
      if (!met_.is_message(noun) || !analysis_->is(noun - 1, Tag::Definite)) continue;
      if (met_.governor_of(noun) == Governor::Channel) continue;
      std::optional<Subject> owner = named_after(noun);
      if (owner && owner->tokens.end + 1 == clause_.end) return MetWords{.owner = owner};
    }
    return std::nullopt;
  }

  // "described the letter as “…”", "heard of “…”": a fragment of the reporter's own clause.
  [[nodiscard]] bool fragment_follows() const {
    return analysis_->is(clause_.end - 1, Tag::Preposition) &&
           !analysis_->is_any(clause_.end - 1, verb_tags());
  }

  // "what he heard was “…”": the words hang on a later verb.
  [[nodiscard]] bool another_verb(TokenIndex begin) const {
    for (TokenIndex at = begin; at < clause_.end; ++at) {
      if (analysis_->is(at, Tag::Copula) && verb_moods(*analysis_, at) != 0) return true;
    }
    return false;
  }

  // "found “…” painted on his door"
  [[nodiscard]] bool is_found_there(const MarkedStretch& words) const {
    const TokenIndex after = words.outer.end;
    if (clause_.end != words.outer.begin || after >= frame_->tokens.end ||
        !met_.handles(clause_.end - 1)) {
      return false;
    }
    const Token& token = analysis_->token(after);
    return token.kind == TokenKind::Word && !token.capitalised && !token.all_caps &&
           !token.joined && !ends_noun_phrase(*analysis_, after) && !is_light(*analysis_, after);
  }

  // "zitierte den Angeklagten", "tradujo a Jones": a person as the object is who said the words.
  [[nodiscard]] std::optional<MetWords> quoted_person(TokenIndex verb) const {
    static const TagSet kQuoting = tag_set({Tag::Cite, Tag::Translated});
    if (!analysis_->is_any(verb, kQuoting) || (verb_moods(*analysis_, verb) & kFiniteMoods) == 0) {
      return std::nullopt;
    }
    if (!analysis_->language().grammar.participle_at_end) return person_quoted_by(verb);
    for (TokenIndex at = verb + 1; at < clause_.end; ++at) {
      if (subject_ && subject_->tokens.contains(at)) continue;
      if (auto person = person_at(at)) return MetWords{.owner = person};
      if (met_.is_message(at)) return std::nullopt;
      if (mentions_->beginning_at(at) != kNoMention) return MetWords{};
    }
    return std::nullopt;
  }

  // Where the object stands right behind its verb, and the subject before it.
  [[nodiscard]] std::optional<MetWords> person_quoted_by(TokenIndex verb) const {
    if (!subject_ || subject_->tokens.end > verb) return std::nullopt;
    const PhraseMatch* to = analysis_->match(verb + 1, Tag::RecipientPreposition);
    for (const TokenIndex begin : {verb + 1, verb + 1 + (to == nullptr ? 0 : to->length)}) {
      if (begin >= clause_.end) break;
      std::optional<Subject> person = person_at(begin);
      // "quoted Jones's letter": a person alone, right before the words.
      if (person && person->tokens.end + 1 >= clause_.end) return MetWords{.owner = person};
    }
    return std::nullopt;
  }

  // "heard Jones shout"
  [[nodiscard]] std::optional<Subject> perceived(TokenIndex begin) const {
    const TokenIndex end = std::min(clause_.end, begin + kPerceivedReach);
    for (TokenIndex at = begin; at < end; ++at) {
      std::optional<Subject> subject = person_at(at);
      if (!subject) continue;
      const TokenIndex verb = subject->tokens.end;
      const unsigned moods = verb < clause_.end ? verb_moods(*analysis_, verb) : 0;
      // Where verbs come last, infinitives and plurals are often one form.
      const unsigned wanted = analysis_->language().grammar.participle_at_end
                                  ? ~0U
                                  : mood_bit(Mood::Infinitive) | mood_bit(Mood::Gerund);
      if ((moods & wanted) == 0) return std::nullopt;
      return subject;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Subject> person_at(TokenIndex begin) const {
    const MentionIndex index = mentions_->beginning_at(begin);
    if (index == kNoMention) return std::nullopt;
    const Mention& mention = (*mentions_)[index];
    const bool somebody = mention.can_speak && !mention.weak && !mention.carrier &&
                          mention.kind != MentionKind::Pronoun &&
                          (mention.person || mention.body || mention.kind == MentionKind::Name) &&
                          !names_carrier(*analysis_, mention.core);
    return somebody ? std::optional(owner_named(index)) : std::nullopt;
  }

  [[nodiscard]] Subject owner_named(MentionIndex index) const {
    return {
        .tokens = (*mentions_)[index].tokens, .mention = index, .rule = "source.met_words_owner"};
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Mentions* mentions_;
  const Frame* frame_;
  TokenRange clause_;
  std::optional<Subject> subject_;
  MetMessage met_;
};

// Whether the subject is somebody who could meet with words, rather than what they stand in.
bool is_somebody(const Analysis& analysis, const Mentions& mentions,
                 const std::optional<Subject>& subject) {
  if (!subject || subject->mention == kNoMention) return true;
  const Mention& mention = mentions[subject->mention];
  if (!mention.can_speak) return false;
  // A station carries words and shows those of others.
  if (mention.carrier && !hands_words_on(analysis, mention.core)) return false;
  switch (mention.kind) {
    case MentionKind::Pronoun:
      return mention.features.gender != Gender::Neuter;
    case MentionKind::Name:
      return analysis.language().grammar.no_capitals || analysis.token(mention.head).capitalised;
    case MentionKind::Description:
      return mention.person || mention.body || is_speaker_noun(analysis, mention.head);
  }
  return true;
}

}  // namespace

std::optional<MetWords> met_words(const Scene& scene, const Frame& frame,
                                  const std::optional<Subject>& subject, TokenRange clause,
                                  const MarkedStretch& words) {
  if (!is_somebody(scene.analysis(), scene.mentions(), subject)) return std::nullopt;
  clause.begin = std::max(clause.begin, clause.end - std::min(clause.end, kClauseReach));
  if (clause.empty()) return std::nullopt;
  return MetWordsReader(scene, frame, subject, clause).find(words);
}

std::optional<MetWords> met_in(const Scene& scene, const Frame& frame,
                               const std::optional<Subject>& subject, TokenIndex noun) {
  const TokenRange clause{
      .begin = std::max(frame.tokens.begin, noun - std::min(noun, kClauseReach)),
      .end = std::min(frame.tokens.end, noun + kOwnerReach)};
  return MetWordsReader(scene, frame, subject, clause).in_message(noun);
}

}  // namespace dixit::parser
