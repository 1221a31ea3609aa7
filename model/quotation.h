#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/attribution.h"
#include "model/span.h"
#include "model/threat.h"

namespace dixit::model {

enum class QuotationForm {
  Direct,    // whole sentences between marks
  Mixed,     // quoted fragments inside a reported clause
  Indirect,  // a reported clause without marks
  Headline,  // words quoted or reported in the title
};

// What the words were first uttered in, as far as the report says.
enum class Medium {
  Unknown,
  Speech,
  Audio,
  Video,
  WrittenStatement,
  Letter,
  Banner,
  Leaflet,
  SocialPost,
  Broadcast,
  Interview,
  CourtOrPoliceRecord,
};

// One quoted or reported stretch of somebody's words, with everything the page says of its origin.
//
// Spans are code points into Document::text. Fragments lie inside `span`, in order, without
// overlap; a direct quotation has none. Stretches of one utterance share `group`, counted from 1.
struct Quotation {
  Span span;         // the words, without their outer marks
  std::string text;  // exactly what `span` covers
  QuotationForm form = QuotationForm::Direct;
  int group = 0;
  std::vector<Span> fragments;
  std::optional<Source> source;  // absent: the page does not say, or Dixit could not tell
  std::optional<Cue> cue;
  std::vector<Hop> hops;  // from the speaker outward to the reader
  Evidential evidential = Evidential::Asserted;
  ReportStatus report_status = ReportStatus::FirstHand;
  Authentication authentication;
  Medium medium = Medium::Unknown;
  std::string language;  // BCP 47
  bool is_translation = false;
  Threat threat;
  std::vector<Reason> reasons;  // why this span, this source and these hops

  bool operator==(const Quotation&) const = default;
};

}  // namespace dixit::model
