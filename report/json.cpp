#include "report/json.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "report/dangerous.h"
#include "report/utf8.h"

namespace dixit::report {
namespace {

// Of one to three bytes, which is what begins with what may_be_unsafe() names. Requires: UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

CodePoint code_point_at(std::string_view json, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(json[at + i]); };
  if (byte(0) == 0x7F) return {0x7F, 1};
  if (byte(0) == 0xC2) return {byte(1), 2};
  return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
}

// JSON lets these stand as they are, but readers that split lines as Unicode does would break a
// line of JSON Lines, and a terminal obeys them or turns the text around.
bool must_be_escaped(char32_t code_point) {
  return is_control(code_point) || ends_line(code_point) || reorders(code_point);
}

bool may_be_unsafe(char character) {
  return character == '\x7F' || character == '\xC2' || character == '\xE2';
}

// They occur in strings alone, where any character may be written as an escape.
std::string with_safe_strings(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    if (!may_be_unsafe(json[at])) {
      safe.push_back(json[at++]);
      continue;
    }
    const CodePoint code_point = code_point_at(json, at);
    if (must_be_escaped(code_point.value)) {
      safe += fmt::format("\\u{:04x}", std::uint32_t{code_point.value});
    } else {
      safe += json.substr(at, code_point.bytes);
    }
    at += code_point.bytes;
  }
  return safe;
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonWriter::Impl {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
  std::string safe;  // what text() gave, where that had to differ from the buffer
};

JsonWriter::JsonWriter() : impl_(std::make_unique<Impl>()) {}
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { impl_->writer.StartObject(); }
void JsonWriter::end_object() { impl_->writer.EndObject(); }
void JsonWriter::begin_array() { impl_->writer.StartArray(); }
void JsonWriter::end_array() { impl_->writer.EndArray(); }
void JsonWriter::key(std::string_view name) { impl_->writer.Key(name.data(), size_of(name)); }

void JsonWriter::string(std::string_view value) {
  if (value.empty()) {
    impl_->writer.String("", 0);
  } else if (is_valid_utf8(value)) {
    impl_->writer.String(value.data(), size_of(value));
  } else {
    const std::string repaired = to_valid_utf8(value);
    impl_->writer.String(repaired.data(), size_of(repaired));
  }
}

void JsonWriter::number(std::size_t value) { impl_->writer.Uint64(value); }
void JsonWriter::integer(long long value) { impl_->writer.Int64(value); }

void JsonWriter::real(double value) {
  if (!std::isfinite(value)) {
    null();
    return;
  }
  impl_->writer.Double(std::round(value * 1000) / 1000);
}

void JsonWriter::boolean(bool value) { impl_->writer.Bool(value); }
void JsonWriter::null() { impl_->writer.Null(); }

void JsonWriter::raw(std::string_view json) {
  impl_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

void JsonWriter::member(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

void JsonWriter::member_number(std::string_view name, std::size_t value) {
  key(name);
  number(value);
}

void JsonWriter::member_integer(std::string_view name, long long value) {
  key(name);
  integer(value);
}

void JsonWriter::member_real(std::string_view name, double value) {
  key(name);
  real(value);
}

void JsonWriter::member_boolean(std::string_view name, bool value) {
  key(name);
  boolean(value);
}

void JsonWriter::member_null(std::string_view name) {
  key(name);
  null();
}

void JsonWriter::member_or_null(std::string_view name, std::string_view value) {
  if (value.empty()) {
    member_null(name);
  } else {
    member(name, value);
  }
}

void JsonWriter::member_strings(std::string_view name, std::span<const std::string> values) {
  key(name);
  begin_array();
  for (const auto& value : values) string(value);
  end_array();
}

std::string_view JsonWriter::text() const {
  const std::string_view json(impl_->buffer.GetString(), impl_->buffer.GetSize());
  if (std::ranges::none_of(json, may_be_unsafe)) return json;
  impl_->safe = with_safe_strings(json);
  return impl_->safe;
}

void JsonWriter::clear() {
  impl_->buffer.Clear();
  impl_->writer.Reset(impl_->buffer);
}

}  // namespace dixit::report
