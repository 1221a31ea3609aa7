#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/attribution.h"
#include "model/quotation.h"
#include "parser/quote/draft.h"

namespace dixit::parser {

// A phrase of the reporter's own words that may be a link of some quotation's chain.
struct Link {
  model::HopRole role = model::HopRole::Channel;
  TokenRange tokens;      // the noun phrase or name
  TokenIndex anchor = 0;  // the word that made it a link: a channel noun, a preposition, a name
  std::size_t entity = kNoEntity;  // index into Entities::all()
  model::Medium medium = model::Medium::Unknown;
  bool carries = true;     // says that words came through it, rather than merely being spoken of
  bool announced = false;  // said to have been sent, received or found: words may be read from it
  bool taken_up = false;   // "the letter", "this text": spoken of before, or known by the report

  static constexpr std::size_t kNoEntity = SIZE_MAX;
};

// All links of the text, in order, found outside the words of quotations: channels, translators and
// monitors, agencies and outlets, authorities and witnesses that the reporter names as such.
std::vector<Link> find_links(const Analysis& analysis, const std::vector<Draft>& drafts);

// Which tokens lie inside the words of some quotation.
std::vector<bool> quoted_tokens(const Analysis& analysis, const std::vector<Draft>& drafts);

}  // namespace dixit::parser
