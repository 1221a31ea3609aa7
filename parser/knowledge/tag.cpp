#include "parser/knowledge/tag.h"

#include <array>
#include <cstddef>

namespace dixit::parser {
namespace {

struct TagFacts {
  std::string_view name;
  bool verb_class;
};

constexpr auto kTags = std::to_array<TagFacts>({
#define DIXIT_TAG_FACTS(enumerator, name, verb) {name, verb},
    DIXIT_TAGS(DIXIT_TAG_FACTS)
#undef DIXIT_TAG_FACTS
});

}  // namespace

std::string_view name_of(Tag tag) { return kTags[static_cast<std::size_t>(tag)].name; }

bool is_verb_class(Tag tag) { return kTags[static_cast<std::size_t>(tag)].verb_class; }

std::optional<Tag> tag_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    if (kTags[i].name == name) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

}  // namespace dixit::parser
