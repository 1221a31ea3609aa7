#include "parser/quote/others_words.h"

#include <algorithm>
#include <array>

#include "parser/quote/verb_clause.h"

namespace dixit::parser {
namespace {

// Tokens in nested marks: fewer are a term, not an utterance.
constexpr TokenIndex kUtteranceTokensMin = 4;

// Words between a verb of speech and the clause that it reports: "told me on Monday that".
constexpr TokenIndex kReportReach = 4;

constexpr auto kSpeech = std::to_array({Tag::Say, Tag::Threaten, Tag::Warn, Tag::Write,
                                        Tag::Promise, Tag::Order, Tag::Claim, Tag::Express});

class OthersWords {
 public:
  OthersWords(const Analysis& analysis, const Draft& draft)
      : analysis_(&analysis),
        words_(draft.tokens),
        clause_(analysis, draft),
        reported_(draft.quotation.form == model::QuotationForm::Indirect),
        unclosed_(analysis.language().marks.size(), false) {}

  std::vector<TokenRange> find() {
    for (TokenIndex i = words_.begin; i < words_.end;) {
      TokenRange range = nested_at(i);
      if (range.empty()) range = reported_at(i);
      if (!range.empty()) ranges_.push_back(range);
      i = range.empty() ? i + 1 : range.end;
    }
    return std::move(ranges_);
  }

 private:
  // What stands between marks that open here.
  TokenRange nested_at(TokenIndex i) {
    // Marks inside a reported clause hold the words of the same speaker.
    if (reported_ || analysis_->token(i).kind != TokenKind::Punctuation) return {};
    if (!analysis_->token(i).space_before && i > words_.begin &&
        analysis_->token(i - 1).kind != TokenKind::Punctuation) {
      return {};
    }
    const auto& marks = analysis_->language().marks;
    for (std::size_t pair = 0; pair < marks.size(); ++pair) {
      if (marks[pair].open != analysis_->mark(i) || unclosed_[pair]) continue;
      for (TokenIndex close = i + 1; close < words_.end; ++close) {
        if (analysis_->mark(close) != marks[pair].close) continue;
        return close - i <= kUtteranceTokensMin ? TokenRange{}
                                                : TokenRange{.begin = i + 1, .end = close};
      }
      unclosed_[pair] = true;
    }
    return {};
  }

  // "they told us that …": to the end of the sentence.
  [[nodiscard]] TokenRange reported_at(TokenIndex i) const {
    const auto verb = read_verb(*analysis_, i, kSpeech);
    if (!verb || verb->person == Person::First || verb->person == Person::Second) return {};
    const auto person = clause_.subject_person(*verb);
    if (person == Person::First || person == Person::Second) return {};
    if (person != Person::Third && (!verb->may_be(Mood::Indicative) || i == words_.begin))
      return {};
    // "they threatened to": what others threaten is nobody's threat who tells of it.
    if (verb->tag == Tag::Threaten) return {.begin = verb->tokens.end, .end = sentence_end(i)};
    for (TokenIndex t = verb->tokens.end; t < verb->tokens.end + kReportReach; ++t) {
      if (t >= words_.end) return {};
      const bool opens = analysis_->is(t, Tag::Complementizer) || analysis_->mark(t) == U':';
      if (opens) return {.begin = t + 1, .end = sentence_end(t)};
      if (analysis_->token(t).kind == TokenKind::Punctuation) return {};
    }
    return {};
  }

  [[nodiscard]] TokenIndex sentence_end(TokenIndex token) const {
    return std::min(words_.end, analysis_->sentences()[analysis_->sentence_of(token)].end);
  }

  const Analysis* analysis_;
  TokenRange words_;
  VerbClause clause_;
  bool reported_ = false;
  std::vector<bool> unclosed_;  // pairs whose closing mark does not come again
  std::vector<TokenRange> ranges_;
};

}  // namespace

std::vector<TokenRange> others_words(const Analysis& analysis, const Draft& draft,
                                     const std::vector<TokenRange>& inner) {
  std::vector<TokenRange> all = OthersWords(analysis, draft).find();
  all.insert(all.end(), inner.begin(), inner.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const TokenRange& a, const TokenRange& b) { return a.begin < b.begin; });
  std::vector<TokenRange> merged;
  for (const TokenRange& range : all) {
    if (!merged.empty() && range.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

}  // namespace dixit::parser
