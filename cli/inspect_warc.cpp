#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "cli/inspect_kinds.h"
#include "report/counted.h"
#include "report/table.h"
#include "storage/warc_reader.h"

namespace dixit::cli {
namespace {

// Records are listed from memory; a file of a crawl's usual gigabyte has some ten thousand.
constexpr std::size_t kRecordsMax = 1'000'000;

struct WarcReading {
  std::vector<storage::WarcReading> records;  // without their blocks
  std::vector<storage::WarcProblem> file_problems;
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

void count(const std::vector<storage::WarcProblem>& problems, WarcReading& reading) {
  for (const auto& problem : problems) {
    ++(storage::is_error(problem.kind) ? reading.errors : reading.warnings);
  }
}

std::string field_of(const storage::WarcReading& reading, std::string_view name) {
  return std::string(storage::field(reading.record, name).value_or(""));
}

void write_flag(report::JsonWriter& json, std::string_view name, std::optional<bool> flag) {
  if (flag) {
    json.member_boolean(name, *flag);
  } else {
    json.member_null(name);
  }
}

void write_problems(const std::vector<storage::WarcProblem>& problems, report::JsonWriter& json) {
  json.key("problems");
  json.begin_array();
  for (const auto& problem : problems) {
    json.begin_object();
    json.member("kind", storage::name_of(problem.kind));
    json.member_boolean("error", storage::is_error(problem.kind));
    json.member("what", problem.what);
    json.member("found", problem.found);
    json.end_object();
  }
  json.end_array();
}

void write_record(const storage::WarcReading& record, report::JsonWriter& json) {
  json.begin_object();
  json.member_or_null("type", field_of(record, "WARC-Type"));
  json.member("version", record.record.version);
  json.member_or_null("target_uri", field_of(record, "WARC-Target-URI"));
  json.member_or_null("record_id", field_of(record, "WARC-Record-ID"));
  json.member_or_null("date", field_of(record, "WARC-Date"));
  json.member_number("offset", record.offset);
  json.member_number("length", record.length);
  if (record.content_length) {
    json.member_number("content_length", *record.content_length);
  } else {
    json.member_null("content_length");
  }
  json.member_or_null("content_type", field_of(record, "Content-Type"));
  json.member_or_null("block_digest", field_of(record, "WARC-Block-Digest"));
  json.member_or_null("payload_digest", field_of(record, "WARC-Payload-Digest"));
  write_flag(json, "block_digest_ok", record.block_digest_ok);
  write_flag(json, "payload_digest_ok", record.payload_digest_ok);
  json.member_or_null("profile", field_of(record, "WARC-Profile"));
  json.member_or_null("refers_to", field_of(record, "WARC-Refers-To"));
  write_problems(record.problems, json);
  json.end_object();
}

void write(const WarcReading& reading, report::JsonWriter& json) {
  json.member_number("count", reading.records.size());
  json.member_number("errors", reading.errors);
  json.member_number("warnings", reading.warnings);
  json.member_boolean("compliant", reading.errors == 0);
  write_problems(reading.file_problems, json);
  json.key("records");
  json.begin_array();
  for (const auto& record : reading.records) write_record(record, json);
  json.end_array();
}

report::StyledText problems_cell(const std::vector<storage::WarcProblem>& problems) {
  using report::Tone;
  report::StyledText cell;
  for (const auto& problem : problems) {
    cell.add(cell.empty() ? "" : "; ");
    cell.add(storage::is_error(problem.kind) ? Tone::Threat : Tone::Hedge,
             fmt::format("{} {}", problem.what, storage::name_of(problem.kind)));
    if (!problem.found.empty()) cell.add(Tone::Faint, fmt::format(" “{}”", problem.found));
  }
  return cell;
}

std::string text(const WarcReading& reading, const report::Style& style) {
  using report::StyledText;
  report::Table table({{.title = "OFFSET", .right_aligned = true},
                       {.title = "TYPE", .width_min = 8},
                       {.title = "TARGET", .width_min = 20, .lines_max = 2},
                       {.title = "BYTES", .right_aligned = true},
                       {.title = "PROBLEMS", .width_min = 8, .lines_max = 6}});
  for (const auto& record : reading.records) {
    table.add_row({StyledText().add(std::to_string(record.offset)),
                   StyledText().add(field_of(record, "WARC-Type")),
                   StyledText().add(field_of(record, "WARC-Target-URI")),
                   StyledText().add(std::to_string(record.content_length.value_or(0))),
                   problems_cell(record.problems)});
  }
  std::string out = table.print(style) + "\n";
  if (!reading.file_problems.empty()) {
    out += problems_cell(reading.file_problems).block(style, "file: ", 6);
  }
  return out + fmt::format("{}, {}, {}\n", report::counted(reading.records.size(), "record"),
                           report::counted(reading.errors, "error"),
                           report::counted(reading.warnings, "warning"));
}

}  // namespace

tl::expected<InspectAnswer, std::string> inspect_warc(const InspectRequest& request,
                                                      const parser::Knowledge&) {
  const std::string path = request.first_of({"path", "file"});
  auto reader = storage::WarcReader::open(path);
  if (!reader) return tl::unexpected(fmt::format("{}: cannot be read", reader.error().context));
  auto reading = std::make_shared<WarcReading>();
  while (auto record = reader->next()) {
    if (reading->records.size() == kRecordsMax) {
      return tl::unexpected(fmt::format("{}: more than {} records", path, kRecordsMax));
    }
    count(record->problems, *reading);
    record->record.block = {};
    reading->records.push_back(std::move(*record));
  }
  reading->file_problems = reader->file_problems();
  count(reading->file_problems, *reading);
  return InspectAnswer{[reading](report::JsonWriter& json) { write(*reading, json); },
                       [reading](const report::Style& style) { return text(*reading, style); }};
}

}  // namespace dixit::cli
