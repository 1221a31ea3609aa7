#include "parser/quote/evidential.h"

#include <algorithm>
#include <optional>
#include <string>

namespace dixit::parser {
namespace {

using model::Evidential;

// A hedging adverb or adjective marks what stands at most so many words after it.
constexpr TokenIndex kHedgeReach = 6;

// A denial or a doubt speaks of the quotations shortly before it, not of a whole book.
constexpr std::size_t kDoubtedQuotationsMax = 32;

bool quoted_by(const Draft& draft, TokenIndex i) {
  return draft.quotation.form != model::QuotationForm::Indirect && draft.tokens.contains(i);
}

void hedge(const Analysis& analysis, Draft& draft, Evidential evidential, const char* rule,
           TokenRange marker) {
  draft.quotation.evidential = evidential;
  draft.quotation.report_status = model::ReportStatus::Alleged;
  add_reason(analysis, draft, rule, marker);
}

// The conditional of reporting: "aurait écrit", "habría dicho", "habe gesagt" where the language's
// grammar says that the mood withholds the reporter's word.
bool hedged_by_mood(const Analysis& analysis, const Draft& draft) {
  return !draft.cue.empty() && draft.cue_features.mood == Mood::Conditional &&
         analysis.language().grammar.relayed_by_conditional;
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

bool source_marked(const Analysis& analysis, const Draft& draft, Tag tag) {
  if (draft.source.empty()) return false;
  const TokenIndex begin = draft.source.begin > 2 ? draft.source.begin - 2 : 0;
  const TokenIndex end = std::min(analysis.size(), draft.source.end + 2);
  for (TokenIndex i = begin; i < end; ++i) {
    if (!quoted_by(draft, i) && analysis.is(i, tag)) return true;
  }
  return false;
}

// Whether the sentence speaks of the draft's speaker: his name, a pronoun, or his description.
bool speaks_of(const Analysis& analysis, const Draft& draft, const TokenRange& sentence,
               TokenIndex before) {
  if (!draft.quotation.source) return true;
  const std::string name = entity_key(draft.quotation.source->name);
  for (TokenIndex i = sentence.begin; i < before; ++i) {
    const PhraseMatch* pronoun = analysis.match(i, Tag::Pronoun);
    if (pronoun != nullptr && pronoun->entry.features.person != Person::First) return true;
    const std::string word = entity_key(analysis.text_of(i));
    if (word.size() >= 4 && (" " + name + " ").find(" " + word + " ") != std::string::npos) {
      return true;
    }
  }
  return false;
}

// The cues of quoted words, by token: a denying verb among them governs words of its own. One that
// only reports a denial may deny what was said before as well.
std::vector<bool> cue_tokens(const Analysis& analysis, const std::vector<Draft>& drafts) {
  std::vector<bool> cues = quoted_tokens(analysis, drafts);
  for (const Draft& draft : drafts) {
    if (draft.quotation.form == model::QuotationForm::Indirect) continue;
    for (TokenIndex i = draft.cue.begin; i < draft.cue.end; ++i) cues[i] = true;
  }
  return cues;
}

void note_check(const Analysis& analysis, Draft& draft, bool verified, const TokenRange& sentence) {
  model::Authentication& authentication = draft.quotation.authentication;
  authentication.status =
      verified ? model::AuthenticationStatus::Confirmed : model::AuthenticationStatus::Unverified;
  authentication.span = byte_span(analysis, sentence);
}

void note_denial(const Analysis& analysis, Draft& draft, TokenIndex verb,
                 const TokenRange& sentence) {
  draft.quotation.evidential = Evidential::Denied;
  draft.quotation.authentication = {.status = model::AuthenticationStatus::Contested,
                                    .span = byte_span(analysis, sentence)};
  add_reason(analysis, draft, "evidential.denied_later", {.begin = verb, .end = verb + 1});
}

}  // namespace

void read_evidential(const Analysis& analysis, Draft& draft) {
  if (hedged_by_mood(analysis, draft)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.conditional_cue", draft.cue);
  } else if (const auto adverb = hedging_word(analysis, draft, Tag::HedgeAdverb)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.hedge_adverb", *adverb);
  } else if (source_marked(analysis, draft, Tag::HedgeAdjective)) {
    hedge(analysis, draft, Evidential::Hedged, "evidential.hedged_source", draft.source);
  }
}

void read_denials(const Analysis& analysis, std::vector<Draft>& drafts) {
  const std::vector<bool> taken = cue_tokens(analysis, drafts);
  std::size_t before = 0;  // drafts that end before the sentence, given that drafts are in order
  for (const TokenRange& sentence : analysis.sentences()) {
    while (before < drafts.size() && drafts[before].tokens.end <= sentence.begin) ++before;
    const std::size_t from = before > kDoubtedQuotationsMax ? before - kDoubtedQuotationsMax : 0;
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (taken[i]) continue;
      const bool unverified = analysis.is(i, Tag::Unverified);
      const bool verified = !unverified && analysis.is(i, Tag::Verified);
      const bool denied = analysis.is(i, Tag::Deny);
      if (!unverified && !verified && !denied) continue;
      for (std::size_t d = from; d < before; ++d) {
        if (unverified || verified) {
          note_check(analysis, drafts[d], verified, sentence);
        } else if (speaks_of(analysis, drafts[d], sentence, i)) {
          note_denial(analysis, drafts[d], i, sentence);
        }
      }
    }
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
