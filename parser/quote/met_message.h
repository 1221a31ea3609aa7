#pragma once

#include <cstdint>
#include <optional>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// What stands between a verb and the message that it governs.
enum class Governor : std::uint8_t {
  None,
  Source,   // "from the letter"
  Channel,  // "in the letter"
  Other,
};

// Which verbs of a clause let its subject come upon words, or hand them on, rather than say them:
// "opened a letter", "showed the jury the text", "heard at the door". A letter that was written or
// sent out is not met with but its sender's own.
//
// Ownership: borrows the analysis.
class MetMessage {
 public:
  // `subject` is the core of who the clause is about, empty where none is known; `clause` lies
  // behind it.
  MetMessage(const Analysis& analysis, TokenRange subject, TokenRange clause)
      : analysis_(&analysis), subject_(subject), clause_(clause) {}

  // Whether the token heads a noun for words or for what they stand in: a letter, a threat.
  [[nodiscard]] bool is_message(TokenIndex noun) const;
  // The verb by which the subject meets with the message; nothing where it gives it out or the
  // clause does not say.
  [[nodiscard]] std::optional<TokenIndex> meeting_verb(TokenIndex noun) const;
  // The verb whose clause the message stands in: the one that ends it where participles do, else
  // the nearest one before the message.
  [[nodiscard]] std::optional<TokenIndex> governing_verb(TokenIndex noun) const;
  // Whether a verb of perceiving is what the clause says of its subject: "read aloud", "heard".
  [[nodiscard]] bool perceives(TokenIndex verb) const;
  // Whether a verb of finding or showing is what the clause says of its subject.
  [[nodiscard]] bool handles(TokenIndex verb) const;
  // What of its verb the message is.
  [[nodiscard]] Governor governor_of(TokenIndex noun) const;

 private:
  [[nodiscard]] bool is_predicate(TokenIndex verb) const;
  [[nodiscard]] bool follows_preposition(TokenIndex verb) const;
  [[nodiscard]] bool meets(TokenIndex verb, TokenIndex noun) const;
  [[nodiscard]] bool gives_out_evidence(TokenIndex verb, TokenIndex noun) const;
  [[nodiscard]] bool is_definite(TokenIndex noun) const;
  [[nodiscard]] bool is_definite_whole(TokenIndex noun) const;

  const Analysis* analysis_;
  TokenRange subject_;
  TokenRange clause_;
};

}  // namespace dixit::parser
