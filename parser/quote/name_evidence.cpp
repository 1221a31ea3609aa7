#include "parser/quote/name_evidence.h"

#include <set>
#include <string>
#include <utility>

#include "parser/quote/proclitics.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Unknown words in a row that one name may have; more are words that the file does not know.
constexpr int kNameWordsMax = 4;

// What the words before a token let it be.
enum class Context : std::uint8_t {
  None,
  Verb,    // a verb of speech: its subject comes
  Person,  // a title or a role: whose it is comes
  Name,
};

class EvidenceReader {
 public:
  explicit EvidenceReader(const Analysis& analysis) : analysis_(&analysis) {}

  std::vector<TokenIndex> run() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if (i > 0 && !in_same_sentence(*analysis_, i - 1, i)) enter(Context::None);
      read(i);
    }
    find_again();
    return std::move(names_);
  }

 private:
  void enter(Context context) {
    context_ = context;
    words_ = 0;
  }

  void read(TokenIndex i) {
    const Token& token = analysis_->token(i);
    if (token.kind != TokenKind::Word) return enter(Context::None);
    if (analysis_->mention_at(i) != nullptr || analysis_->is(i, Tag::GivenName) ||
        analysis_->is(i, Tag::PlaceNoun)) {
      return take(i);
    }
    if (analysis_->is(i, Tag::NameParticle) && !is_single_proclitic(i)) return take(i);
    if (analysis_->is(i, Tag::Title) || is_speaker_noun(*analysis_, i)) {
      return enter(Context::Person);
    }
    if (is_known(i)) return read_known(i);
    read_unknown(i);
  }

  [[nodiscard]] bool is_single_proclitic(TokenIndex i) const {
    return analysis_->is(i, Tag::Proclitic);
  }

  [[nodiscard]] bool is_known(TokenIndex i) const {
    return !analysis_->matches(i).empty() || analysis_->covered(i);
  }

  void read_known(TokenIndex i) {
    const bool describes = analysis_->is(i, Tag::Demonym) || analysis_->is(i, Tag::RoleAdjective);
    if (describes || analysis_->within(i, Tag::RoleNoun) || analysis_->within(i, Tag::GroupNoun)) {
      if (context_ == Context::Verb) enter(Context::Person);
      return;
    }
    static const TagSet kSpeech =
        tag_set({Tag::Say, Tag::Claim, Tag::Confirm, Tag::Deny, Tag::Warn, Tag::Threaten, Tag::Ask,
                 Tag::Order, Tag::Promise, Tag::Write, Tag::Judge, Tag::Think, Tag::Express});
    const bool finite = (verb_moods(*analysis_, i) & kFiniteMoods) != 0;
    enter(finite && analysis_->is_any(i, kSpeech) ? Context::Verb : Context::None);
  }

  void read_unknown(TokenIndex i) {
    const bool has_article =
        !without_article(fold_word(analysis_->text_of(i)), analysis_->language()).empty();
    if (context_ == Context::None || words_ >= kNameWordsMax) return enter(Context::None);
    if (context_ == Context::Person && has_article) return;
    take(i);
  }

  // A name that a title, a role or a given name proved is one wherever it stands again.
  void find_again() {
    if (proved_.empty()) return;
    std::vector<bool> named(analysis_->size(), false);
    for (const TokenIndex name : names_) named[name] = true;
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      const bool open = analysis_->token(i).kind == TokenKind::Word && !is_known(i);
      if (open && proved_.contains(fold_word(analysis_->text_of(i)))) named[i] = true;
    }
    names_.clear();
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if (named[i]) names_.push_back(i);
    }
  }

  void take(TokenIndex i) {
    const bool after_name = context_ == Context::Name || context_ == Context::Person;
    if (after_name && !is_known(i)) proved_.insert(fold_word(analysis_->text_of(i)));
    context_ = Context::Name;
    ++words_;
    names_.push_back(i);
  }

  const Analysis* analysis_;
  std::vector<TokenIndex> names_;
  std::set<std::string> proved_;  // folded
  Context context_ = Context::None;
  int words_ = 0;
};

}  // namespace

std::vector<TokenIndex> names_by_evidence(const Analysis& analysis) {
  return EvidenceReader(analysis).run();
}

}  // namespace dixit::parser
