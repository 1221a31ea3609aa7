#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

enum class MentionKind : std::uint8_t { Name, Description, Pronoun };

using MentionIndex = std::uint32_t;
inline constexpr MentionIndex kNoMention = UINT32_MAX;

// A noun phrase or pronoun: whatever may turn out to be a source or a target.
struct Mention {
  TokenRange tokens;    // with its complements: "the head of the agency"
  TokenRange core;      // without: "the head"
  TokenIndex head = 0;  // the noun it is about: "head"; a name's last word
  MentionKind kind = MentionKind::Description;
  Features features;
  bool can_speak = false;  // a name, a person, a body, or a pronoun for one
  bool person = false;    // more than a capital says so: a given name, a title, a role, a full name
  bool governed = false;  // a preposition or genitive stands before it
  bool body = false;      // a group, an office, a company: more than one person's name for itself
  bool weak = false;      // nothing but the capital of a sentence's first word makes it a name
  bool carrier = false;   // what words stand in rather than who says them: "the statement"
};

// Whether the mention is a person's name or the description of one, not of a body or a voice.
bool is_personal(const Analysis& analysis, const Mention& mention);

// All mentions of a text, in order of their start; cores do not overlap.
class Mentions {
 public:
  explicit Mentions(const Analysis& analysis);

  [[nodiscard]] const std::vector<Mention>& all() const { return mentions_; }
  [[nodiscard]] const Mention& operator[](MentionIndex index) const { return mentions_[index]; }
  // The mention whose core covers the token, or kNoMention.
  [[nodiscard]] MentionIndex at(TokenIndex token) const;
  // The mention whose core begins at the token, or kNoMention.
  [[nodiscard]] MentionIndex beginning_at(TokenIndex token) const;
  // The mention that the given one ends: "the head" of "the head of the agency".
  [[nodiscard]] MentionIndex head_of(MentionIndex index) const { return heads_[index]; }
  // The first mention that begins at or after the token; size() of all() when there is none.
  [[nodiscard]] MentionIndex from(TokenIndex token) const;

 private:
  std::vector<Mention> mentions_;
  std::vector<MentionIndex> at_;
  std::vector<MentionIndex> heads_;
};

}  // namespace dixit::parser
