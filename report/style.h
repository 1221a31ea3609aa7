#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dixit::report {

// How a text for people is laid out.
struct Style {
  bool colour = false;       // SGR escape sequences (ECMA-48); for terminals alone
  std::size_t columns = 80;  // to fit into
};

// What a stretch of text is, from which its looks follow.
enum class Tone {
  Plain,
  Heading,
  Label,  // the name of a field
  Faint,  // what most readers skip: identifiers, rules
  Words,  // quoted words
  Name,   // who speaks, passes on or is threatened
  Cue,    // the verb or mark that ties words to a speaker
  Hedge,  // the words by which a report stands back
  Threat,
};

// `text` in the looks of `tone`, or unchanged without colour. Requires: printable text.
std::string toned(const Style& style, Tone tone, std::string_view text);

}  // namespace dixit::report
