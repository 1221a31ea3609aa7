#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cluster.h"
#include "storage/query.h"
#include "storage/wording.h"

namespace dixit::storage {

// Whether two quotations pass on one utterance.

// A speaker or a target as the report resolved it.
struct Party {
  std::string entity;              // "" when unknown
  std::vector<std::string> words;  // folded, of its fullest name
};

// What the comparison knows of a quotation.
struct Telling {
  std::string id;
  std::string language;
  Wording wording;
  Party speaker;
  Party target;
  bool verbatim = true;  // direct or mixed, not a reported clause or a headline
  bool threat = false;
  std::int64_t time = 0;  // as row_time()
  bool dated = false;     // whether the page gives its date of publication
};
Telling telling_of(const QuotationRow& row);

struct Likeness {
  model::MemberKind kind = model::MemberKind::Exact;
  double similarity = 1;
};

// Nothing when they are not known to pass on one utterance. likeness(a, b) is nothing exactly when
// likeness(b, a) is, and has the same kind and similarity.
//
// - Exact: the same words; very few of them count only from the same speaker within days.
// - Truncated: one language, and one's words are a stretch of the other's. A short stretch of
//   another speaker's words is what he says that he was told.
// - Rewording: one language, and enough content words shared; how many are enough depends on what
//   speaks for or against the two being one.
// - SameThreat: two languages, both threats, by and against the same, published within days.
std::optional<Likeness> likeness(const Telling& a, const Telling& b);

// What two tellings of one threat share in whatever language: a term for each pair of the names of
// speaker and target. Empty for what is no threat or lacks either.
std::vector<std::string> threat_terms(const Telling& telling);

// Reports of one utterance appear within days; a threat repeated later is another one.
inline constexpr std::int64_t kSameThreatSeconds = std::int64_t{3} * 24 * 60 * 60;

}  // namespace dixit::storage
