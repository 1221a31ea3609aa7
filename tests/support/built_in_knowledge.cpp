#include "tests/support/built_in_knowledge.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "config/embedded.h"

namespace dixit::support {

const parser::Knowledge& built_in_knowledge() {
  static const parser::Knowledge kKnowledge = [] {
    std::vector<parser::NamedText> languages;
    for (const config::EmbeddedFile& file : config::languages()) {
      languages.push_back({std::string(file.name), file.text});
    }
    const config::EmbeddedFile entities = config::entities();
    auto made = parser::Knowledge::create(languages, {std::string(entities.name), entities.text});
    if (!made) {
      const parser::KnowledgeError& error = made.error();
      std::cerr << error.file << ":" << error.line << ": " << error.message << "\n";
      std::abort();
    }
    return *std::move(made);
  }();
  return kKnowledge;
}

}  // namespace dixit::support
