#pragma once

#include <compare>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"

namespace dixit::storage {

// Those through whose hands words came, and who among them had the words from nobody else.

struct Relay {
  std::string name;    // as printed
  std::string entity;  // id in config/entities.toml, "" when unknown

  bool operator==(const Relay&) const = default;
  auto operator<=>(const Relay&) const = default;
};

// The relays of one quotation, from the one nearest to the speaker to the document's own outlet:
// monitors, agencies, broadcasters and outlets that the chain names, then the agency that the
// document credits when the chain names none.
std::vector<Relay> relays_of(const model::Document& document, const model::Quotation& quotation);

// The ends of many chains taken together: relays that no chain shows to have had the words from
// another relay. A copy that credits an agency alone so counts with the copies that also name the
// monitor from which that agency had the words. Of relays that had the words from one another, and
// from nobody else, nobody can say who was first, but somebody was: they count once, under the name
// that comes first in the alphabet. Names as printed, sorted.
std::vector<std::string> independent_origins(const std::set<std::vector<Relay>>& chains);

}  // namespace dixit::storage
