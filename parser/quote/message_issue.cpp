#include "parser/quote/message_issue.h"

#include <algorithm>
#include <optional>

#include "parser/quote/carriers.h"
#include "parser/quote/met_message.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

const TagSet& issuing_verbs() {
  static const TagSet kVerbs = tag_set({Tag::Write, Tag::Issue});
  return kVerbs;
}

const TagSet& speaking_verbs() {
  static const TagSet kVerbs =
      tag_set({Tag::Write, Tag::Issue, Tag::Say, Tag::Threaten, Tag::Promise, Tag::Claim, Tag::Warn,
               Tag::Order, Tag::Ask, Tag::Deny, Tag::Confirm, Tag::Judge, Tag::Incite});
  return kVerbs;
}

class IssueReader {
 public:
  IssueReader(const Analysis& analysis, TokenRange subject, TokenRange message)
      : analysis_(&analysis),
        sentence_(analysis.sentences()[analysis.sentence_of(message.begin)]),
        subject_(subject),
        message_(message) {}

  [[nodiscard]] bool read() const {
    if (takes_in() || meets_with()) return false;
    switch (governor()) {
      case Governor::Source:
      case Governor::Other:
        return false;
      case Governor::Channel:
        return active_verb(speaking_verbs());
      case Governor::None:
        // A newspaper that prints a letter has not written it.
        return !names_carrier(*analysis_, subject_) && active_verb(issuing_verbs());
    }
    return false;
  }

 private:
  // A verb of receiving before the message, or behind it one whose subject is a pronoun: the
  // message came from elsewhere. "A letter obtained by the Herald", "que la radio a consulté" says
  // nothing of who wrote it.
  [[nodiscard]] bool takes_in() const {
    bool pronoun = false;
    for (TokenIndex i = sentence_.begin; i < sentence_.end; ++i) {
      if (i >= message_.end) pronoun = pronoun || analysis_->is(i, Tag::Pronoun);
      const bool taken = analysis_->is(i, Tag::Obtain) && !analysis_->is(i, Tag::Issue);
      if (taken && !subject_.contains(i) && (i < message_.end || pronoun)) return true;
    }
    return false;
  }

  // "said that in the letter stood": the message speaks, whoever tells of it.
  [[nodiscard]] bool meets_with() const {
    const MetMessage met(*analysis_, subject_, {.begin = subject_.end, .end = sentence_.end});
    for (TokenIndex i = message_.begin; i < message_.end; ++i) {
      if (met.is_message(i)) return met.meeting_verb(i).has_value();
    }
    return false;
  }

  [[nodiscard]] Governor governor() const {
    const MetMessage met(*analysis_, subject_, {.begin = subject_.end, .end = sentence_.end});
    for (TokenIndex i = message_.begin; i < message_.end; ++i) {
      if (met.is_message(i)) return met.governor_of(i);
    }
    return met.governor_of(message_.begin);
  }

  // The verb nearest before the message, else the one that closes its clause or opens the sentence.
  [[nodiscard]] bool active_verb(const TagSet& wanted) const {
    const Grammar& grammar = analysis_->language().grammar;
    if (grammar.participle_at_end) {
      if (const auto last = closing_verb()) return fits(*last, wanted);
    }
    for (TokenIndex i = message_.begin; i > subject_.end; --i) {
      if (is_main_verb(i - 1)) return fits(i - 1, wanted);
      // "explicó que en la carta se leía": what is said in it is another clause.
      if (!grammar.participle_at_end && analysis_->is(i - 1, Tag::Complementizer)) return false;
    }
    const bool before = subject_.begin > sentence_.begin && is_main_verb(subject_.begin - 1);
    return before && fits(subject_.begin - 1, wanted);
  }

  // "hat einen Brief veröffentlicht"
  [[nodiscard]] std::optional<TokenIndex> closing_verb() const {
    for (TokenIndex i = message_.end; i < sentence_.end; ++i) {
      if (analysis_->token(i).kind == TokenKind::Punctuation) break;
      if (is_main_verb(i)) return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_main_verb(TokenIndex i) const {
    static const TagSet kHelpers =
        tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::FutureMarker});
    if (i > sentence_.begin && is_determiner_like(*analysis_, i - 1)) return false;  // "the fire"
    return verb_moods(*analysis_, i) != 0 && !analysis_->is_any(i, kHelpers);
  }

  [[nodiscard]] bool fits(TokenIndex verb, const TagSet& wanted) const {
    return analysis_->is_any(verb, wanted) && !is_passive(*analysis_, subject_.end, verb);
  }

  const Analysis* analysis_;
  TokenRange sentence_;
  TokenRange subject_;
  TokenRange message_;
};

}  // namespace

bool gives_out(const Analysis& analysis, TokenRange subject, TokenRange message) {
  return IssueReader(analysis, subject, message).read();
}

}  // namespace dixit::parser
