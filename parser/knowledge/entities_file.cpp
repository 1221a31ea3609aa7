#include "parser/knowledge/entities_file.h"

#include <string>
#include <utility>

#include "parser/knowledge/toml_walk.h"

namespace dixit::parser {
namespace {

EntityKind kind_of(const toml::node& node) {
  const std::string name = string_of(node);
  for (int i = 0; i <= static_cast<int>(EntityKind::Place); ++i) {
    if (name_of(static_cast<EntityKind>(i)) == name) return static_cast<EntityKind>(i);
  }
  fail_at(node, "unknown kind of entity \"" + name + "\"");
}

Entity read_entity(const toml::table& table) {
  Entity entity;
  const auto append_to = [](std::vector<std::string>& list) {
    return [&list](std::string text, const toml::node&) { list.push_back(std::move(text)); };
  };
  bool has_kind = false;
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    if (name == "id") {
      entity.id = string_of(node);
    } else if (name == "name") {
      entity.name = string_of(node);
    } else if (name == "kind") {
      entity.kind = kind_of(node);
      has_kind = true;
    } else if (name == "wikidata") {
      entity.wikidata = string_of(node);
    } else if (name == "aliases") {
      for_each_string(node, append_to(entity.aliases));
    } else if (name == "ambiguous") {
      for_each_string(node, append_to(entity.ambiguous));
    } else if (name == "domains") {
      for_each_string(node, append_to(entity.domains));
    } else {
      fail_at(node, "unknown key \"" + std::string(name) + "\"");
    }
  }
  if (entity.id.empty() || entity.name.empty() || !has_kind) {
    fail_at(table, "an entity has an id, a name and a kind");
  }
  return entity;
}

Entities read_entities(const toml::table& root) {
  Entities entities;
  for (const auto& [key, node] : root) {
    const toml::array* list = node.as_array();
    if (key.str() != "entity" || list == nullptr) fail_at(node, "only [[entity]] stands here");
    for (const toml::node& element : *list) {
      Entity entity = read_entity(table_of(element));
      if (entities.find(entity.id) != nullptr) {
        fail_at(element, "the id \"" + entity.id + "\" is taken");
      }
      entities.add(std::move(entity));
    }
  }
  return entities;
}

}  // namespace

tl::expected<Entities, KnowledgeError> read_entities_file(const NamedText& file) {
  return read_toml<Entities>(file, read_entities);
}

}  // namespace dixit::parser
