#include "parser/quote/particle_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Shorter words with a sign or a capital inside are units: "kW", "pH".
constexpr std::size_t kAccountBytesMin = 4;

bool is_small(std::string_view word) {
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z';
}

class ParticleNames {
 public:
  explicit ParticleNames(const Analysis& analysis) : analysis_(&analysis) {}

  [[nodiscard]] std::vector<TokenIndex> find() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) note_full_name(i);
    std::vector<TokenIndex> found;
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if (is_account(i) || is_hyphened(i) || opens_name(i)) found.push_back(i);
    }
    return found;
  }

 private:
  // "@reedbrigade"; and firms that put a capital inside: "eReed".
  [[nodiscard]] bool is_account(TokenIndex i) const {
    const std::string_view word = analysis_->text_of(i);
    if (analysis_->token(i).kind != TokenKind::Word || word.size() < kAccountBytesMin) return false;
    if (word.front() == '@') return true;
    const bool one_word = word.find('-') == std::string_view::npos;
    return is_small(word) && one_word && word[1] >= 'A' && word[1] <= 'Z';
  }

  // "al-Hadid": a particle, a hyphen, a capital.
  [[nodiscard]] bool is_hyphened(TokenIndex i) const {
    const std::string_view word = analysis_->text_of(i);
    const std::size_t hyphen = word.find('-');
    if (!is_small(word) || hyphen == std::string_view::npos || hyphen + 1 >= word.size()) {
      return false;
    }
    const std::string_view name = word.substr(hyphen + 1);
    if (is_small(name) || fold_word(name) == name) return false;
    const auto is_prefix = [&](Tag tag) {
      const auto words = analysis_->language().words(tag);
      return std::find(words.begin(), words.end(), word.substr(0, hyphen)) != words.end();
    };
    return is_prefix(Tag::NamePrefix) || is_prefix(Tag::NameParticle);
  }

  // The particle at the token, if it is written small and a capital follows it.
  [[nodiscard]] const PhraseMatch* particle_at(TokenIndex i) const {
    const PhraseMatch* particle = analysis_->match(i, Tag::NameParticle);
    if (particle == nullptr || !is_small(analysis_->text_of(i))) return nullptr;
    const TokenIndex name = i + particle->length;
    return may_be_name(*analysis_, name) && !analysis_->token(name).joined ? particle : nullptr;
  }

  [[nodiscard]] std::string key(const PhraseMatch& particle, TokenIndex i) const {
    return fold_word(analysis_->text_of({.begin = i, .end = i + particle.length + 1}));
  }

  void note_full_name(TokenIndex i) {
    if (i == 0 || !analysis_->is(i - 1, Tag::GivenName) || !may_be_name(*analysis_, i - 1)) return;
    if (const PhraseMatch* particle = particle_at(i)) full_names_.insert(key(*particle, i));
  }

  [[nodiscard]] bool opens_name(TokenIndex i) const {
    const PhraseMatch* particle = particle_at(i);
    if (particle == nullptr) return false;
    if (i > 0 && (may_be_name(*analysis_, i - 1) || analysis_->is(i - 1, Tag::Title))) return false;
    if (is_foreign(i, particle->length)) return true;
    return stands_beside_speech(i) && full_names_.contains(key(*particle, i));
  }

  // Whether the particle is no word of the language itself.
  [[nodiscard]] bool is_foreign(TokenIndex i, TokenIndex length) const {
    for (TokenIndex at = i; at < i + length; ++at) {
      if (ends_noun_phrase(*analysis_, at) || is_determiner_like(*analysis_, at) ||
          verb_moods(*analysis_, at) != 0 || analysis_->is(at, Tag::ObjectPronoun)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool stands_beside_speech(TokenIndex i) const {
    static const TagSet kSpeech = tag_set({Tag::Say, Tag::Write, Tag::Warn, Tag::Threaten});
    return i > 0 && (analysis_->token(i - 1).kind == TokenKind::Punctuation ||
                     analysis_->is_any(i - 1, kSpeech));
  }

  const Analysis* analysis_;
  std::set<std::string> full_names_;
};

}  // namespace

std::vector<TokenIndex> particle_names(const Analysis& analysis) {
  return ParticleNames(analysis).find();
}

bool opens_particle_name(const Analysis& analysis, TokenIndex token) {
  return may_be_name(analysis, token) && analysis.is(token, Tag::NameParticle) &&
         is_small(analysis.text_of(token));
}

}  // namespace dixit::parser
