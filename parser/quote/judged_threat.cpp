#include "parser/quote/judged_threat.h"

#include <algorithm>
#include <array>

#include "parser/quote/met_message.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens back from the words in which the threat is named.
constexpr TokenIndex kClauseReach = 60;

// Tokens between a message and a verb before it, and behind it that say how it came.
constexpr TokenIndex kObjectReach = 4;
constexpr TokenIndex kRelativeReach = 6;

// Tokens behind a threat that say whose it is or whom it is meant for.
constexpr TokenIndex kNounReach = 16;

// A word for whoever is spoken to, or a verb that can be said of nobody else: Spanish "vas".
bool is_second_person(const Analysis& analysis, TokenIndex token) {
  for (const Tag tag : {Tag::Pronoun, Tag::ObjectPronoun, Tag::Possessive}) {
    const PhraseMatch* word = analysis.match(token, tag);
    if (word != nullptr && word->entry.features.person == Person::Second) return true;
  }
  const auto matches = analysis.matches(token);
  return !matches.empty() && std::all_of(matches.begin(), matches.end(), [](const auto& match) {
    return match.entry.features.person == Person::Second;
  });
}

// "you will die": the words are said to somebody.
bool addresses_somebody(const Analysis& analysis, TokenRange words) {
  for (TokenIndex at = words.begin; at < words.end; ++at) {
    if (is_second_person(analysis, at)) return true;
  }
  return false;
}

class JudgedThreat {
 public:
  JudgedThreat(const Analysis& analysis, const Draft& draft, TokenRange clause)
      : analysis_(&analysis),
        clause_(clause),
        subject_(draft.source),
        cued_(!draft.cue.empty()),
        addressed_(addresses_somebody(analysis, draft.tokens)),
        met_(analysis, draft.source, clause) {}

  [[nodiscard]] bool find() const {
    const TokenIndex floor =
        std::max(clause_.begin, clause_.end - std::min(clause_.end, kNounReach));
    for (TokenIndex noun = clause_.end; noun-- > floor;) {
      if (names_threat(noun)) return subject_.end <= noun && is_judged(noun);
    }
    return addressed_ && receives();
  }

 private:
  // "received a wreath: “…”": whatever it is that the words came with.
  [[nodiscard]] bool receives() const {
    const std::optional<TokenIndex> verb = met_.governing_verb(clause_.end);
    const bool beside = verb && (subject_.end <= *verb || subject_.begin == *verb + 1);
    return beside && analysis_->is(*verb, Tag::Obtain) && !analysis_->is(*verb, Tag::Issue);
  }

  // A noun for a threat, or one for words or for what holds them that is somebody's.
  [[nodiscard]] bool names_threat(TokenIndex noun) const {
    static const TagSet kMessages =
        tag_set({Tag::LetterChannel, Tag::SocialChannel, Tag::VideoChannel, Tag::AudioChannel,
                 Tag::StatementChannel, Tag::LeafletChannel, Tag::BannerChannel, Tag::CopyNoun,
                 Tag::PrivateNoun, Tag::WordingNoun, Tag::InterviewChannel});
    const bool verb = verb_moods(*analysis_, noun) != 0 &&
                      (noun == 0 || !is_determiner_like(*analysis_, noun - 1));
    return is_threat_noun(noun) || (!verb && analysis_->is_any(noun, kMessages));
  }

  [[nodiscard]] bool is_judged(TokenIndex noun) const {
    static const TagSet kJudging = tag_set({Tag::Judge, Tag::Deny, Tag::Charge});
    static const TagSet kAuthoring =
        tag_set({Tag::Write, Tag::Issue, Tag::Threaten, Tag::Promise, Tag::Warn});
    if (is_received(noun) || (addressed_ && met_in_passing(noun))) return true;
    if (is_own(noun)) return false;
    const std::optional<TokenIndex> verb = met_.governing_verb(noun);
    if (verb && analysis_->is(noun, Tag::InterviewChannel)) return hands_on(*verb);
    // "looks into a threat", whatever preposition the verb takes.
    if (verb && analysis_->is(*verb, Tag::Examine)) return !analysis_->is_any(*verb, kAuthoring);
    const Governor governor = met_.governor_of(noun);
    // "does not yield in spite of the threats: “…”"
    if (governor == Governor::Other && !cued_ && is_threat_noun(noun)) return is_last(noun);
    // "named him as the author of the sentence: “…”"
    if (addressed_ && analysis_->is(noun, Tag::WordingNoun) && is_last(noun)) {
      return noun > 1 && analysis_->is(noun - 2, Tag::Genitive);
    }
    if (governor != Governor::None || !verb || analysis_->is_any(*verb, kAuthoring)) return false;
    return analysis_->is_any(*verb, kJudging) && (is_threat_noun(noun) || is_owned(noun));
  }

  // "asked for help after reading the message: “…”": it stands right before its words.
  [[nodiscard]] bool met_in_passing(TokenIndex noun) const {
    for (TokenIndex at = noun + 1; at < clause_.end; ++at) {
      const bool finite = (verb_moods(*analysis_, at) & kFiniteMoods) != 0;
      if (finite || analysis_->token(at).kind == TokenKind::Punctuation) return false;
    }
    const TokenIndex floor = noun - std::min(noun - clause_.begin, kObjectReach);
    for (TokenIndex at = noun; at-- > floor;) {
      if (verb_moods(*analysis_, at) != 0) return takes_in(at);
      if (analysis_->token(at).kind == TokenKind::Punctuation) return false;
    }
    return false;
  }

  // "published the message that she received: “…”", "el mensaje que le llegó"
  [[nodiscard]] bool is_received(TokenIndex noun) const {
    const TokenIndex end = std::min(clause_.end, noun + kRelativeReach);
    for (TokenIndex at = noun + 1; at < end; ++at) {
      if (analysis_->token(at).kind == TokenKind::Punctuation) return false;
      if (!analysis_->is(at, Tag::RelativePronoun)) continue;
      for (TokenIndex verb = at + 1; verb < end; ++verb) {
        if (verb_moods(*analysis_, verb) == 0) continue;
        const PhraseMatch* hearer = analysis_->match(verb - 1, Tag::ObjectPronoun);
        return takes_in(verb) ||
               (hearer != nullptr && hearer->entry.features.person == Person::Third);
      }
      return false;
    }
    return false;
  }

  [[nodiscard]] bool takes_in(TokenIndex verb) const {
    return analysis_->is_any(verb, tag_set({Tag::Obtain, Tag::Perceive})) &&
           !analysis_->is(verb, Tag::Issue);
  }

  [[nodiscard]] bool hands_on(TokenIndex verb) const {
    return analysis_->is_any(verb, tag_set({Tag::Handle, Tag::Relay, Tag::Republish}));
  }

  // "the message of the gang", Arabic "رسالة المتهم"; of a letter that nobody is said to have
  // written whoever judges it may tell in his own words.
  [[nodiscard]] bool is_owned(TokenIndex noun) const {
    const TokenIndex next = noun + 1;
    return analysis_->is(next, Tag::AuthorPreposition) || analysis_->is(noun - 1, Tag::Enclitic) ||
           (analysis_->language().grammar.verb_before_subject && is_speaker_noun(*analysis_, next));
  }

  [[nodiscard]] bool is_threat_noun(TokenIndex noun) const {
    return analysis_->is_any(noun, tag_set({Tag::ThreatNoun, Tag::MenaceNoun}));
  }

  // Whether the noun, with its article, stands right before the colon.
  [[nodiscard]] bool is_last(TokenIndex noun) const {
    const PhraseMatch* threat = analysis_->match(noun, Tag::ThreatNoun);
    const TokenIndex length = threat == nullptr ? 1 : threat->length;
    return noun + length == clause_.end && noun > 0 && analysis_->is(noun - 1, Tag::Definite);
  }

  // "defended his threat"
  [[nodiscard]] bool is_own(TokenIndex noun) const {
    for (TokenIndex at = noun - std::min<TokenIndex>(noun, 2); at < noun; ++at) {
      const PhraseMatch* owner = analysis_->match(at, Tag::Possessive);
      if (owner != nullptr && owner->entry.features.person == Person::Third) return true;
    }
    return false;
  }

  const Analysis* analysis_;
  TokenRange clause_;
  TokenRange subject_;
  bool cued_;
  bool addressed_;
  MetMessage met_;
};

// Harm that officials do not announce of themselves.
bool is_grave(Tag harm) {
  static const TagSet kGrave =
      tag_set({Tag::HarmKill, Tag::HarmDestroy, Tag::HarmAbduct, Tag::HarmLimb, Tag::HarmPerson});
  return kGrave[static_cast<std::size_t>(harm)];
}

// "we will burn", "we burn": not who will be burnt, nor "they will burn it".
bool is_own_deed(const Analysis& analysis, TokenIndex verb) {
  const auto matches = analysis.matches(verb);
  return std::any_of(matches.begin(), matches.end(), [](const PhraseMatch& match) {
    return match.entry.features.person == Person::First;
  });
}

}  // namespace

bool threatens_harm(const Analysis& analysis, const std::vector<Signal>& signals, Called called) {
  static constexpr std::array kPlain = {ThreatRule::VeiledPhrase, ThreatRule::WillPay,
                                        ThreatRule::WhoeverWill, ThreatRule::OrElse};
  const bool addressed = first_of(signals, ThreatRule::SecondPerson) != nullptr;
  const bool future = first_of(signals, ThreatRule::FutureHarm) != nullptr;
  for (const Signal& signal : signals) {
    const bool threat = called == Called::Threat;
    if (threat && std::find(kPlain.begin(), kPlain.end(), signal.rule) != kPlain.end()) return true;
    if (threat && signal.rule == ThreatRule::HarmNoun) return true;
    if (signal.rule != ThreatRule::HarmVerb || !(addressed || is_grave(signal.harm))) continue;
    if (threat || future || is_own_deed(analysis, signal.tokens.begin)) return true;
  }
  return false;
}

bool is_judged_threat(const Analysis& analysis, const Draft& draft) {
  const TokenIndex end = draft.outer.begin;
  if (draft.source.empty() || draft.source.begin >= end || analysis.mark(end - 1) != ':') {
    return false;
  }
  const TokenRange& sentence = analysis.sentences()[analysis.sentence_of(end - 1)];
  if (draft.source.begin < sentence.begin) return false;
  const TokenIndex begin = std::max(sentence.begin, end - std::min(end, kClauseReach));
  return JudgedThreat(analysis, draft, {.begin = begin, .end = end - 1}).find();
}

}  // namespace dixit::parser
