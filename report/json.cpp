#include "report/json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

#include "report/utf8.h"

namespace dixit::report {
namespace {

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonWriter::Impl {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
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
  return {impl_->buffer.GetString(), impl_->buffer.GetSize()};
}

void JsonWriter::clear() {
  impl_->buffer.Clear();
  impl_->writer.Reset(impl_->buffer);
}

}  // namespace dixit::report
