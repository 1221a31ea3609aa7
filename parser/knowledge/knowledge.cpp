#include "parser/knowledge/knowledge.h"

#include <algorithm>
#include <utility>

#include "parser/knowledge/entities_file.h"
#include "parser/knowledge/language_file.h"

namespace dixit::parser {

tl::expected<Knowledge, KnowledgeError> Knowledge::create(std::span<const NamedText> languages,
                                                          const NamedText& entities) {
  Knowledge knowledge;
  for (const NamedText& file : languages) {
    tl::expected<Language, KnowledgeError> language = read_language_file(file);
    if (!language) return tl::unexpected(language.error());
    if (knowledge.language(language->code) != nullptr) {
      return tl::unexpected(
          KnowledgeError{.file = file.name,
                         .line = 1,
                         .message = "another file gives \"" + language->code + "\""});
    }
    knowledge.languages_.push_back(std::move(*language));
  }
  std::sort(knowledge.languages_.begin(), knowledge.languages_.end(),
            [](const Language& a, const Language& b) { return a.code < b.code; });
  tl::expected<Entities, KnowledgeError> read = read_entities_file(entities);
  if (!read) return tl::unexpected(read.error());
  knowledge.entities_ = std::move(*read);
  return knowledge;
}

const Language* Knowledge::language(std::string_view tag) const {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  const auto found =
      std::find_if(languages_.begin(), languages_.end(),
                   [primary](const Language& language) { return language.code == primary; });
  return found == languages_.end() ? nullptr : &*found;
}

}  // namespace dixit::parser
