#include "report/quotation_lines.h"

#include <fmt/format.h>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/field_line.h"
#include "report/styled_text.h"

namespace dixit::report {
namespace {

StyledText chain_line(const model::Quotation& quotation) {
  StyledText out;
  for (const auto& hop : quotation.hops) {
    if (!out.empty()) out.add(Tone::Faint, " → ");
    add_name(out, hop.name, "", hop.entity);
    out.add(Tone::Faint, fmt::format(" ({}", model::name_of(hop.role)));
    if (const auto hedge = hedge_of(hop.evidential, hop.marker); !hedge.empty()) {
      out.add(Tone::Hedge, ", " + hedge);
    }
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

bool threatens(const model::Quotation& quotation) {
  return quotation.threat.threat_class != model::ThreatClass::None;
}

StyledText quoted_words(const model::Quotation& quotation) {
  const Tone tone = threatens(quotation) ? Tone::Threat : Tone::Words;
  // Marks would say that the words are the speaker's own.
  if (quotation.form == model::QuotationForm::Indirect) {
    return StyledText().add(tone, quotation.text).add(Tone::Faint, " (indirect)");
  }
  return StyledText().add(tone, fmt::format("“{}”", quotation.text));
}

std::string source_lines(const model::Quotation& quotation, const Style& style) {
  std::string out;
  if (quotation.source) {
    StyledText who;
    const model::Source& source = *quotation.source;
    add_name(who, source.text, source.name.empty() ? "unknown" : source.name, source.entity);
    out += field_line(style, "source", who);
  }
  if (quotation.cue) {
    out += field_line(style, "cue", StyledText().add(Tone::Cue, quotation.cue->text));
  }
  return out;
}

std::string reading_lines(const model::Quotation& quotation, const Style& style) {
  std::string out = field_line(style, "status", status_line(quotation));
  if (!threatens(quotation)) return out;
  out += field_line(style, "threat", threat_line(quotation.threat));
  if (const auto& target = quotation.threat.target) {
    StyledText whom;
    add_name(whom, target->text, target->name, target->entity);
    out += field_line(style, "target", whom);
  }
  StyledText why;
  for (const auto& rationale : quotation.threat.rationale) {
    why.add(Tone::Faint, why.empty() ? "" : ", ").add(Tone::Faint, rationale.rule);
  }
  if (!why.empty()) out += field_line(style, "why", why);
  return out;
}

std::string quotation_lines(const model::Quotation& quotation, std::size_t number,
                            const Style& style) {
  StyledText words = quoted_words(quotation);
  if (quotation.form != model::QuotationForm::Indirect) {  // else the words say so themselves
    words.add(Tone::Faint, fmt::format(" {}", model::name_of(quotation.form)));
  }
  words.add(Tone::Faint, fmt::format(" {}–{}", quotation.span.start, quotation.span.end));
  std::string out = words.block(style, fmt::format("{:>2}. ", number), kFieldColumn);
  out += source_lines(quotation, style);
  if (!quotation.hops.empty()) out += field_line(style, "chain", chain_line(quotation));
  return out + reading_lines(quotation, style);
}

}  // namespace dixit::report
