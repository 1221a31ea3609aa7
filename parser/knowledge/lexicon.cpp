#include "parser/knowledge/lexicon.h"

#include <algorithm>
#include <cassert>

#include "parser/text/tokens.h"

namespace dixit::parser {
namespace {

std::uint64_t edge_key(Lexicon::Node from, WordId word) {
  return (static_cast<std::uint64_t>(from) << 32U) | word;
}

}  // namespace

void Lexicon::add(std::span<const std::string> words, const LexiconEntry& entry) {
  assert(!words.empty());
  Node node = kStart;
  for (const std::string& text : words) {
    const WordId word = add_word(text);
    const Node next_free = static_cast<Node>(nodes_.size());
    const Node next = edges_.try_emplace(edge_key(node, word), next_free).first->second;
    if (next == next_free) nodes_.emplace_back();
    if (node == kStart) first_[word] = next;
    node = next;
  }
  std::vector<LexiconEntry>& readings = nodes_[node];
  if (std::find(readings.begin(), readings.end(), entry) == readings.end()) {
    readings.push_back(entry);
  }
}

WordId Lexicon::add_word(const std::string& folded) {
  const auto [found, is_new] = words_.try_emplace(folded, static_cast<WordId>(words_.size()));
  if (is_new) {
    first_.push_back(kNowhere);
    stripped_words_.try_emplace(strip_diacritics(folded), found->second);
  }
  return found->second;
}

WordId Lexicon::word(std::string_view folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? kUnknownWord : found->second;
}

WordId Lexicon::word_without_diacritics(std::string_view folded) const {
  const auto found = stripped_words_.find(folded);
  return found == stripped_words_.end() ? kUnknownWord : found->second;
}

Lexicon::Node Lexicon::step(Node from, WordId word) const {
  if (word == kUnknownWord) return kNowhere;
  if (from == kStart) return first_[word];
  const auto found = edges_.find(edge_key(from, word));
  return found == edges_.end() ? kNowhere : found->second;
}

}  // namespace dixit::parser
