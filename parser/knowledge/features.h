#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dixit::parser {

enum class Gender : std::uint8_t { Any, Masculine, Feminine, Neuter };
enum class Number : std::uint8_t { Any, Singular, Plural };
enum class Person : std::uint8_t { Any, First, Second, Third };

// The mood or non-finite form of a verb. Mood is the hedge: French conditional, German Konjunktiv
// and Spanish "habría" say that the report does not vouch for what it reports.
enum class Mood : std::uint8_t {
  None,
  Indicative,
  Future,
  Conditional,
  Subjunctive,
  Reportive,  // a mood that only reports: German Konjunktiv I
  Imperative,
  Infinitive,
  Participle,  // past or passive
  Gerund,      // present participle
};

// The grammatical facts a language file states of a form.
struct Features {
  Gender gender = Gender::Any;
  Number number = Number::Any;
  Person person = Person::Any;
  Mood mood = Mood::None;
  bool oblique = false;  // a case in which no subject stands: German "den", "dem", "des"

  bool operator==(const Features&) const = default;
};

// Reads a dotted list such as "indicative.3.s" or "f.p" (in any order); nothing if a part is
// unknown. Parts: m f n; s p; 1 2 3; indicative future conditional subjunctive reportive imperative
// infinitive participle gerund; oblique. "any" states nothing.
std::optional<Features> parse_features(std::string_view text);

// Whether two words can agree: no stated gender, number or person contradicts another.
bool agree(const Features& a, const Features& b);

}  // namespace dixit::parser
