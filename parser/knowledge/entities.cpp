#include "parser/knowledge/entities.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/text/tokens.h"

namespace dixit::parser {

std::string_view name_of(EntityKind kind) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"armed_group", "agency", "monitor", "platform", "outlet",
                                       "state", "organisation", "person", "place"});
  return kNames[static_cast<std::size_t>(kind)];
}

void Entities::add(Entity entity) {
  const std::size_t index = entities_.size();
  const auto note = [this, index](const std::string& alias, bool ambiguous) {
    const std::string key = entity_key(alias);
    std::vector<EntityMatch>& matches = by_name_[key];
    const bool known =
        std::any_of(matches.begin(), matches.end(),
                    [index](const EntityMatch& match) { return match.entity == index; });
    if (!known) matches.push_back({.entity = index, .ambiguous = ambiguous});
    first_words_.insert(key.substr(0, key.find(' ')));
    const auto words = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
    longest_alias_ = std::max(longest_alias_, words);
    note_small(alias);
  };
  note(entity.name, false);
  for (const std::string& alias : entity.aliases) note(alias, false);
  for (const std::string& alias : entity.ambiguous) note(alias, true);
  entities_.push_back(std::move(entity));
}

void Entities::note_small(const std::string& alias) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (alias.empty() || alias.front() < 'a' || alias.front() > 'z') return;
  const std::string first = alias.substr(0, alias.find(' '));
  if (first.size() < alias.size() && std::none_of(first.begin(), first.end(), is_capital)) return;
  small_names_.insert(alias);
  small_first_words_.insert(first);
}

bool Entities::written_small(std::string_view printed) const {
  return small_names_.contains(printed);
}

bool Entities::opens_small_name(std::string_view printed_word) const {
  return small_first_words_.contains(printed_word);
}

const Entity* Entities::find(std::string_view id) const {
  const auto found = std::find_if(entities_.begin(), entities_.end(),
                                  [id](const Entity& entity) { return entity.id == id; });
  return found == entities_.end() ? nullptr : &*found;
}

std::span<const EntityMatch> Entities::named(std::string_view printed) const {
  const auto found = by_name_.find(entity_key(printed));
  if (found == by_name_.end()) return {};
  return found->second;
}

bool Entities::opens_name(std::string_view printed_word) const {
  const std::string key = entity_key(printed_word);
  return first_words_.contains(std::string_view(key).substr(0, key.find(' ')));
}

std::string entity_key(std::string_view printed) {
  const std::string folded = strip_diacritics(fold_word(printed));
  std::string key;
  bool space = false;
  for (const Token& token : tokenize(folded, {})) {
    if (token.kind == TokenKind::Punctuation) continue;
    if (space) key.push_back(' ');
    key.append(folded, token.start, token.end - token.start);
    space = true;
  }
  return key;
}

model::TargetType target_type_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::ArmedGroup:
      return model::TargetType::Group;
    case EntityKind::State:
      return model::TargetType::State;
    case EntityKind::Person:
      return model::TargetType::Person;
    case EntityKind::Place:
      return model::TargetType::Place;
    case EntityKind::Agency:
    case EntityKind::Monitor:
    case EntityKind::Platform:
    case EntityKind::Outlet:
    case EntityKind::Organisation:
      return model::TargetType::Organisation;
  }
  return model::TargetType::Unknown;
}

}  // namespace dixit::parser
