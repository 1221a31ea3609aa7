#include "storage/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "storage/ascii.h"
#include "storage/http_message.h"
#include "storage/warc_checks.h"
#include "storage/warc_digests.h"

namespace dixit::storage {
namespace {

// As much of a foreign line as a message shows.
constexpr std::size_t kShownBytesMax = 80;
constexpr std::string_view kMagic = "WARC/";

std::string shown(std::string_view text) { return std::string(text.substr(0, kShownBytesMax)); }

std::optional<std::uint64_t> read_length(const WarcRecord& record) {
  const std::string_view value = trim(field(record, "Content-Length").value_or(""));
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (value.empty() || error != std::errc() || end != value.data() + value.size()) {
    return std::nullopt;
  }
  return length;
}

}  // namespace

WarcReader::WarcReader(WarcInput input, WarcReaderLimits limits)
    : input_(std::move(input)), limits_(limits) {}

tl::expected<WarcReader, StorageError> WarcReader::open(const std::filesystem::path& path,
                                                        WarcReaderLimits limits) {
  auto input = WarcInput::open(path);
  if (!input) return tl::unexpected(input.error());
  return WarcReader(*std::move(input), limits);
}

std::optional<WarcReading> WarcReader::next() {
  WarcReading reading;
  auto version = find_version_line(reading);
  if (!version) {
    if (input_.damaged()) file_problems_.push_back({WarcProblemKind::Damaged, "gzip member", ""});
    return std::nullopt;
  }
  reading.record.version = *std::move(version);
  read_fields(reading);
  std::ranges::move(check_fields(reading.record), std::back_inserter(reading.problems));
  read_block(reading);
  read_end(reading);
  if (reading.block_whole) {
    DigestChecks digests = check_digests(reading.record);
    reading.block_digest_ok = digests.block_ok;
    reading.payload_digest_ok = digests.payload_ok;
    std::ranges::move(digests.problems, std::back_inserter(reading.problems));
  }
  return reading;
}

// Skips to the next line that begins a record, reporting what it skipped.
std::optional<std::string> WarcReader::find_version_line(WarcReading& reading) {
  bool empty_lines = false;
  std::optional<std::string> garbage;
  while (true) {
    const auto boundary = input_.boundary();
    auto line = input_.read_line(limits_.head_bytes_max);
    if (!line) {
      if (input_.buffered().empty()) break;
      // A line without end: drop what is there and go on.
      if (!garbage) garbage = shown(input_.buffered());
      input_.consume(input_.buffered().size());
      continue;
    }
    if (ascii_equal(std::string_view(line->text).substr(0, kMagic.size()), kMagic)) {
      if (input_.is_gzip() && !boundary) {
        reading.problems.push_back(
            {WarcProblemKind::Recommended, "a gzip member for each record", ""});
      }
      reading.offset = boundary.value_or(0);
      reading.length = boundary ? 1 : 0;  // read_end() measures it
      if (empty_lines) {
        reading.problems.push_back({WarcProblemKind::Invalid, "empty lines before a record", ""});
      }
      if (garbage) {
        file_problems_.push_back({WarcProblemKind::Invalid, "data before a record", *garbage});
      }
      return std::move(line->text);
    }
    if (line->text.empty()) {
      empty_lines = true;
    } else if (!garbage) {
      garbage = shown(line->text);
    }
  }
  if (garbage) {
    file_problems_.push_back({WarcProblemKind::Invalid, "data after the last record", *garbage});
  }
  return std::nullopt;
}

void WarcReader::read_fields(WarcReading& reading) {
  std::size_t left = limits_.head_bytes_max;
  bool bare_lf = false;
  while (true) {
    auto line = input_.read_line(left);
    if (!line) {
      const bool at_end = input_.buffered().empty();
      reading.problems.push_back({at_end ? WarcProblemKind::Damaged : WarcProblemKind::Invalid,
                                  "record head", at_end ? "cut off" : "longer than the limit"});
      return;
    }
    bare_lf = bare_lf || !line->crlf;
    if (line->text.empty()) break;
    left -= std::min(left, line->text.size());
    if (!add_field_line(line->text, reading.record.fields)) {
      reading.problems.push_back({WarcProblemKind::Invalid, "field line", shown(line->text)});
    }
  }
  if (bare_lf) {
    reading.problems.push_back({WarcProblemKind::Recommended, "CRLF at the end of a line", "LF"});
  }
}

void WarcReader::read_block(WarcReading& reading) {
  reading.content_length = read_length(reading.record);
  std::uint64_t left = reading.content_length.value_or(0);
  std::string& block = reading.record.block;
  while (left > 0) {
    if (input_.buffered().empty() && !input_.fill()) {
      reading.block_whole = false;
      reading.problems.push_back({WarcProblemKind::Damaged, "block", "cut off"});
      return;
    }
    const std::string_view part = input_.buffered().substr(0, left);
    const std::size_t room = limits_.block_bytes_max - block.size();
    block += part.substr(0, room);
    if (part.size() > room) reading.block_whole = false;
    left -= part.size();
    input_.consume(part.size());
  }
  if (!reading.block_whole) {
    reading.problems.push_back(
        {WarcProblemKind::Recommended, "block", "longer than the limit, read in part"});
  }
}

// Section 4: a record ends in two CRLFs. Measures the gzip member that ends with it.
void WarcReader::read_end(WarcReading& reading) {
  constexpr int kLineEnds = 2;
  int line_ends = 0;
  while (true) {
    // A member's end is the record's: looking further would read into the next one.
    if (input_.is_gzip() && input_.buffered().empty() && input_.boundary()) break;
    if (input_.buffered().size() < 2 && !input_.fill() && input_.buffered().empty()) break;
    const std::string_view rest = input_.buffered();
    const std::size_t bytes = rest.starts_with("\r\n") ? 2 : (rest.starts_with('\n') ? 1 : 0);
    if (bytes == 0) break;
    input_.consume(bytes);
    ++line_ends;
  }
  if (line_ends != kLineEnds) {
    reading.problems.push_back(
        {WarcProblemKind::Invalid, "line ends after the block", std::to_string(line_ends)});
  }
  const auto end = input_.boundary();
  reading.length = reading.length > 0 && end ? *end - reading.offset : 0;
}

std::string payload_of(const WarcRecord& record) {
  const std::string type = ascii_lower(field(record, "Content-Type").value_or(""));
  if (!type.starts_with("application/http")) return record.block;
  const auto head = parse_http_head(record.block);
  if (!head) return record.block;
  return transfer_decoded(head->headers, std::string_view(record.block).substr(head->bytes));
}

}  // namespace dixit::storage
