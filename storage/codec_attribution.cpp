#include "storage/codec_attribution.h"

#include "storage/codec_parts.h"

namespace dixit::storage {
namespace {

void put_target(pb::Target& out, const model::Target& target) {
  put(*out.mutable_span(), target.span);
  out.set_text(target.text);
  out.set_name(target.name);
  out.set_entity(target.entity);
  out.set_type(static_cast<pb::TargetType>(target.type));
}

model::Target target_from(const pb::Target& target) {
  return {span_from(target.span()), target.text(), target.name(), target.entity(),
          enum_from<model::TargetType>(target.type(), pb::TargetType_IsValid)};
}

void put_condition(pb::Condition& out, const model::Condition& condition) {
  put(*out.mutable_span(), condition.span);
  out.set_text(condition.text);
  out.set_demand(condition.demand);
}

}  // namespace

void put(pb::Source& out, const model::Source& source) {
  put(*out.mutable_span(), source.span);
  out.set_text(source.text);
  out.set_name(source.name);
  out.set_entity(source.entity);
  out.set_score(source.score);
}

model::Source source_from(const pb::Source& source) {
  return {span_from(source.span()), source.text(), source.name(), source.entity(), source.score()};
}

void put(pb::Cue& out, const model::Cue& cue) {
  put(*out.mutable_span(), cue.span);
  out.set_text(cue.text);
}

model::Cue cue_from(const pb::Cue& cue) { return {span_from(cue.span()), cue.text()}; }

void put(pb::Hop& out, const model::Hop& hop) {
  out.set_role(static_cast<pb::HopRole>(hop.role));
  out.set_name(hop.name);
  if (hop.span) put(*out.mutable_span(), *hop.span);
  out.set_entity(hop.entity);
  out.set_evidential(static_cast<pb::Evidential>(hop.evidential));
  out.set_marker(hop.marker);
  if (hop.marker_span) put(*out.mutable_marker_span(), *hop.marker_span);
}

model::Hop hop_from(const pb::Hop& hop) {
  model::Hop out;
  out.role = enum_from<model::HopRole>(hop.role(), pb::HopRole_IsValid);
  out.name = hop.name();
  if (hop.has_span()) out.span = span_from(hop.span());
  out.entity = hop.entity();
  out.evidential = enum_from<model::Evidential>(hop.evidential(), pb::Evidential_IsValid);
  out.marker = hop.marker();
  if (hop.has_marker_span()) out.marker_span = span_from(hop.marker_span());
  return out;
}

void put(pb::Authentication& out, const model::Authentication& authentication) {
  out.set_status(static_cast<pb::AuthenticationStatus>(authentication.status));
  out.set_by(authentication.by);
  if (authentication.span) put(*out.mutable_span(), *authentication.span);
}

model::Authentication authentication_from(const pb::Authentication& in) {
  model::Authentication out;
  out.status =
      enum_from<model::AuthenticationStatus>(in.status(), pb::AuthenticationStatus_IsValid);
  out.by = in.by();
  if (in.has_span()) out.span = span_from(in.span());
  return out;
}

void put(pb::Threat& out, const model::Threat& threat) {
  out.set_threat_class(static_cast<pb::ThreatClass>(threat.threat_class));
  out.set_score(threat.score);
  out.set_speech_act(static_cast<pb::SpeechAct>(threat.speech_act));
  out.set_directness(static_cast<pb::Directness>(threat.directness));
  out.set_conditional(threat.conditional);
  if (threat.condition) put_condition(*out.mutable_condition(), *threat.condition);
  out.set_deadline(threat.deadline);
  if (threat.target) put_target(*out.mutable_target(), *threat.target);
  out.set_mode(threat.mode);
  out.set_cameo(threat.cameo);
  for (const model::Rationale& rationale : threat.rationale) {
    pb::Reason& added = *out.add_rationale();
    added.set_rule(rationale.rule);
    put(*added.mutable_span(), rationale.span);
  }
}

model::Threat threat_from(const pb::Threat& in) {
  model::Threat out;
  out.threat_class = enum_from<model::ThreatClass>(in.threat_class(), pb::ThreatClass_IsValid);
  out.score = in.score();
  out.speech_act = enum_from<model::SpeechAct>(in.speech_act(), pb::SpeechAct_IsValid);
  out.directness = enum_from<model::Directness>(in.directness(), pb::Directness_IsValid);
  out.conditional = in.conditional();
  if (in.has_condition()) {
    out.condition = model::Condition{span_from(in.condition().span()), in.condition().text(),
                                     in.condition().demand()};
  }
  out.deadline = in.deadline();
  if (in.has_target()) out.target = target_from(in.target());
  out.mode = in.mode();
  out.cameo = in.cameo();
  for (const pb::Reason& reason : in.rationale()) {
    out.rationale.push_back({span_from(reason.span()), reason.rule()});
  }
  return out;
}

}  // namespace dixit::storage
