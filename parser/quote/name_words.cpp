#include "parser/quote/name_words.h"

#include <algorithm>

#include "parser/text/fold.h"

namespace dixit::parser {
namespace {

// Bytes of a name that are looked at: no name is longer, and the work stays bounded.
constexpr std::size_t kNameBytesMax = 400;

bool is_function_word(const Lexicon& lexicon, std::string_view word) {
  static const TagSet kFunction = tag_set(
      {Tag::Definite, Tag::Indefinite, Tag::Possessive, Tag::Demonstrative, Tag::Quantifier,
       Tag::Genitive, Tag::Preposition, Tag::Conjunction, Tag::Pronoun, Tag::ObjectPronoun,
       Tag::IndefinitePronoun, Tag::RelativePronoun, Tag::Enclitic, Tag::Title, Tag::NameParticle,
       Tag::RoleAdjective, Tag::AgentPreposition, Tag::Adverb, Tag::Negation});
  const WordId id = lexicon.word(word);
  if (id == kUnknownWord) return false;
  const Lexicon::Node node = lexicon.step(Lexicon::kStart, id);
  if (node == Lexicon::kNowhere) return false;
  const auto entries = lexicon.entries(node);
  return std::any_of(entries.begin(), entries.end(), [](const LexiconEntry& entry) {
    return kFunction.test(static_cast<std::size_t>(entry.tag));
  });
}

}  // namespace

std::set<std::string> name_words(const Language& language, std::string_view text) {
  std::set<std::string> words;
  if (text.size() > kNameBytesMax) return words;
  for (const Token& token : tokenize(text, language.joining)) {
    if (token.kind != TokenKind::Word) continue;
    const std::string_view printed = text.substr(token.start, token.end - token.start);
    if (!is_function_word(language.lexicon, fold_word(printed))) words.insert(fold(printed));
  }
  return words;
}

std::set<std::string> source_words(const Analysis& analysis, const Draft& draft) {
  std::set<std::string> words;
  const bool pronoun = !draft.source.empty() && analysis.is(draft.source.begin, Tag::Pronoun);
  if (!draft.source.empty() && !pronoun) {
    words = name_words(analysis.language(), analysis.text_of(draft.source));
  }
  if (pronoun && draft.quotation.source &&
      draft.quotation.source->name == analysis.text_of(draft.source)) {
    return words;
  }
  if (draft.quotation.source) {
    words.merge(name_words(analysis.language(), draft.quotation.source->name));
  }
  return words;
}

bool share_word(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const std::string& word) { return b.contains(word); });
}

}  // namespace dixit::parser
