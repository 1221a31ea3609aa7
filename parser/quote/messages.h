#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "parser/quote/links.h"
#include "parser/quote/mentions.h"

namespace dixit::parser {

// Whose message it is, as far as the text says.
struct Author {
  TokenRange tokens;
  bool attributed = false;  // only said to be his: "attributed to", "purportedly signed by"
};

// Letters, videos, statements and posts that a text speaks of more than once: "a letter … the
// letter … this text" is one message, and what is said of it where it is introduced holds
// wherever words are read from it.
//
// Ownership: borrows its arguments.
class Messages {
 public:
  Messages(const Analysis& analysis, std::span<const Link> links, const Mentions& mentions,
           const std::vector<Draft>& drafts);

  // The link by which the message of a channel link was introduced: itself when by no other.
  [[nodiscard]] std::size_t introduction_of(std::size_t link) const { return introduced_[link]; }
  // Whether the channel is spoken of as known although nothing introduced it.
  [[nodiscard]] bool presupposed(std::size_t link) const;
  // The latest message before a token, no further back than so many sentences.
  [[nodiscard]] std::optional<std::size_t> latest_before(TokenIndex token,
                                                         std::uint32_t sentences) const;
  [[nodiscard]] std::optional<Author> author_of(std::size_t introduction) const;
  // Whether the link is a channel that words can be read from, rather than somebody's own voice.
  [[nodiscard]] bool is_message(std::size_t link) const;

 private:
  [[nodiscard]] std::size_t antecedent_of(std::size_t link) const;
  [[nodiscard]] std::optional<Author> named_author(const Link& link) const;
  [[nodiscard]] std::optional<Author> sender(const Link& link) const;
  [[nodiscard]] std::optional<Author> issuer(const Link& link) const;
  [[nodiscard]] std::optional<Author> threatener(const Link& link,
                                                 const TokenRange& sentence) const;
  [[nodiscard]] std::optional<Author> giver(const Link& link,
                                            std::optional<TokenRange> subject) const;
  [[nodiscard]] TokenIndex first_verb_after(TokenIndex begin, TokenIndex end) const;
  [[nodiscard]] std::optional<TokenRange> speaker_after(TokenIndex verb, TokenIndex end) const;
  [[nodiscard]] std::optional<TokenRange> speaker_between(TokenIndex begin, TokenIndex end) const;

  const Analysis* analysis_;
  std::span<const Link> links_;
  const Mentions* mentions_;
  std::vector<bool> quoted_;  // an author is named in the reporter's own words
  std::vector<std::size_t> introduced_;
  std::vector<std::optional<Author>> authors_;  // by introduction
};

}  // namespace dixit::parser
