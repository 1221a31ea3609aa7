#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "parser/quote/messages.h"
#include "parser/quote/speakers.h"

namespace dixit::parser {

// The sentences in which the reporter speaks of a draft: those its words stand in, its cue's and
// its source's.
std::set<std::uint32_t> own_sentences(const Analysis& analysis, const Draft& draft);

// Gives each draft the links of its own sentences and those that hold for a whole scene: where a
// message was introduced, on which station somebody was heard, who told of it in the sentence
// before. A scene ends where somebody else speaks.
//
// Ownership: borrows its arguments; changes only hops, sources and evidence of the drafts.
class MessageScene {
 public:
  MessageScene(const Analysis& analysis, std::span<const Link> links, std::vector<Draft>& drafts);

  void read();

 private:
  void add_own_links(std::size_t index);
  void add_message(std::size_t index, std::size_t introduction);
  void add_message_before(std::size_t index);
  void add_heard_before(std::size_t index);
  void add_teller_before(std::size_t index);
  void add_bridges();
  void add_leads();
  void add_later_hands();
  void yield_to_message(Draft& draft) const;
  void name_author(Draft& draft, std::size_t introduction) const;
  void hedge_by_message(Draft& draft, std::size_t introduction) const;
  void add_hands(Draft& draft, const Link& message) const;
  [[nodiscard]] std::span<const Link> links_of(std::uint32_t sentence) const;
  [[nodiscard]] bool belongs(const Link& link, std::size_t index) const;
  [[nodiscard]] bool is_others_source(const Link& link, std::size_t index) const;
  [[nodiscard]] bool spoken_by_nobody(const Draft& draft) const;
  [[nodiscard]] bool spoken_by_message(const Draft& draft) const;
  [[nodiscard]] bool points_back(const Draft& draft) const;
  [[nodiscard]] bool voice_of_message(const Draft& draft) const;
  [[nodiscard]] bool elaborates(std::size_t index) const;
  [[nodiscard]] bool foreign_words(std::uint32_t sentence, std::size_t index) const;
  [[nodiscard]] std::uint32_t first_sentence(const Draft& draft) const;

  const Analysis* analysis_;
  std::span<const Link> links_;
  std::vector<Draft>* drafts_;
  Mentions mentions_;
  Messages messages_;
  Speakers speakers_;
  std::vector<std::vector<std::size_t>> drafts_of_;     // by sentence
  std::vector<std::optional<std::size_t>> message_of_;  // by draft, the message's introduction
};

}  // namespace dixit::parser
