#include "parser/quote/addressee.h"

#include <algorithm>
#include <array>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/noun_phrase_reader.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a cue and whom it is addressed to.
constexpr TokenIndex kRecipientReach = 8;

// Words between what carries words and whom it is for: "a letter sent on Monday to X".
constexpr TokenIndex kCarrierReach = 3;

// Tokens of a name called out at the opening of words.
constexpr TokenIndex kVocativeTokensMax = 4;

// Words of a deed among which the pronoun of whom it is done to stands: "sue them".
constexpr TokenIndex kStruckReach = 3;

// How far a pronoun looks back for whom it stands for.
constexpr std::uint32_t kPronounReachSentences = 3;

class AddresseeFinder {
 public:
  AddresseeFinder(const Analysis& analysis, const Draft& draft, const TargetCheck& check)
      : analysis_(&analysis), draft_(&draft), check_(&check) {}

  [[nodiscard]] std::optional<Found> object() const {
    if (draft_->cue.empty()) return std::nullopt;
    if (draft_->tokens.begin < draft_->cue.end) return dative();
    if (draft_->cue_tag != Tag::Threaten && draft_->cue_tag != Tag::Warn) return std::nullopt;
    if (const auto after = object_after_deed()) return after;
    for (TokenIndex i = draft_->cue.end; i < draft_->tokens.begin; ++i) {
      if (i > draft_->cue.end + kRecipientReach || closes(i)) return std::nullopt;
      if (analysis_->is(i, Tag::Complementizer) || analysis_->is(i, Tag::AgentPreposition)) {
        return std::nullopt;
      }
      TokenRange phrase = somebody_at(i);
      if (phrase.empty() && i == draft_->cue.end) phrase = known_thing_at(i);
      phrase.end = std::min(phrase.end, draft_->tokens.begin);
      if (check_->may_be_struck(phrase))
        return Found{.tokens = phrase, .rule = "target.cue_object", .name = {}};
      if (!is_light(*analysis_, i) && !analysis_->is(i, Tag::RecipientPreposition) &&
          !analysis_->is(i, Tag::Weekday)) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // "menace de mort le maire": the deed is a noun between the verb and its object.
  [[nodiscard]] std::optional<Found> object_after_deed() const {
    const TokenIndex begin = draft_->tokens.end;
    const bool deed = draft_->cue_tag == Tag::Threaten &&
                      draft_->quotation.form == model::QuotationForm::Indirect;
    if (!deed || begin >= analysis_->size() || closes(begin)) return std::nullopt;
    const TokenRange phrase = somebody_at(begin);
    if (!check_->may_be_struck(phrase)) return std::nullopt;
    return Found{.tokens = phrase, .rule = "target.cue_object", .name = {}};
  }

  // "warned the owners of the ferries": something known, and not what is threatened with.
  [[nodiscard]] TokenRange known_thing_at(TokenIndex token) const {
    static const TagSet kHarm = tag_set({Tag::HarmNoun, Tag::CoerceNoun, Tag::ThreatNoun});
    if (token >= draft_->tokens.begin || !analysis_->is(token, Tag::Definite)) return {};
    const TokenRange phrase = noun_phrase_from(*analysis_, token);
    for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
      if (analysis_->is_any(i, kHarm)) return {};
    }
    return phrase;
  }

  // "hatte der Union mit … gedroht": where the verb ends its clause its object stands before.
  [[nodiscard]] std::optional<Found> dative() const {
    const bool frame = analysis_->language().grammar.participle_at_end;
    if (!frame || draft_->cue_tag != Tag::Threaten || draft_->source.empty()) return std::nullopt;
    for (TokenIndex i = draft_->source.end; i < draft_->tokens.begin; ++i) {
      if (closes(i) || i > draft_->source.end + kRecipientReach) return std::nullopt;
      if (!is_determiner_like(*analysis_, i)) continue;
      // "in einem Brief": where or how, not whom.
      if (analysis_->is(i - 1, Tag::Preposition) || analysis_->is(i - 1, Tag::ChannelPreposition)) {
        continue;
      }
      const Mention mention = read_noun_phrase(*analysis_, i);
      if (check_->may_be_struck(mention.core)) {
        return Found{.tokens = mention.core, .rule = "target.cue_object", .name = {}};
      }
    }
    return std::nullopt;
  }

  // "Alcaldesa, ya cobraste", "and you, Macron, should watch out".
  [[nodiscard]] std::optional<Found> vocative() const {
    const TokenIndex begin = draft_->tokens.begin;
    const TokenIndex limit = std::min(draft_->tokens.end, begin + kVocativeTokensMax);
    for (TokenIndex i = begin; i < limit; ++i) {
      if (analysis_->mark(i) != U',') continue;
      const TokenRange name{.begin = begin, .end = i};
      const bool somebody =
          i > begin && i + 1 < draft_->tokens.end && !is_determiner_like(*analysis_, begin) &&
          (is_speaker_noun(*analysis_, i - 1) || analysis_->mention_at(i - 1) != nullptr);
      if (somebody && !analysis_->is(begin, Tag::Preposition)) {
        return Found{.tokens = name, .rule = "target.vocative", .name = {}};
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  // "told X", "in a message to X": in the reporter's sentence beside the words, and in the one
  // before it.
  [[nodiscard]] std::optional<Found> recipient() const {
    if (const auto after = recipient_after_cue()) return after;
    const std::uint32_t here = analysis_->sentence_of(draft_->tokens.begin);
    for (const std::uint32_t sentence : {here, here == 0 ? 0 : here - 1}) {
      if (const auto found = recipient_in(analysis_->sentences()[sentence])) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Found> recipient_after_cue() const {
    if (draft_->cue.empty()) return std::nullopt;
    for (TokenIndex i = draft_->cue.begin;
         i < analysis_->size() && i < draft_->cue.end + kRecipientReach; ++i) {
      if (draft_->tokens.contains(i) || closes(i)) return std::nullopt;
      if (const auto found = recipient_at(i)) return found;
    }
    return std::nullopt;
  }

  // "the judge was warned": the subject of a passive hears the words.
  [[nodiscard]] std::optional<Found> passive_subject(const Mentions& mentions) const {
    if (draft_->cue.empty()) return std::nullopt;
    const TokenRange sentence = analysis_->sentences()[analysis_->sentence_of(draft_->cue.begin)];
    const TokenIndex verb = draft_->cue.end - 1;
    if (!is_passive(*analysis_, sentence.begin, verb)) return std::nullopt;
    for (MentionIndex i = mentions.from(verb); i > 0;) {
      const Mention& mention = mentions[--i];
      if (mention.core.begin < sentence.begin || draft_->tokens.contains(mention.core.begin)) break;
      if (mention.governed || !mention.can_speak || mention.kind == MentionKind::Pronoun) continue;
      if (!check_->may_be_meant(mention.core)) break;
      return Found{.tokens = mention.core, .rule = "target.told", .name = {}};
    }
    return std::nullopt;
  }

  // Beside a verb of speech or what carries words: "wrote to X", "a letter to X".
  [[nodiscard]] std::optional<Found> recipient_in(TokenRange sentence) const {
    static const TagSet kCarrying =
        tag_set({Tag::Say, Tag::Write, Tag::Threaten, Tag::Warn, Tag::Order, Tag::Promise,
                 Tag::Express, Tag::LetterChannel, Tag::SocialChannel, Tag::StatementChannel,
                 Tag::AudioChannel, Tag::VideoChannel, Tag::CueNoun, Tag::ThreatNoun});
    static const TagSet kWarning = tag_set({Tag::Threaten, Tag::Warn});
    TokenIndex last = kNoToken;  // of the words that carry
    TokenIndex reach = 0;
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (draft_->tokens.contains(i)) return std::nullopt;
      if (analysis_->is_any(i, kCarrying)) {
        last = i;
        // "a magazine linked to X" is not for X; "warned on Monday to X" is.
        reach = analysis_->is_any(i, verb_tags()) ? kCarrierReach : 1;
      }
      if (last == kNoToken || i > last + reach) continue;
      const bool warned = analysis_->is_any(last, kWarning);
      if (const auto found = recipient_at(i, warned)) return found;
    }
    return std::nullopt;
  }

  // Who is warned may be a people or a body that the lists do not know.
  [[nodiscard]] TokenRange determined_at(TokenIndex token) const {
    if (token == 0 || token >= analysis_->size()) return {};
    // A preposition may have taken the article in.
    const TokenIndex begin = is_determiner_like(*analysis_, token) ? token : token - 1;
    return is_determiner_like(*analysis_, begin) ? noun_phrase_from(*analysis_, begin)
                                                 : TokenRange{};
  }

  [[nodiscard]] std::optional<Found> recipient_at(TokenIndex i, bool warned = false) const {
    const PhraseMatch* to = analysis_->match_any(
        i, std::to_array({Tag::AgainstPreposition, Tag::RecipientPreposition}));
    if (to == nullptr) return std::nullopt;
    TokenRange phrase = somebody_at(i + to->length);
    if (phrase.empty() && warned) phrase = determined_at(i + to->length);
    if (!check_->may_be_meant(phrase) || tells_on(phrase)) return std::nullopt;
    return Found{.tokens = phrase, .rule = "target.recipient", .name = {}};
  }

  // "lui a dit", "told me": an object pronoun inside or beside the cue.
  [[nodiscard]] std::optional<Features> recipient_pronoun() const {
    if (draft_->cue.empty()) return std::nullopt;
    TokenIndex begin = draft_->cue.begin > 2 ? draft_->cue.begin - 2 : 0;
    for (TokenIndex i = begin; i < draft_->cue.begin; ++i) {
      if (closes(i)) begin = i + 1;  // "who fined him, vowing": another clause's
    }
    for (TokenIndex i = begin; i < draft_->cue.end + 1 && i < analysis_->size(); ++i) {
      if (draft_->tokens.contains(i) || draft_->source.contains(i) || closes(i)) continue;
      const PhraseMatch* match = analysis_->match(i, Tag::ObjectPronoun);
      // "l'a menacé": an article stands before no auxiliary.
      const bool article = analysis_->is(i, Tag::Definite) && !draft_->cue.contains(i + 1);
      if (match != nullptr && !article) return match->entry.features;
    }
    return std::nullopt;
  }

  // "vowing to sue them", "menace de les poursuivre": the object beside the deed's verb.
  [[nodiscard]] std::optional<Features> struck_pronoun() const {
    if (draft_->quotation.form != model::QuotationForm::Indirect || draft_->cue.empty()) {
      return std::nullopt;
    }
    const TokenIndex end = std::min(draft_->tokens.begin + kStruckReach, draft_->tokens.end);
    for (TokenIndex i = draft_->tokens.begin; i < end; ++i) {
      if (is_determiner_like(*analysis_, i) && i > draft_->tokens.begin) return std::nullopt;
      const PhraseMatch* match = analysis_->match(i, Tag::ObjectPronoun);
      if (match == nullptr || match->entry.features.person != Person::Third) continue;
      // An article or a possessive opens a noun phrase, a pronoun none.
      if (!is_determiner_like(*analysis_, i) || verb_moods(*analysis_, i + 1) != 0) {
        return match->entry.features;
      }
    }
    return std::nullopt;
  }

  // "the delegates whom the raiders threatened to kill": whom the relative clause is about.
  [[nodiscard]] std::optional<Found> relative_antecedent() const {
    if (draft_->source.empty() || draft_->source.begin < 2 ||
        draft_->quotation.form != model::QuotationForm::Indirect ||
        draft_->tokens.size() > kStruckReach || draft_->cue.begin < draft_->source.begin) {
      return std::nullopt;
    }
    const TokenIndex relative = draft_->source.begin - 1;
    if (!analysis_->is(relative, Tag::RelativePronoun) &&
        !analysis_->is(relative, Tag::Complementizer)) {
      return std::nullopt;
    }
    for (TokenIndex back = 1; back <= kVocativeTokensMax && back <= relative; ++back) {
      const TokenIndex begin = relative - back;
      if (closes(begin)) return std::nullopt;
      if (!is_determiner_like(*analysis_, begin)) continue;
      const TokenRange phrase = noun_phrase_from(*analysis_, begin);
      if (phrase.end != relative || !check_->may_be_meant(phrase)) return std::nullopt;
      return Found{.tokens = phrase, .rule = "target.relative", .name = {}};
    }
    return std::nullopt;
  }

  // Whoever the source's own pronoun may stand for is no answer to another's.
  [[nodiscard]] bool may_be_source(const Mention& mention) const {
    if (draft_->source.empty()) return false;
    const PhraseMatch* pronoun = analysis_->match(draft_->source.begin, Tag::Pronoun);
    return pronoun != nullptr && agree(pronoun->entry.features, mention.features);
  }

  // The nearest person before the cue whom such a pronoun can stand for.
  [[nodiscard]] std::optional<Found> antecedent(const Mentions& mentions,
                                                const Features& features) const {
    const std::uint32_t here = analysis_->sentence_of(draft_->cue.begin);
    for (MentionIndex i = mentions.from(draft_->cue.begin); i > 0;) {
      const Mention& mention = mentions[--i];
      if (analysis_->sentence_of(mention.core.begin) + kPronounReachSentences < here) break;
      if (mention.kind == MentionKind::Pronoun || !mention.person ||
          !is_personal(*analysis_, mention))
        continue;
      if (!agree(features, mention.features) || !check_->may_be_meant(mention.core)) continue;
      if (may_be_source(mention)) continue;
      return Found{.tokens = mention.core, .rule = "target.recipient_pronoun", .name = {}};
    }
    return std::nullopt;
  }

 private:
  // "told reporters", "told the court": those who hear of it are not those who are meant.
  [[nodiscard]] bool tells_on(TokenRange phrase) const {
    static const TagSet kHearers =
        tag_set({Tag::PressNoun, Tag::OutletNoun, Tag::AgencyNoun, Tag::BroadcastChannel,
                 Tag::SpeechChannel, Tag::InterviewChannel, Tag::CourtChannel});
    for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
      if (analysis_->is_any(i, kHearers)) return true;
    }
    return false;
  }

  [[nodiscard]] bool closes(TokenIndex token) const {
    return analysis_->token(token).kind == TokenKind::Punctuation;
  }

  [[nodiscard]] TokenRange somebody_at(TokenIndex token) const {
    if (token >= analysis_->size()) return {};
    const Mention mention = read_noun_phrase(*analysis_, token);
    return mention.kind == MentionKind::Pronoun || !mention.can_speak ? TokenRange{} : mention.core;
  }

  const Analysis* analysis_;
  const Draft* draft_;
  const TargetCheck* check_;
};

}  // namespace

std::optional<Found> object_of_cue(const Analysis& analysis, const Draft& draft,
                                   const TargetCheck& check) {
  return AddresseeFinder(analysis, draft, check).object();
}

bool is_told_somebody(const Analysis& analysis, const Draft& draft, const TargetCheck& check) {
  const AddresseeFinder finder(analysis, draft, check);
  return finder.recipient_after_cue() || finder.recipient_pronoun();
}

bool is_told_first_person(const Analysis& analysis, const Draft& draft, const TargetCheck& check) {
  const auto pronoun = AddresseeFinder(analysis, draft, check).recipient_pronoun();
  return pronoun && pronoun->person == Person::First;
}

std::optional<Found> addressee_of(const Analysis& analysis, const Mentions& mentions,
                                  const Draft& draft, const TargetCheck& check) {
  const AddresseeFinder finder(analysis, draft, check);
  if (const auto vocative = finder.vocative()) return vocative;
  if (const auto told = finder.passive_subject(mentions)) return told;
  if (const auto recipient = finder.recipient()) return recipient;
  if (const auto relative = finder.relative_antecedent()) return relative;
  auto pronoun = finder.recipient_pronoun();
  if (!pronoun || pronoun->person != Person::Third) pronoun = finder.struck_pronoun();
  return pronoun ? finder.antecedent(mentions, *pronoun) : std::nullopt;
}

}  // namespace dixit::parser
