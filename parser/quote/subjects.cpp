#include "parser/quote/subjects.h"

#include <algorithm>

#include "parser/quote/borrowed_subject.h"
#include "parser/quote/clause_subject.h"
#include "parser/quote/menace_owner.h"
#include "parser/quote/message_issue.h"
#include "parser/quote/met_words.h"
#include "parser/quote/noun_chain.h"
#include "parser/quote/possessor.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a passive verb and the preposition of its agent.
constexpr TokenIndex kAgentReach = 6;

// Tokens between the parts of a verb that frames its clause.
constexpr TokenIndex kFrameReach = 40;

// Tokens between "it says" and where it says so.
constexpr TokenIndex kPlaceReach = 6;

std::optional<Subject> named_from(const Scene& scene, TokenIndex at, std::string_view rule) {
  const MentionIndex mention = scene.mentions().beginning_at(at);
  if (mention == kNoMention) return std::nullopt;
  return Subject{.tokens = scene.mentions()[mention].tokens, .mention = mention, .rule = rule};
}

// "according to the mayor", "nach Angaben von Schmidt": a genitive may come between.
std::optional<Subject> object_of(const Scene& scene, const Cue& cue) {
  const TokenIndex end = cue.tokens.end;
  if (auto named = named_from(scene, end, "source.preposition_object")) return named;
  const PhraseMatch* genitive = scene.analysis().match(end, Tag::Genitive);
  if (genitive == nullptr) return std::nullopt;
  return named_from(scene, end + genitive->length, "source.preposition_object");
}

std::optional<Subject> before_postposition(const Scene& scene, const Cue& cue) {
  if (cue.tokens.begin == 0) return std::nullopt;
  const MentionIndex last = scene.mentions().at(cue.tokens.begin - 1);
  if (last == kNoMention) return std::nullopt;
  const MentionIndex head = scene.mentions().head_of(last);
  return Subject{.tokens = scene.mentions()[head].tokens,
                 .mention = head,
                 .rule = "source.postposition_object"};
}

// "Karl Borels Drohung", "die Drohung Karl Borels": a name's genitive that its form alone marks
// stands right beside the noun, in one phrase with it where both have capitals.
std::optional<Subject> name_beside(const Scene& scene, const Cue& cue) {
  if (!scene.analysis().language().grammar.nouns_capitalised) return std::nullopt;
  const Mentions& mentions = scene.mentions();
  const auto person_at = [&](TokenIndex token) {
    const MentionIndex index = mentions.at(token);
    const bool person = index != kNoMention && mentions[index].kind == MentionKind::Name &&
                        mentions[index].person &&
                        in_same_sentence(scene.analysis(), token, cue.head);
    return person ? &mentions[index] : nullptr;
  };
  if (const Mention* after = person_at(cue.tokens.end)) {
    return Subject{.tokens = {.begin = cue.tokens.end, .end = after->core.end},
                   .rule = "source.noun_owner"};
  }
  const Mention* before = cue.tokens.begin == 0 ? nullptr : person_at(cue.tokens.begin - 1);
  if (before == nullptr || is_determiner_like(scene.analysis(), before->core.begin)) {
    return std::nullopt;
  }
  return Subject{.tokens = {.begin = before->core.begin, .end = cue.tokens.begin},
                 .rule = "source.noun_possessor"};
}

// A noun whose ending says whose it is: Arabic "his saying". He was named right before, with a
// preposition or without: "quoted from the minister his saying".
std::optional<Subject> named_by_ending(const Scene& scene, const Frame& frame, const Cue& cue) {
  const Mentions& mentions = scene.mentions();
  const TokenIndex floor = std::max(frame.tokens.begin, cue.head - std::min(cue.head, kFrameReach));
  for (MentionIndex m = mentions.from(cue.tokens.begin); m-- > 0;) {
    const Mention& mention = mentions[m];
    if (mention.core.begin < floor) break;
    if (scene.region_of(mention.core.begin) != frame.region || !mention.can_speak ||
        mention.core.end > cue.tokens.begin || !agree(mention.features, cue.features)) {
      continue;
    }
    return Subject{.tokens = mention.tokens, .mention = m, .rule = "source.noun_ending"};
  }
  return std::nullopt;
}

// Whether the sentence's subject may be whose words the noun stands for: not "the judge was
// threatened in a letter", nor "the judge read a letter".
bool may_own(const Scene& scene, const Subject& subject, const Cue& cue) {
  static const TagSet kMessages =
      tag_set({Tag::LetterChannel, Tag::SocialChannel, Tag::VideoChannel, Tag::AudioChannel,
               Tag::StatementChannel, Tag::LeafletChannel, Tag::BannerChannel});
  const Analysis& analysis = scene.analysis();
  if (subject.tokens.end > cue.tokens.begin) return true;
  if (analysis.is_any(cue.head, kMessages)) return gives_out(analysis, subject.tokens, cue.tokens);
  for (TokenIndex at = subject.tokens.end; at < cue.tokens.begin; ++at) {
    if (is_passive(analysis, subject.tokens.end, at)) return false;
  }
  return true;
}

// Arabic "قول الوزير": where no word joins noun to noun, a noun without the article is whose who
// stands right behind it.
std::optional<Subject> owner_right_behind(const Scene& scene, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  if (!analysis.language().grammar.verb_before_subject || has_article(analysis, cue.head)) {
    return std::nullopt;
  }
  const TokenIndex begin = cue.tokens.end;
  const MentionIndex index = scene.mentions().at(begin);
  if (index == kNoMention) return std::nullopt;
  const Mention& owner = scene.mentions()[index];
  if (owner.core.begin < begin) {  // one chain with the noun
    const bool somebody = may_be_name(analysis, begin) || is_speaker_noun(analysis, begin);
    if (!somebody || owner.core.begin != cue.tokens.begin) return std::nullopt;
    return Subject{.tokens = {.begin = begin, .end = owner.core.end}, .rule = "source.noun_owner"};
  }
  if (!owner.can_speak || owner.carrier || owner.kind == MentionKind::Pronoun ||
      !(owner.person || owner.body || owner.kind == MentionKind::Name)) {
    return std::nullopt;
  }
  return Subject{.tokens = owner.tokens, .mention = index, .rule = "source.noun_owner"};
}

// "the words of the minister", "his letter"
std::optional<Subject> owner_of_noun(const Scene& scene, const Frame& frame, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  const TokenIndex end = cue.tokens.end;
  if (const PhraseMatch* of = analysis.match(end, Tag::AuthorPreposition)) {
    if (auto owner = named_from(scene, end + of->length, "source.noun_owner")) return owner;
    return named_from(scene, end, "source.noun_owner");
  }
  // "a warning for the rebels": whom words are for has not said them.
  if (analysis.is(end, Tag::Genitive)) return std::nullopt;
  const TokenIndex begin = cue.tokens.begin;
  if (begin > 0 && analysis.is(begin - 1, Tag::Possessive)) {
    return Subject{.tokens = {.begin = begin - 1, .end = begin}, .rule = "source.noun_possessive"};
  }
  if (auto owner = possessor_of(scene, begin, "source.noun_possessor")) return owner;
  if (analysis.is(cue.head, Tag::MenaceNoun)) {
    if (std::optional<Subject> owner = name_beside(scene, cue)) return owner;
  }
  if (auto owner = owner_right_behind(scene, cue)) return owner;
  if (cue.features.person == Person::Third) return named_by_ending(scene, frame, cue);
  if (analysis.is(cue.head, Tag::MenaceNoun)) return menace_owner(scene, frame, cue);
  // "He opened with the words: “…”": whoever the sentence is about.
  std::optional<Subject> sentence = shared_subject(Clause(scene, frame, cue));
  if (!sentence || !may_own(scene, *sentence, cue)) return std::nullopt;
  if (const auto met = met_in(scene, frame, sentence, cue.head)) return met->owner;
  sentence->rule = "source.noun_sentence";
  return sentence;
}

// "wird von Kennern als „…“ bezeichnet", "Von Kennern wurde …": before a participle that comes
// last.
std::optional<Subject> agent_in_frame(const Scene& scene, const Frame& frame, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  if (!analysis.language().grammar.participle_at_end) return std::nullopt;
  const TokenIndex floor = std::max(frame.tokens.begin, cue.head - std::min(cue.head, kFrameReach));
  for (TokenIndex at = cue.head; at-- > floor;) {
    const PhraseMatch* by = analysis.match(at, Tag::AgentPreposition);
    if (by == nullptr || scene.region_of(at) != frame.region) continue;
    std::optional<Subject> named = named_from(scene, at + by->length, "source.passive_agent");
    if (named && scene.mentions()[named->mention].can_speak) return named;
  }
  return std::nullopt;
}

// The agent of a passive: "was told by the mayor"
std::optional<Subject> agent(const Scene& scene, const Frame& frame, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  const TokenIndex end = std::min(frame.tokens.end, cue.tokens.end + kAgentReach);
  for (TokenIndex at = cue.tokens.end; at < end; ++at) {
    if (const PhraseMatch* by = analysis.match(at, Tag::AgentPreposition)) {
      return named_from(scene, at + by->length, "source.passive_agent");
    }
    if (analysis.token(at).kind == TokenKind::Punctuation) break;
  }
  return agent_in_frame(scene, frame, cue);
}

// "the Herald quoted Smith as saying": whoever is quoted speaks, and who quotes hands it on.
std::optional<Subject> cited_object(const Scene& scene, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  if (cue.tag != Tag::Cite || cue.dependent || analysis.language().grammar.participle_at_end) {
    return std::nullopt;
  }
  for (TokenIndex at = cue.tokens.begin; at < cue.head; ++at) {
    if (analysis.is(at, Tag::Copula)) return std::nullopt;  // "was quoted"
  }
  const PhraseMatch* to = analysis.match(cue.tokens.end, Tag::RecipientPreposition);
  const TokenIndex begin = cue.tokens.end + (to == nullptr ? 0 : to->length);
  const MentionIndex index = scene.mentions().beginning_at(begin);
  if (index == kNoMention || !in_same_sentence(analysis, cue.head, begin)) return std::nullopt;
  const Mention& mention = scene.mentions()[index];
  const TokenIndex next = mention.tokens.end;
  // "quoted Smith: “…”", "quoted Smith as saying", but not "cited Smith's report".
  const bool words_follow =
      next < analysis.size() && ((analysis.token(next).kind == TokenKind::Punctuation &&
                                  analysis.mark(next) != U'\'' && analysis.mark(next) != U'’') ||
                                 (analysis.is(next, Tag::Preposition) &&
                                  verb_moods(analysis, next + 1) == mood_bit(Mood::Gerund)));
  if (!mention.can_speak || mention.carrier || !words_follow) return std::nullopt;
  return Subject{.tokens = mention.tokens, .mention = index, .rule = "source.cited"};
}

// "heißt es in der Mitteilung": where the words stand, after the verb or before it.
std::optional<Subject> place_of(const Scene& scene, const Frame& frame, const Cue& cue) {
  const Mentions& mentions = scene.mentions();
  const auto place = [&](TokenIndex from, TokenIndex end) -> std::optional<Subject> {
    for (MentionIndex m = mentions.from(from);
         m < mentions.all().size() && mentions[m].core.begin < end; ++m) {
      const TokenIndex begin = mentions[m].core.begin;
      if (!mentions[m].governed || scene.region_of(begin) != frame.region) continue;
      // "selon une source": who tells of it is not where it stands.
      if (begin > 0 && scene.analysis().within(begin - 1, Tag::SourcePreposition)) continue;
      return Subject{.tokens = mentions[m].tokens, .mention = m, .rule = "source.place_of_words"};
    }
    return std::nullopt;
  };
  if (auto after =
          place(cue.tokens.end, std::min(frame.tokens.end, cue.tokens.end + kPlaceReach))) {
    return after;
  }
  return place(frame.tokens.begin, cue.tokens.begin);
}

}  // namespace

std::optional<Subject> subject_of(const Scene& scene, const Frame& frame, const Cue& cue) {
  switch (cue.kind) {
    case CueKind::Preposition:
      return object_of(scene, cue);
    case CueKind::Postposition:
      return before_postposition(scene, cue);
    case CueKind::Noun:
      return owner_of_noun(scene, frame, cue);
    case CueKind::Verb:
      break;
  }
  if (!cue.inner_subject.empty() && cue.tag != Tag::Impersonal) {
    return Subject{.tokens = cue.inner_subject, .rule = "source.joined_pronoun"};
  }
  if (cue.tag == Tag::Impersonal) return place_of(scene, frame, cue);
  if (cue.passive) return agent(scene, frame, cue);
  if (auto cited = cited_object(scene, cue)) return cited;
  return clause_subject(Clause(scene, frame, cue));
}

}  // namespace dixit::parser
