#include "storage/likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "storage/code_points.h"
#include "storage/fold.h"
#include "storage/quotation_row.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

// Overlaps of content words, weighed by length. Pairs of unrelated quotations lie below .15, new
// translations of one sentence between .4 and .8 (docs/formats.md has the figures).
constexpr double kOverlapCorroborated = 0.35;  // same speaker, target and days: .35 is no chance
constexpr double kOverlapNeutral = 0.5;
constexpr double kOverlapContradicted = 0.85;  // another speaker or target is named

// An ellipsis and one changed word are allowed in a stretch of fifteen words.
constexpr double kContainmentMin = 0.8;
constexpr std::size_t kTruncatedWordsMin = 5;
// A part that another speaker is said to have uttered must be most of the whole.
constexpr double kQuotedInsideShareMin = 0.5;
// Above this share of words a part is no truncation but the same words edited.
constexpr double kTruncatedShareMax = 0.9;

enum class Match { Unknown, Same, Different };

// Whether `part` stands in `whole` as a run of words, with one word that is no initial or particle.
bool names_within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  constexpr std::size_t kNameLetters = 3;
  const bool has_name = std::ranges::any_of(
      part, [](const std::string& word) { return count_code_points(word) >= kNameLetters; });
  return has_name && !std::ranges::search(whole, part).empty();
}

Match compare(const Party& a, const Party& b) {
  if (!a.entity.empty() && !b.entity.empty()) {
    return a.entity == b.entity ? Match::Same : Match::Different;
  }
  if (a.words.empty() || b.words.empty()) return Match::Unknown;
  if (names_within(a.words, b.words) || names_within(b.words, a.words)) return Match::Same;
  // A description may well mean the entity that the other report names.
  return a.entity.empty() && b.entity.empty() ? Match::Different : Match::Unknown;
}

// Whoever "it" or "your offices" leaves without a name is no one who could be compared.
Party party_of(std::string entity, std::string_view name) {
  return {std::move(entity), words_of(name)};
}

bool within_days(const Telling& a, const Telling& b) {
  return std::abs(a.time - b.time) <= kSameThreatSeconds;
}

// Both threats, by the same, against the same, within days.
bool corroborated(const Telling& a, const Telling& b) {
  return a.threat && b.threat && within_days(a, b) &&
         compare(a.speaker, b.speaker) == Match::Same && compare(a.target, b.target) == Match::Same;
}

double overlap_needed(const Telling& a, const Telling& b) {
  if (corroborated(a, b)) return kOverlapCorroborated;
  const bool contradicted = compare(a.speaker, b.speaker) == Match::Different ||
                            compare(a.target, b.target) == Match::Different;
  return contradicted ? kOverlapContradicted : kOverlapNeutral;
}

std::optional<Likeness> same_words(const Telling& a, const Telling& b) {
  if (a.wording.words.empty() || a.wording.words != b.wording.words) return std::nullopt;
  if (!may_be_anybodys(a.wording) ||
      (within_days(a, b) && compare(a.speaker, b.speaker) == Match::Same)) {
    return Likeness{model::MemberKind::Exact, 1};
  }
  return std::nullopt;
}

std::optional<Likeness> truncated(const Telling& a, const Telling& b) {
  const bool a_is_shorter = a.wording.words.size() < b.wording.words.size();
  const Wording& part = a_is_shorter ? a.wording : b.wording;
  const Wording& whole = a_is_shorter ? b.wording : a.wording;
  if (part.words.size() < kTruncatedWordsMin) return std::nullopt;
  const double share =
      static_cast<double>(part.words.size()) / static_cast<double>(whole.words.size());
  if (share > kTruncatedShareMax || containment(part, whole) < kContainmentMin) return std::nullopt;
  // Who tells what another said to him has the words inside his own.
  const bool quoted_inside = compare(a.speaker, b.speaker) == Match::Different;
  if (quoted_inside && share < kQuotedInsideShareMin) return std::nullopt;
  return Likeness{model::MemberKind::Truncated, share};
}

std::optional<Likeness> reworded(const Telling& a, const Telling& b) {
  const double share = overlap(a.wording, b.wording);
  if (share < overlap_needed(a, b)) return std::nullopt;
  return Likeness{model::MemberKind::Rewording, share};
}

bool may_be_one_language(const Telling& a, const Telling& b) {
  const std::string first = primary_subtag(a.language);
  const std::string second = primary_subtag(b.language);
  return first == second || first == "und" || second == "und" || first.empty() || second.empty();
}

}  // namespace

Telling telling_of(const QuotationRow& row) {
  const model::Quotation& quotation = row.quotation;
  Telling telling;
  telling.id = row.id;
  telling.language = language_of(row);
  telling.wording = wording_of(quotation.text, telling.language);
  if (quotation.source) {
    telling.speaker = party_of(quotation.source->entity, quotation.source->name);
  }
  if (const auto& target = quotation.threat.target) {
    telling.target = party_of(target->entity, target->name);
  }
  telling.verbatim = quotation.form == model::QuotationForm::Direct ||
                     quotation.form == model::QuotationForm::Mixed;
  telling.threat = quotation.threat.threat_class != model::ThreatClass::None;
  telling.time = row_time(row);
  telling.dated = row.published_at.has_value();
  return telling;
}

std::optional<Likeness> likeness(const Telling& a, const Telling& b) {
  if (auto exact = same_words(a, b)) return exact;
  if (!may_be_one_language(a, b)) {
    if (a.dated && b.dated && corroborated(a, b)) {
      return Likeness{model::MemberKind::SameThreat, 0};
    }
    return std::nullopt;
  }
  if (has_few_content_words(a.wording) || has_few_content_words(b.wording)) return std::nullopt;
  if (auto part = truncated(a, b)) return part;
  return reworded(a, b);
}

std::vector<std::string> threat_terms(const Telling& telling) {
  const auto names = [](const Party& party) {
    std::vector<std::string> out;
    if (!party.entity.empty()) out.push_back("entity " + party.entity);
    std::string name = spaced(party.words);
    if (!name.empty()) out.push_back(std::move(name));
    return out;
  };
  std::vector<std::string> terms;
  if (!telling.threat) return terms;
  for (const std::string& speaker : names(telling.speaker)) {
    for (const std::string& target : names(telling.target)) {
      terms.push_back(fmt::format("t|{}|{}", speaker, target));
    }
  }
  return terms;
}

}  // namespace dixit::storage
