#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "parser/knowledge/entities.h"
#include "parser/knowledge/language.h"

namespace dixit::parser {

// A configuration file's name, for messages, and its whole text.
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

// Everything the parser knows of languages and of the world, read from TOML.
//
// Immutable once made, so that threads share one. No word of any human language stands in code:
// what the engine must recognise comes from config/languages/<code>.toml and config/entities.toml.
class Knowledge {
 public:
  [[nodiscard]] static tl::expected<Knowledge, KnowledgeError> create(
      std::span<const NamedText> languages, const NamedText& entities);

  // The language for a BCP 47 tag ("fr-CA" finds "fr"), or null when there is no file for it.
  const Language* language(std::string_view tag) const;

  // All languages, by code.
  std::span<const Language> languages() const { return languages_; }

  const Entities& entities() const { return entities_; }

 private:
  std::vector<Language> languages_;
  Entities entities_;
};

}  // namespace dixit::parser
