#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dixit::report {

// Writes one JSON value (RFC 8259) after another into memory, in the order of the calls.
//
// What comes out is always valid UTF-8: bytes that are none are replaced by U+FFFD. It is one line
// to every reader, and holds nothing that a terminal obeys. Numbers that JSON cannot hold
// (infinities, NaN) become null. Requires: calls nest as JSON does, with a key() before each value
// in an object.
class JsonWriter {
 public:
  JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter(JsonWriter&&) noexcept;
  JsonWriter& operator=(const JsonWriter&) = delete;
  JsonWriter& operator=(JsonWriter&&) noexcept;
  ~JsonWriter();

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  void string(std::string_view value);
  void number(std::size_t value);
  void integer(long long value);
  void real(double value);  // rounded to three decimals: scores carry no more
  void boolean(bool value);
  void null();
  // `json` must be one complete JSON value, such as an identifier passed through as it came.
  void raw(std::string_view json);

  // A key with its value.
  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, const char* value) { member(name, std::string_view(value)); }
  void member_number(std::string_view name, std::size_t value);
  void member_integer(std::string_view name, long long value);
  void member_real(std::string_view name, double value);
  void member_boolean(std::string_view name, bool value);
  void member_null(std::string_view name);
  // null when `value` is empty: the house's "unknown".
  void member_or_null(std::string_view name, std::string_view value);
  void member_strings(std::string_view name, std::span<const std::string> values);

  // What was written so far; valid until the next call.
  [[nodiscard]] std::string_view text() const;
  // Forgets what was written and keeps the memory for the next value.
  void clear();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dixit::report
