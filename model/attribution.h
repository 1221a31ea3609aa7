#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/span.h"

namespace dixit::model {

// A rule that fired and the words on which it did: the evidence behind an answer.
struct Reason {
  std::string rule;  // stable identifier, such as "source.cue_subject"
  Span span;

  bool operator==(const Reason&) const = default;
};

// Who is held to have uttered the words (PARC/PolNeAR: "source").
struct Source {
  Span span;         // the mention nearest to the words: a name, a description or a pronoun
  std::string text;  // exactly what `span` covers
  // The fullest name in the document for the same source; `text` when none is fuller; "" when
  // nobody knows, as for a pronoun that nothing in the document resolves.
  std::string name;
  std::string entity;  // id in config/entities.toml, "" when unknown
  double score = 0;    // 0..1, how far the evidence carries

  bool operator==(const Source&) const = default;
};

// What ties words to source: a verb, preposition, noun or punctuation mark.
struct Cue {
  Span span;
  std::string text;

  bool operator==(const Cue&) const = default;
};

enum class HopRole {
  Speaker,
  Spokesperson,
  Channel,
  Translator,
  Monitor,
  Witness,
  Authority,
  Agency,
  Broadcaster,
  Outlet,
  Republisher,
};

// How far the report itself stands behind a statement.
enum class Evidential {
  Asserted,
  Reported,   // "selon X", "according to X"
  Hedged,     // conditional mood, "allegedly"
  Purported,  // "présumé", "attributed to"
  Disputed,
  Denied,
};

enum class ReportStatus {
  FirstHand,  // the outlet heard or read the words itself
  Relayed,    // named others passed the words on
  Alleged,    // the report itself does not vouch that they were uttered
};

enum class AuthenticationStatus { Unknown, Confirmed, Unverified, Contested, Refuted };

struct Authentication {
  AuthenticationStatus status = AuthenticationStatus::Unknown;
  std::string by;  // who confirmed, contested or refuted, as printed
  std::optional<Span> span;

  bool operator==(const Authentication&) const = default;
};

// One link of the chain through which the words reached the reader.
struct Hop {
  HopRole role = HopRole::Channel;
  std::string name;          // as printed
  std::optional<Span> span;  // absent when the link is known from metadata alone (the outlet)
  std::string entity;        // id in config/entities.toml, "" when unknown
  Evidential evidential = Evidential::Asserted;
  std::string marker;  // the words that set `evidential`, as printed; "" when nothing marks it
  std::optional<Span> marker_span;

  bool operator==(const Hop&) const = default;
};

}  // namespace dixit::model
