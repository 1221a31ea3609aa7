#include "parser/knowledge/features.h"

#include <array>
#include <utility>

namespace dixit::parser {
namespace {

bool apply_part(std::string_view part, Features& features) {
  static constexpr auto kGenders = std::to_array<std::pair<std::string_view, Gender>>(
      {{"m", Gender::Masculine}, {"f", Gender::Feminine}, {"n", Gender::Neuter}});
  static constexpr auto kNumbers = std::to_array<std::pair<std::string_view, Number>>(
      {{"s", Number::Singular}, {"p", Number::Plural}});
  static constexpr auto kPersons = std::to_array<std::pair<std::string_view, Person>>(
      {{"1", Person::First}, {"2", Person::Second}, {"3", Person::Third}});
  static constexpr auto kMoods = std::to_array<std::pair<std::string_view, Mood>>({
      {"indicative", Mood::Indicative},
      {"future", Mood::Future},
      {"conditional", Mood::Conditional},
      {"subjunctive", Mood::Subjunctive},
      {"reportive", Mood::Reportive},
      {"imperative", Mood::Imperative},
      {"infinitive", Mood::Infinitive},
      {"participle", Mood::Participle},
      {"gerund", Mood::Gerund},
  });
  const auto assign = [part](const auto& table, auto& field) {
    for (const auto& [name, value] : table) {
      if (name == part) {
        field = value;
        return true;
      }
    }
    return false;
  };
  if (part == "oblique") {
    features.oblique = true;
    return true;
  }
  return part == "any" || assign(kGenders, features.gender) || assign(kNumbers, features.number) ||
         assign(kPersons, features.person) || assign(kMoods, features.mood);
}

template <typename E>
bool compatible(E a, E b) {
  return a == b || a == E::Any || b == E::Any;
}

}  // namespace

std::optional<Features> parse_features(std::string_view text) {
  Features features;
  while (!text.empty()) {
    const std::size_t dot = text.find('.');
    if (!apply_part(text.substr(0, dot), features)) return std::nullopt;
    if (dot == std::string_view::npos) return features;
    text.remove_prefix(dot + 1);
  }
  return std::nullopt;  // empty, or it ends on a dot
}

bool agree(const Features& a, const Features& b) {
  return compatible(a.gender, b.gender) && compatible(a.number, b.number) &&
         compatible(a.person, b.person);
}

}  // namespace dixit::parser
