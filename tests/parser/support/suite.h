#pragma once

#include <gtest/gtest.h>
#include <simdjson.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace dixit::parser {

// Runs other projects' conformance cases, kept beside the source tree, one JSON object a line.

inline std::string suites_directory() { return DIXIT_SUITES_DIRECTORY; }

inline std::string read_suite_file(const std::string& name) {
  std::ifstream in(suites_directory() + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

using SuiteCase = simdjson::dom::element;

// The value of a string field; "" for null or an absent one.
inline std::string text_field(const SuiteCase& object, std::string_view key) {
  std::string_view value;
  return object[key].get_string().get(value) ? "" : std::string(value);
}

inline bool has_value(const SuiteCase& object, std::string_view key) {
  SuiteCase value;
  return !object[key].get(value) && !value.is_null();
}

inline bool flag_field(const SuiteCase& object, std::string_view key) {
  bool value = false;
  return !object[key].get_bool().get(value) && value;
}

enum class Verdict { Passed, Failed, NotCounted };

struct SuiteResult {
  std::size_t passed = 0;
  std::size_t counted = 0;
};

// Calls `run` for every line. Prints the names of failed cases when DIXIT_SUITE_VERBOSE is set.
inline SuiteResult run_suite(const std::string& name,
                             const std::function<Verdict(const SuiteCase&)>& run) {
  SuiteResult result;
  simdjson::dom::parser parser;
  std::ifstream in(suites_directory() + "/" + name);
  for (std::string line; std::getline(in, line);) {
    SuiteCase object;
    if (parser.parse(line).get(object)) {
      ADD_FAILURE() << name << ": no JSON object: " << line;
      continue;
    }
    const Verdict verdict = run(object);
    if (verdict == Verdict::NotCounted) continue;
    ++result.counted;
    if (verdict == Verdict::Passed) ++result.passed;
    if (verdict == Verdict::Failed && std::getenv("DIXIT_SUITE_VERBOSE") != nullptr) {
      std::cout << "failed: " << text_field(object, "name") << '\n';
    }
  }
  std::cout << name << ": " << result.passed << " of " << result.counted << '\n';
  return result;
}

}  // namespace dixit::parser
