#include "report/field_line.h"

#include <fmt/format.h>

namespace dixit::report {

std::string field_line(const Style& style, std::string_view name, const StyledText& value) {
  std::string label(kFieldColumn, ' ');
  label += toned(style, Tone::Label, fmt::format("{:<{}}", name, kValueColumn - kFieldColumn));
  return value.block(style, label, kValueColumn);
}

void add_name(StyledText& out, std::string_view printed, std::string_view fuller,
              std::string_view entity) {
  out.add(Tone::Name, printed);
  if (!fuller.empty() && fuller != printed) out.add(Tone::Faint, " = ").add(Tone::Name, fuller);
  if (!entity.empty()) out.add(Tone::Faint, fmt::format(" [{}]", entity));
}

}  // namespace dixit::report
