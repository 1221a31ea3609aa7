#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/threat.h"

namespace dixit::parser {

enum class EntityKind : std::uint8_t {
  ArmedGroup,
  Agency,
  Monitor,
  Platform,
  Outlet,
  State,
  Organisation,
  Person,
  Place,
};

std::string_view name_of(EntityKind kind);

// Somebody or something known by several names.
struct Entity {
  std::string id;
  std::string name;  // the fullest usual name, in English
  EntityKind kind = EntityKind::Organisation;
  std::string wikidata;              // "Q…", "" when unknown
  std::vector<std::string> aliases;  // in any language; each names it wherever it stands
  std::vector<std::string>
      ambiguous;                     // such as "IS": name it only beside another alias in the text
  std::vector<std::string> domains;  // web hosts: an agency's or outlet's own
};

struct EntityMatch {
  std::size_t entity = 0;  // index into all()
  bool ambiguous = false;
};

// All entities of config/entities.toml and the way from a printed name to them.
class Entities {
 public:
  void add(Entity entity);

  [[nodiscard]] std::span<const Entity> all() const { return entities_; }
  [[nodiscard]] const Entity* find(std::string_view id) const;

  // What a printed name (any case, apostrophes of any kind, diacritics optional on capitals) may
  // name.
  [[nodiscard]] std::span<const EntityMatch> named(std::string_view printed) const;

  // Whether a printed word can open a name: most words of a text cannot, and are asked no further.
  [[nodiscard]] bool opens_name(std::string_view printed_word) const;

  // Whether a name that begins with a small letter is written so ("al-Qaeda", "dpa") rather than
  // with a common noun before it ("groupe X"), and whether a printed word opens such a name.
  [[nodiscard]] bool written_small(std::string_view printed) const;
  [[nodiscard]] bool opens_small_name(std::string_view printed_word) const;

  // The longest alias, in tokens: how far a search in running text must look.
  [[nodiscard]] std::size_t longest_alias() const { return longest_alias_; }

 private:
  void note_small(const std::string& alias);

  std::vector<Entity> entities_;
  std::map<std::string, std::vector<EntityMatch>, std::less<>> by_name_;
  std::set<std::string, std::less<>> first_words_;  // of every key
  std::set<std::string, std::less<>> small_names_;  // as they are spelled
  std::set<std::string, std::less<>> small_first_words_;
  std::size_t longest_alias_ = 0;
};

// The form under which names are compared: folded, without diacritics, single spaces.
std::string entity_key(std::string_view printed);

// What kind of target an entity makes.
model::TargetType target_type_of(EntityKind kind);

}  // namespace dixit::parser
