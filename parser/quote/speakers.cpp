#include "parser/quote/speakers.h"

#include <algorithm>
#include <string_view>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Shorter words than this are particles and initials: no evidence that a name is the same.
constexpr std::size_t kNameWordBytesMin = 4;

// The article that is written onto a word, if it has one.
std::string_view article_of(const Analysis& analysis, TokenIndex i) {
  for (const std::string& article : analysis.language().words(Tag::PrefixedArticle)) {
    const std::string_view word = analysis.text_of(i);
    if (word.size() > article.size() && word.starts_with(article)) return article;
  }
  return {};
}

// The noun that says what somebody is: the first speaker noun of the phrase.
std::string noun_of(const Analysis& analysis, const TokenRange& phrase) {
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (is_speaker_noun(analysis, i)) {
      return entity_key(analysis.text_of(i).substr(article_of(analysis, i).size()));
    }
  }
  return {};
}

// The capitalised words of a printed name that are long enough to tell, titles and all.
std::vector<std::string> names_in(std::string_view printed) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin < printed.size()) {
    const std::size_t end = std::min(printed.find_first_of(" \n\t’'", begin), printed.size());
    const std::string_view word = printed.substr(begin, end - begin);
    const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
    if (capital && word.size() >= kNameWordBytesMin) names.push_back(entity_key(word));
    begin = end + 1;
  }
  return names;
}

}  // namespace

Speakers::Speakers(const Analysis& analysis, const std::vector<Draft>& drafts) {
  keys_.reserve(drafts.size());
  for (const Draft& draft : drafts) keys_.push_back(key_of(analysis, draft));
}

std::string Speakers::key_of(const Analysis& analysis, const Draft& draft) {
  if (!draft.quotation.source) return {};
  const model::Source& source = *draft.quotation.source;
  if (!source.entity.empty()) return source.entity;
  std::string key = entity_key(source.name);
  const std::vector<std::string> names = names_in(source.name);
  if (!names.empty()) return key_of_name(names, key);
  if (draft.source.empty()) return key;
  const std::string noun = noun_of(analysis, draft.source);
  if (noun.empty()) return key;
  const bool described = analysis.is(draft.source.begin, Tag::Definite) ||
                         !article_of(analysis, draft.source.begin).empty();
  const auto known = by_noun_.find(noun);
  if (described && known != by_noun_.end()) return known->second;
  by_noun_.insert_or_assign(noun, key);
  return key;
}

// A surname alone is the last full name's that ends in it; two full names are two persons.
std::string Speakers::key_of_name(const std::vector<std::string>& names, const std::string& key) {
  const auto known = by_surname_.find(names.back());
  if (known == by_surname_.end()) {
    by_surname_.emplace(names.back(), FullName{.words = names, .key = key});
    return key;
  }
  FullName& full = known->second;
  const auto within = [](const std::vector<std::string>& part,
                         const std::vector<std::string>& whole) {
    return std::all_of(part.begin(), part.end(), [&whole](const std::string& word) {
      return std::find(whole.begin(), whole.end(), word) != whole.end();
    });
  };
  if (within(names, full.words)) return full.key;
  if (within(full.words, names)) {
    full.words = names;
    return full.key;
  }
  full = {.words = names, .key = key};
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
