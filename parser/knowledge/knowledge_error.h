#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dixit::parser {

// A configuration file's name, for messages, and its whole text (borrowed).
struct NamedText {
  std::string name;
  std::string_view text;
};

// Why a configuration file was refused: the file, the line (from 1) and what is wrong there.
struct KnowledgeError {
  std::string file;
  std::size_t line = 0;
  std::string message;
};

}  // namespace dixit::parser
