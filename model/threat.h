#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/span.h"

namespace dixit::model {

enum class ThreatClass { None, Violent, Coercive };

// What the speaker does by saying it (Searle's classes as PLOVER and CAMEO 13 need them).
enum class SpeechAct {
  None,
  CommissiveThreat,
  Ultimatum,
  Incitement,
  Warning,
  ClaimOfResponsibility
};

enum class Directness { Explicit, Veiled };

enum class TargetType { Unknown, Person, Group, Organisation, State, Place, Public };

struct Target {
  Span span;
  std::string text;    // as printed
  std::string name;    // fullest name in the document, "" for what is only somebody's
  std::string entity;  // id in config/entities.toml, "" when unknown
  TargetType type = TargetType::Unknown;

  bool operator==(const Target&) const = default;
};

// On what the harm is said to depend: the words, and what is demanded in them.
struct Condition {
  Span span;
  std::string text;
  std::string demand;

  bool operator==(const Condition&) const = default;
};

// A rule that fired for or against a threat and the words on which it did.
struct Rationale {
  Span span;
  std::string rule;  // stable identifier, such as "threat.future_harm"

  bool operator==(const Rationale&) const = default;
};

// Whether a quotation threatens, in the terms of PLOVER (THREATEN) and CAMEO 13.
struct Threat {
  ThreatClass threat_class = ThreatClass::None;
  double score = 0;  // 0..1
  SpeechAct speech_act = SpeechAct::None;
  Directness directness = Directness::Explicit;
  bool conditional = false;
  std::optional<Condition> condition;
  std::string deadline;  // as printed, "" when none
  std::optional<Target> target;
  std::string mode;   // PLOVER mode of THREATEN, "" when none
  std::string cameo;  // CAMEO code, 13x, "" when none
  std::vector<Rationale> rationale;

  bool operator==(const Threat&) const = default;
};

}  // namespace dixit::model
