#include "parser/quote/speakers.h"

#include <set>
#include <string_view>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Shorter words than this are particles and initials: no evidence that a name is the same.
constexpr std::size_t kNameWordBytesMin = 4;

// The noun that says what somebody is: the first speaker noun of the phrase.
std::string noun_of(const Analysis& analysis, const TokenRange& phrase) {
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (is_speaker_noun(analysis, i)) return entity_key(analysis.text_of(i));
  }
  return {};
}

}  // namespace

Speakers::Speakers(const Analysis& analysis, const std::vector<Draft>& drafts) {
  keys_.reserve(drafts.size());
  for (const Draft& draft : drafts) keys_.push_back(key_of(analysis, draft));
}

std::string Speakers::key_of(const Analysis& analysis, const Draft& draft) {
  if (!draft.quotation.source) return {};
  const model::Source& source = *draft.quotation.source;
  std::string key = source.entity.empty() ? entity_key(source.name) : source.entity;
  if (draft.source.empty()) return key;
  const std::string noun = noun_of(analysis, draft.source);
  if (noun.empty()) return key;
  const bool described = analysis.is(draft.source.begin, Tag::Definite) &&
                         source.name == analysis.text_of(draft.source);
  if (const auto known = by_noun_.find(noun); described && known != by_noun_.end()) {
    return known->second;
  }
  by_noun_[noun] = key;
  return key;
}

bool speaks_of(const Analysis& analysis, const Draft& draft, const TokenRange& range) {
  if (!draft.quotation.source) return false;
  const std::string name = " " + entity_key(draft.quotation.source->name) + " ";
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    const PhraseMatch* pronoun = analysis.match(i, Tag::Pronoun);
    if (pronoun != nullptr && pronoun->entry.features.person != Person::First) return true;
    const std::string word = entity_key(analysis.text_of(i));
    if (word.size() >= kNameWordBytesMin && name.find(" " + word + " ") != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace dixit::parser
