#include "parser/quote/evidential.h"

#include <algorithm>
#include <string>
#include <utility>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

using model::Evidential;

// A hedging adverb or adjective marks what stands at most so many words after it.
constexpr TokenIndex kHedgeReach = 6;

// Words between a conditional auxiliary and its participle.
constexpr TokenIndex kParticipleReach = 4;

bool quoted_by(const Draft& draft, TokenIndex i) {
  return draft.quotation.form != model::QuotationForm::Indirect && draft.tokens.contains(i);
}

// The first hedging word of the sentence around the cue or before the words.
std::optional<TokenRange> hedging_word(const Analysis& analysis, const Draft& draft, Tag tag) {
  const TokenIndex anchor = draft.cue.empty() ? draft.tokens.begin : draft.cue.begin;
  if (anchor >= analysis.size()) return std::nullopt;
  const TokenRange sentence = analysis.sentences()[analysis.sentence_of(anchor)];
  for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
    if (quoted_by(draft, i)) continue;
    const PhraseMatch* match = analysis.match(i, tag);
    if (match == nullptr) continue;
    const TokenRange found{.begin = i, .end = i + match->length};
    const TokenIndex from = std::min(i, anchor);
    const TokenIndex to = std::max(found.end, anchor);
    if (to - from <= 2 * kHedgeReach || found.end + kHedgeReach >= anchor) return found;
  }
  return std::nullopt;
}

// "the alleged sender", "la voix, …, presunto cabecilla": an adjective on the source, or on what
// stands in apposition to it.
bool source_marked(const Analysis& analysis, const Draft& draft, Tag tag) {
  if (draft.source.empty()) return false;
  const TokenIndex begin = draft.source.begin > 2 ? draft.source.begin - 2 : 0;
  const TokenIndex end = std::min(analysis.size(), draft.source.end + 2);
  for (TokenIndex i = begin; i < end; ++i) {
    if (!quoted_by(draft, i) && analysis.is(i, tag)) return true;
  }
  return false;
}

// "says the voice, who presents himself as X, alleged head of …": the rest of the sentence after a
// source that follows the cue says who he is held to be.
std::optional<TokenRange> hedged_identity(const Analysis& analysis, const Draft& draft) {
  const bool follows = !draft.cue.empty() && draft.source.begin >= draft.cue.end;
  if (draft.source.empty() || !follows || draft.source.end >= analysis.size()) return std::nullopt;
  if (analysis.mark(draft.source.end) != ',') return std::nullopt;
  const TokenRange sentence = analysis.sentences()[analysis.sentence_of(draft.source.begin)];
  for (TokenIndex i = draft.source.end; i < sentence.end; ++i) {
    if (quoted_by(draft, i)) return std::nullopt;
    if (const PhraseMatch* match = analysis.match(i, Tag::HedgeAdjective)) {
      return TokenRange{.begin = i, .end = i + match->length};
    }
  }
  return std::nullopt;
}

bool is_conditional(const Analysis& analysis, TokenIndex token) {
  for (const Tag tag : {Tag::Auxiliary, Tag::Copula}) {
    const PhraseMatch* match = analysis.match(token, tag);
    if (match != nullptr && match->entry.features.mood == Mood::Conditional) return true;
  }
  return false;
}

// "aurait exigé", "auraient diffusé": a report of something said or sent.
std::optional<TokenRange> conditional_report(const Analysis& analysis, TokenIndex auxiliary) {
  static const TagSet kReported =
      tag_set({Tag::Say, Tag::Write, Tag::Claim, Tag::Ask, Tag::Order, Tag::Promise, Tag::Warn,
               Tag::Threaten, Tag::Relay, Tag::Express, Tag::Republish});
  if (!is_conditional(analysis, auxiliary)) return std::nullopt;
  for (TokenIndex i = auxiliary + 1; i <= auxiliary + kParticipleReach; ++i) {
    if (!in_same_sentence(analysis, auxiliary, i)) return std::nullopt;
    if (analysis.is_any(i, kReported)) return TokenRange{.begin = auxiliary, .end = i + 1};
  }
  return std::nullopt;
}

}  // namespace

void hedge(const Analysis& analysis, Draft& draft, Evidential evidential, const char* rule,
           TokenRange marker) {
  draft.quotation.evidential = evidential;
  draft.quotation.report_status = model::ReportStatus::Alleged;
  add_reason(analysis, draft, rule, marker);
}

bool is_hedged_by_cue(const Analysis& analysis, const Draft& draft) {
  return !draft.cue.empty() && draft.cue_features.mood == Mood::Conditional &&
         analysis.language().grammar.relayed_by_conditional;
}

std::optional<TokenRange> hedged_report(const Analysis& analysis, std::uint32_t sentence) {
  const bool by_mood = analysis.language().grammar.relayed_by_conditional;
  const TokenRange range = analysis.sentences()[sentence];
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    if (const PhraseMatch* adverb = analysis.match(i, Tag::HedgeAdverb)) {
      return TokenRange{.begin = i, .end = i + adverb->length};
    }
    if (!by_mood) continue;
    if (const auto report = conditional_report(analysis, i)) return report;
  }
  return std::nullopt;
}

void read_evidential(const Analysis& analysis, Draft& draft) {
  if (is_hedged_by_cue(analysis, draft)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.conditional_cue", draft.cue);
  } else if (!draft.cue.empty() && analysis.within(draft.cue.begin, Tag::Attributed)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.attributed_cue", draft.cue);
  } else if (const auto adverb = hedging_word(analysis, draft, Tag::HedgeAdverb)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.hedge_adverb", *adverb);
  } else if (source_marked(analysis, draft, Tag::HedgeAdjective)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.hedged_source", draft.source);
  } else if (const auto identity = hedged_identity(analysis, draft)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.hedged_identity", *identity);
  }
}

void mark_hop(const Analysis& analysis, const Link& link, model::Hop& hop) {
  const TokenIndex begin = link.tokens.begin > 2 ? link.tokens.begin - 2 : 0;
  for (TokenIndex i = begin; i < link.tokens.end; ++i) {
    for (const auto& [tag, evidential] :
         {std::pair(Tag::HedgeAdjective, Evidential::Purported),
          std::pair(Tag::HedgeAdverb, Evidential::Hedged),
          std::pair(Tag::SourcePreposition, Evidential::Reported)}) {
      const PhraseMatch* match = analysis.match(i, tag);
      if (match == nullptr) continue;
      const TokenRange marker{.begin = i, .end = i + match->length};
      hop.evidential = evidential;
      hop.marker = std::string(analysis.text_of(marker));
      hop.marker_span = byte_span(analysis, marker);
      return;
    }
  }
}

}  // namespace dixit::parser
