#pragma once

#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "parser/knowledge/entities.h"
#include "parser/knowledge/knowledge_error.h"
#include "parser/knowledge/language.h"

namespace dixit::parser {

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
