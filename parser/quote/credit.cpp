#include "parser/quote/credit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "parser/quote/draft.h"

namespace dixit::parser {
namespace {

// A credit line is short; a longer paragraph that names an agency is news about it.
constexpr TokenIndex kCreditLineTokensMax = 14;

// A dateline opens one of the first paragraphs (a headline or a notice may stand above it) and its
// agency stands within its first words.
constexpr std::size_t kDatelineParagraphs = 4;
constexpr TokenIndex kDatelineTokensMax = 16;

bool is_agency(const Analysis& analysis, TokenIndex token) {
  const EntityMention* mention = analysis.mention_at(token);
  return mention != nullptr &&
         analysis.entities().all()[mention->entity].kind == EntityKind::Agency;
}

bool is_dash(char32_t mark) { return mark == '-' || mark == U'–' || mark == U'—'; }

// Whether a word may stand in a credit line beside an agency's name.
bool fits_credit_line(const Analysis& analysis, TokenIndex token) {
  static constexpr auto kFitting =
      std::to_array({Tag::CreditPrefix, Tag::Conjunction, Tag::Definite, Tag::AgencyNoun,
                     Tag::Preposition, Tag::Genitive, Tag::Month, Tag::PageByline});
  if (analysis.token(token).kind != TokenKind::Word || analysis.token(token).capitalised)
    return true;
  return std::any_of(kFitting.begin(), kFitting.end(),
                     [&](Tag tag) { return analysis.within(token, tag); });
}

// The paragraph when it is nothing but a credit.
std::optional<TokenRange> credit_line(const Analysis& analysis, const TokenRange& paragraph) {
  if (paragraph.size() > kCreditLineTokensMax) return std::nullopt;
  bool agency = false;
  for (TokenIndex i = paragraph.begin; i < paragraph.end; ++i) {
    const char32_t mark = analysis.mark(i);
    if (mark == '?' || mark == '!' || (mark == '.' && i + 1 != paragraph.end)) return std::nullopt;
    if (is_agency(analysis, i)) {
      agency = true;
    } else if (!fits_credit_line(analysis, i)) {
      return std::nullopt;
    }
  }
  // Without a credit word a line that merely holds an agency's name may be a headline about it.
  const bool opens = analysis.is(paragraph.begin, Tag::CreditPrefix) || paragraph.size() <= 5;
  return agency && opens ? std::optional(paragraph) : std::nullopt;
}

// The bracketed agency that closes at `close`, with its brackets.
std::optional<TokenRange> bracketed_agency(const Analysis& analysis, TokenIndex begin,
                                           TokenIndex close) {
  if (analysis.mark(close) != ')') return std::nullopt;
  constexpr TokenIndex kInsideMax = 8;
  bool agency = false;
  for (TokenIndex i = close; i > begin && close - i <= kInsideMax;) {
    --i;
    if (analysis.mark(i) == '(') {
      return agency ? std::optional(TokenRange{.begin = i, .end = close + 1}) : std::nullopt;
    }
    agency = agency || is_agency(analysis, i);
    if (!is_agency(analysis, i) && !fits_credit_line(analysis, i)) return std::nullopt;
  }
  return std::nullopt;
}

// A dash, or ".-", after the bracket; or nothing at all.
bool parted_from_text(const Analysis& analysis, const TokenRange& paragraph, TokenIndex after) {
  if (after >= paragraph.end || is_dash(analysis.mark(after))) return true;
  return analysis.mark(after) == '.' && after + 1 < paragraph.end &&
         is_dash(analysis.mark(after + 1));
}

// "Port Sorel, Jan 23 (IANS)": place and date in front need no dash behind.
bool dated(const Analysis& analysis, const TokenRange& agency, TokenIndex begin) {
  bool month = false;
  bool number = false;
  for (TokenIndex i = begin; i < agency.begin; ++i) {
    month = month || analysis.is(i, Tag::Month);
    number = number || analysis.token(i).kind == TokenKind::Number;
  }
  return month && number;
}

// "PARIS, 3 mai (AFP) —", "NAIROBI (Reuters) -", "WASHINGTON — (AP)".
std::optional<TokenRange> dateline(const Analysis& analysis, const TokenRange& paragraph) {
  const TokenIndex end = std::min(paragraph.end, paragraph.begin + kDatelineTokensMax);
  for (TokenIndex i = paragraph.begin; i < end; ++i) {
    if (analysis.mark(i) != ')') continue;
    const std::optional<TokenRange> agency = bracketed_agency(analysis, paragraph.begin, i);
    if (!agency) return std::nullopt;
    // A place in front tells a dateline from a sentence that happens to open with a bracket.
    for (TokenIndex j = paragraph.begin; j < agency->begin; ++j) {
      const Token& token = analysis.token(j);
      const bool place = token.kind != TokenKind::Word || token.capitalised ||
                         analysis.is(j, Tag::Month) || analysis.is(j, Tag::Weekday) ||
                         analysis.is(j, Tag::Genitive) || analysis.language().grammar.no_capitals;
      if (!place) return std::nullopt;
    }
    return parted_from_text(analysis, paragraph, i + 1) || dated(analysis, *agency, paragraph.begin)
               ? agency
               : std::nullopt;
  }
  return std::nullopt;
}

class CreditReader {
 public:
  explicit CreditReader(const Analysis& analysis) : analysis_(&analysis) {}

  void add(const TokenRange& tokens) {
    if (credit_.text.empty()) {
      credit_.text = std::string(analysis_->text_of(tokens));
      credit_.span = byte_span(*analysis_, tokens);
    }
    for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
      if (!is_agency(*analysis_, i)) continue;
      const EntityMention& mention = *analysis_->mention_at(i);
      const std::string& entity = analysis_->entities().all()[mention.entity].id;
      const bool known =
          std::any_of(credit_.agencies.begin(), credit_.agencies.end(),
                      [&](const model::Agency& agency) { return agency.entity == entity; });
      if (!known) {
        credit_.agencies.push_back(
            {.name = std::string(analysis_->text_of(mention.tokens)), .entity = entity});
      }
      i = mention.tokens.end - 1;
    }
  }

  [[nodiscard]] model::Credit take() { return std::move(credit_); }

 private:
  const Analysis* analysis_;
  model::Credit credit_;
};

}  // namespace

model::Credit find_credit(const Analysis& analysis) {
  CreditReader reader(analysis);
  const std::span<const TokenRange> paragraphs = analysis.paragraphs();
  for (const TokenRange& paragraph : paragraphs) {
    if (const auto line = credit_line(analysis, paragraph)) reader.add(*line);
  }
  for (std::size_t i = 0; i < std::min(kDatelineParagraphs, paragraphs.size()); ++i) {
    if (const auto found = dateline(analysis, paragraphs[i])) reader.add(*found);
  }
  for (const TokenRange& paragraph : paragraphs) {
    if (const auto found = bracketed_agency(analysis, paragraph.begin, paragraph.end - 1)) {
      reader.add(*found);
    }
  }
  return reader.take();
}

}  // namespace dixit::parser
