#include "report/capture_view.h"

#include <fmt/format.h>

#include <vector>

#include "report/field_line.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

std::string opt_outs_text(const model::OptOuts& opt_outs) {
  std::vector<std::string> names;
  if (opt_outs.noarchive) names.emplace_back("noarchive");
  if (opt_outs.noindex) names.emplace_back("noindex");
  if (opt_outs.nofollow) names.emplace_back("nofollow");
  if (opt_outs.tdm_reserved) names.emplace_back("text and data mining reserved");
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string field_unless_empty(const Style& style, std::string_view name,
                               const std::string& value) {
  return value.empty() ? std::string() : field_line(style, name, StyledText().add(value));
}

}  // namespace

std::string evidence_lines(const model::Capture& capture, const Style& style) {
  const auto& place = capture.response;
  std::string out = field_line(style, "archived",
                               StyledText().add(fmt::format("{}, HTTP {}, capture {}",
                                                            storage::iso_utc(capture.fetched_at_ms),
                                                            capture.status, capture.id)));
  out += field_line(style, "WARC",
                    StyledText().add(fmt::format("{}, byte {}, {} bytes", place.file, place.offset,
                                                 place.length)));
  return out + field_line(style, "SHA-256", StyledText().add(capture.payload_sha256));
}

std::string capture_view(const model::Capture& capture, const Style& style) {
  std::string out = StyledText().add(Tone::Heading, capture.url).block(style, "", 0);
  out += evidence_lines(capture, style);
  out += field_line(style, "payload",
                    StyledText().add(fmt::format("{} bytes", capture.payload_bytes)));
  out += field_unless_empty(style, "address", capture.remote_address);
  out += field_unless_empty(style, "HTTP", capture.http_version);
  out += field_unless_empty(style, "redirect", capture.redirect_target);
  out += field_unless_empty(style, "opt-outs", opt_outs_text(capture.opt_outs));
  if (!capture.headers.empty()) out += "\n";
  for (const auto& [name, value] : capture.headers) {
    out += StyledText().add(Tone::Label, name + ": ").add(value).block(style, "", 2);
  }
  return out;
}

}  // namespace dixit::report
