#include "report/quotation_lines.h"

#include <fmt/format.h>

#include "model/names.h"
#include "report/styled_text.h"

namespace dixit::report {
namespace {

constexpr std::size_t kFieldColumn = 4;
constexpr std::size_t kValueColumn = 13;

std::string field(const Style& style, std::string_view name, const StyledText& value) {
  std::string label(kFieldColumn, ' ');
  label += toned(style, Tone::Label, fmt::format("{:<{}}", name, kValueColumn - kFieldColumn));
  return value.block(style, label, kValueColumn);
}

// "mention = fuller name [entity]"
void add_who(StyledText& out, const std::string& text, const std::string& name,
             const std::string& entity) {
  out.add(Tone::Name, text);
  if (!name.empty() && name != text) out.add(Tone::Faint, " = ").add(Tone::Name, name);
  if (!entity.empty()) out.add(Tone::Faint, fmt::format(" [{}]", entity));
}

StyledText chain_line(const model::Quotation& quotation) {
  StyledText out;
  for (const auto& hop : quotation.hops) {
    if (!out.empty()) out.add(Tone::Faint, " → ");
    add_who(out, hop.name, "", hop.entity);
    out.add(Tone::Faint, fmt::format(" ({}", model::name_of(hop.role)));
    if (hop.evidential != model::Evidential::Asserted) {
      out.add(Tone::Hedge, fmt::format(", {}", model::name_of(hop.evidential)));
    }
    if (!hop.marker.empty()) out.add(Tone::Hedge, fmt::format(" “{}”", hop.marker));
    out.add(Tone::Faint, ")");
  }
  return out;
}

StyledText threat_line(const model::Threat& threat) {
  StyledText out;
  out.add(Tone::Threat, model::name_of(threat.threat_class));
  out.add(fmt::format(" {:.2f}, {}, {}", threat.score, model::name_of(threat.speech_act),
                      model::name_of(threat.directness)));
  if (threat.conditional) out.add(", conditional");
  if (threat.condition) out.add(fmt::format(" “{}”", threat.condition->text));
  if (!threat.deadline.empty()) out.add(fmt::format(", by {}", threat.deadline));
  if (!threat.cameo.empty()) out.add(Tone::Faint, fmt::format(" (CAMEO {})", threat.cameo));
  if (!threat.mode.empty()) out.add(Tone::Faint, fmt::format(" (mode {})", threat.mode));
  return out;
}

StyledText status_line(const model::Quotation& quotation) {
  StyledText out;
  out.add(model::name_of(quotation.report_status));
  out.add(", ").add(quotation.evidential == model::Evidential::Asserted ? Tone::Plain : Tone::Hedge,
                    model::name_of(quotation.evidential));
  if (quotation.medium != model::Medium::Unknown) {
    out.add(fmt::format(", {}", model::name_of(quotation.medium)));
  }
  if (quotation.is_translation) out.add(", translated");
  if (quotation.authentication.status != model::AuthenticationStatus::Unknown) {
    out.add(fmt::format(", {}", model::name_of(quotation.authentication.status)));
    if (!quotation.authentication.by.empty()) {
      out.add(fmt::format(" by {}", quotation.authentication.by));
    }
  }
  return out;
}

}  // namespace

std::string quotation_lines(const model::Quotation& quotation, std::size_t number,
                            const Style& style) {
  const bool threatens = quotation.threat.threat_class != model::ThreatClass::None;
  StyledText words;
  words.add(threatens ? Tone::Threat : Tone::Words, fmt::format("“{}”", quotation.text));
  words.add(Tone::Faint, fmt::format(" {} {}–{}", model::name_of(quotation.form),
                                     quotation.span.start, quotation.span.end));
  std::string out = words.block(style, fmt::format("{:>2}. ", number), kFieldColumn);
  if (quotation.source) {
    StyledText who;
    add_who(who, quotation.source->text, quotation.source->name, quotation.source->entity);
    out += field(style, "source", who);
  }
  if (quotation.cue) out += field(style, "cue", StyledText().add(Tone::Cue, quotation.cue->text));
  if (!quotation.hops.empty()) out += field(style, "chain", chain_line(quotation));
  out += field(style, "status", status_line(quotation));
  if (!threatens) return out;
  out += field(style, "threat", threat_line(quotation.threat));
  if (const auto& target = quotation.threat.target) {
    StyledText whom;
    add_who(whom, target->text, target->name, target->entity);
    out += field(style, "target", whom);
  }
  StyledText why;
  for (const auto& rationale : quotation.threat.rationale) {
    why.add(Tone::Faint, why.empty() ? "" : ", ").add(Tone::Faint, rationale.rule);
  }
  if (!why.empty()) out += field(style, "why", why);
  return out;
}

}  // namespace dixit::report
