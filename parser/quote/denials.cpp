#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parser/quote/denied_cue.h"
#include "parser/quote/evidential.h"
#include "parser/quote/hops.h"
#include "parser/quote/link_channels.h"
#include "parser/quote/mentions.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

using model::AuthenticationStatus;
using model::Evidential;

// A denial or a doubt speaks of the quotations shortly before it, not of a whole book.
constexpr std::size_t kDoubtedQuotationsMax = 32;

// Paragraphs between words and a sentence that doubts them without naming them.
constexpr std::uint32_t kDoubtedParagraphs = 1;

// The same for a denial by somebody who is not the named speaker.
constexpr std::uint32_t kDeniedParagraphs = 2;

// How far after a verb of denying the thing denied may be named.
constexpr TokenIndex kDeniedReach = 12;

// Shorter words than this are particles and initials: no evidence that a name is the same.
constexpr std::size_t kNameWordBytesMin = 4;

// Whether two printed names share a word that tells.
bool share_word(const Analysis& analysis, const TokenRange& range, std::string_view name) {
  const std::string words = " " + entity_key(name) + " ";
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    const std::string word = entity_key(analysis.text_of(i));
    if (word.size() >= kNameWordBytesMin && words.find(" " + word + " ") != std::string::npos) {
      return true;
    }
  }
  return false;
}

class DenialReader {
 public:
  DenialReader(const Analysis& analysis, std::vector<Draft>& drafts)
      : analysis_(&analysis),
        drafts_(&drafts),
        mentions_(analysis),
        taken_(quoted_tokens(analysis, drafts)) {
    // A denying verb among the cues of quoted words governs words of its own; one that only reports
    // a denial may deny what was said before as well.
    for (const Draft& draft : drafts) {
      if (draft.quotation.form == model::QuotationForm::Indirect) continue;
      for (TokenIndex i = draft.cue.begin; i < draft.cue.end; ++i) taken_[i] = true;
    }
  }

  void read() {
    for (Draft& draft : *drafts_) note_denied_cue(draft);
    std::size_t before = 0;  // drafts that end before the sentence, given that drafts are in order
    for (const TokenRange& sentence : analysis_->sentences()) {
      while (before < drafts_->size() && (*drafts_)[before].tokens.end <= sentence.begin) ++before;
      from_ = before > kDoubtedQuotationsMax ? before - kDoubtedQuotationsMax : 0;
      until_ = before;
      if (from_ != until_) read_sentence(sentence);
    }
  }

 private:
  // "denied that he had threatened to": what is reported is the denial alone.
  void note_denied_cue(Draft& draft) {
    const auto verb = denying_verb(*analysis_, draft);
    if (!verb) return;
    const TokenRange& sentence = analysis_->sentences()[analysis_->sentence_of(*verb)];
    hedge(*analysis_, draft, Evidential::Denied, "evidential.denied_cue",
          {.begin = *verb, .end = *verb + 1});
    draft.quotation.authentication = {.status = AuthenticationStatus::Contested,
                                      .by = who(sentence, *verb),
                                      .span = byte_span(*analysis_, sentence)};
  }

  void read_sentence(const TokenRange& sentence) {
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (taken_[i]) continue;
      if (analysis_->is(i, Tag::Unverified)) {
        note_check(sentence, i, AuthenticationStatus::Unverified);
      } else if (analysis_->is(i, Tag::Verified)) {
        note_check(sentence, i, AuthenticationStatus::Confirmed);
      } else if (analysis_->is(i, Tag::Doubted)) {
        note_doubt(sentence, i);
      } else if (analysis_->is(i, Tag::Deny)) {
        note_denial(sentence, i);
      }
    }
  }

  // Whoever the sentence names first: who could not verify, who doubts.
  [[nodiscard]] std::string who(const TokenRange& sentence, TokenIndex verb) const {
    for (MentionIndex m = mentions_.from(sentence.begin);
         m < mentions_.all().size() && mentions_[m].core.begin < verb; ++m) {
      if (mentions_[m].governed || mentions_[m].kind == MentionKind::Pronoun) continue;
      if (mentions_[m].can_speak) return std::string(analysis_->text_of(mentions_[m].core));
    }
    return {};
  }

  void note_check(const TokenRange& sentence, TokenIndex at, AuthenticationStatus status) {
    for (std::size_t d = from_; d < until_; ++d) {
      Draft& draft = (*drafts_)[d];
      if (!is_checked(sentence, draft)) continue;
      draft.quotation.authentication = {
          .status = status, .by = who(sentence, at), .span = byte_span(*analysis_, sentence)};
    }
  }

  // Words of the same paragraph, a message right before, or one of the kind that is spoken of.
  [[nodiscard]] bool is_checked(const TokenRange& sentence, const Draft& draft) const {
    const std::uint32_t paragraph = analysis_->paragraph_of(sentence.begin);
    const std::uint32_t own = analysis_->paragraph_of(draft.tokens.begin);
    if (own == paragraph) return true;
    if (!has_hop(draft, model::HopRole::Channel)) return false;
    if (own + kDoubtedParagraphs >= paragraph) return true;
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      for (const PhraseMatch& match : analysis_->matches(i)) {
        if (medium_of(match.entry.tag) == draft.quotation.medium) return true;
      }
    }
    return false;
  }

  // "Several experts doubt it": the words right before, and what goes with them.
  void note_doubt(const TokenRange& sentence, TokenIndex at) {
    const std::uint32_t paragraph = analysis_->paragraph_of(sentence.begin);
    for (std::size_t d = from_; d < until_; ++d) {
      Draft& draft = (*drafts_)[d];
      if (analysis_->paragraph_of(draft.tokens.begin) + kDoubtedParagraphs < paragraph) continue;
      // Only of words that came as a message, or by hearsay, can one ask whether they are genuine.
      if (!has_hop(draft, model::HopRole::Channel) && !heard_of_only(draft)) continue;
      draft.quotation.evidential = Evidential::Disputed;
      draft.quotation.authentication = {.status = AuthenticationStatus::Contested,
                                        .by = who(sentence, at),
                                        .span = byte_span(*analysis_, sentence)};
      add_reason(*analysis_, draft, "evidential.doubted_later", {.begin = at, .end = at + 1});
    }
  }

  enum class Denied : std::uint8_t { Nothing, Words, Charge };

  // Words and their authorship, or a charge; not a role in some event.
  [[nodiscard]] Denied what_is_denied(const TokenRange& sentence, TokenIndex verb) const {
    static const TagSet kWords = tag_set(
        {Tag::DeniedWords, Tag::ThreatNoun, Tag::Threaten, Tag::Say, Tag::Write, Tag::CueNoun});
    const TokenIndex end = std::min(sentence.end, verb + 1 + kDeniedReach);
    bool charge = ends_clause(sentence, verb + 1) || charge_before(sentence, verb);
    for (TokenIndex i = verb + 1; i < end && !taken_[i]; ++i) {
      if (analysis_->mark(i) == ';') break;
      if (analysis_->is_any(i, kWords)) return Denied::Words;
      charge = charge || analysis_->is(i, Tag::DeniedCharge) || analysis_->is(i, Tag::Charge);
    }
    return charge ? Denied::Charge : Denied::Nothing;
  }

  // "il les dément": the charge as a pronoun before the verb.
  [[nodiscard]] bool charge_before(const TokenRange& sentence, TokenIndex verb) const {
    constexpr TokenIndex kPronounReach = 2;
    for (TokenIndex back = 1; back <= kPronounReach && back <= verb - sentence.begin; ++back) {
      if (analysis_->is(verb - back, Tag::DeniedCharge)) return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_clause(const TokenRange& sentence, TokenIndex at) const {
    return at >= sentence.end || analysis_->mark(at) == '.' || analysis_->mark(at) == ';';
  }

  // Who denies: the last one before the verb that no preposition governs, or by whom the sentence
  // before opens where only a pronoun, or nothing, stands there.
  [[nodiscard]] std::optional<TokenRange> denier(const TokenRange& sentence,
                                                 TokenIndex verb) const {
    std::optional<TokenRange> found;
    for (MentionIndex m = mentions_.from(sentence.begin);
         m < mentions_.all().size() && mentions_[m].core.begin < verb; ++m) {
      if (taken_[mentions_[m].core.begin]) continue;
      const bool relative = analysis_->is(verb - 1, Tag::RelativePronoun);
      if (mentions_[m].governed && !relative) continue;
      if (mentions_[m].kind == MentionKind::Pronoun) {
        found.reset();
      } else if (mentions_[m].can_speak) {
        // "the group's spokesman, Karl Dorn": both names are his.
        const bool apposed = found && analysis_->mark(found->end) == ',' &&
                             found->end + 1 == mentions_[m].core.begin;
        found = TokenRange{.begin = apposed ? found->begin : mentions_[m].tokens.begin,
                           .end = mentions_[m].tokens.end};
      }
    }
    if (!found) found = accused_before(sentence, verb);
    if (found || sentence.begin == 0) return found;
    return first_of_sentence(analysis_->sentence_of(sentence.begin) - 1);
  }

  [[nodiscard]] std::optional<TokenRange> accused_before(const TokenRange& sentence,
                                                         TokenIndex verb) const {
    for (TokenIndex i = sentence.begin; i < verb; ++i) {
      const PhraseMatch* accused = analysis_->match(i, Tag::AccusedNoun);
      if (accused != nullptr && !taken_[i])
        return TokenRange{.begin = i, .end = i + accused->length};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenRange> first_of_sentence(std::uint32_t index) const {
    const TokenRange sentence = analysis_->sentences()[index];
    for (MentionIndex m = mentions_.from(sentence.begin);
         m < mentions_.all().size() && mentions_[m].core.begin < sentence.end; ++m) {
      const Mention& mention = mentions_[m];
      if (taken_[mention.core.begin] || mention.governed || !mention.can_speak) continue;
      if (mention.kind != MentionKind::Pronoun) return mention.tokens;
    }
    return std::nullopt;
  }

  void note_denial(const TokenRange& sentence, TokenIndex verb) {
    const Denied denied = what_is_denied(sentence, verb);
    if (denied == Denied::Nothing) return;
    const std::optional<TokenRange> who_denies = denier(sentence, verb);
    if (!who_denies) return;
    for (std::size_t d = from_; d < until_; ++d) {
      Draft& draft = (*drafts_)[d];
      if (draft.quotation.evidential == Evidential::Disputed) continue;
      // Who denies a charge does not deny what he told the reporter himself.
      if (denied == Denied::Charge && !heard_of_only(draft)) continue;
      const bool near = analysis_->paragraph_of(draft.tokens.begin) + kDeniedParagraphs >=
                        analysis_->paragraph_of(sentence.begin);
      if (!is_speaker(*who_denies, draft) && !(near && may_be_his(*who_denies, draft, denied))) {
        continue;
      }
      draft.quotation.evidential = Evidential::Denied;
      draft.quotation.authentication = {.status = AuthenticationStatus::Contested,
                                        .by = std::string(analysis_->text_of(*who_denies)),
                                        .span = byte_span(*analysis_, sentence)};
      add_reason(*analysis_, draft, "evidential.denied_later", {.begin = verb, .end = verb + 1});
    }
  }

  [[nodiscard]] bool is_speaker(const TokenRange& who_denies, const Draft& draft) const {
    if (!draft.quotation.source) return false;
    const model::Source& source = *draft.quotation.source;
    for (TokenIndex i = who_denies.begin; i < who_denies.end; ++i) {
      const EntityMention* mention = analysis_->mention_at(i);
      if (mention == nullptr || source.entity.empty()) continue;
      if (analysis_->entities().all()[mention->entity].id == source.entity) return true;
    }
    return share_word(*analysis_, who_denies, source.name);
  }

  // Whether words that the text lays to nobody by name can be the denier's.
  [[nodiscard]] bool may_be_his(const TokenRange& who_denies, const Draft& draft,
                                Denied denied) const {
    if (stands_accused(who_denies, draft)) return true;
    if (denied != Denied::Words) return false;
    return is_unnamed_author(who_denies, draft) || is_unnamed_speaker(draft);
  }

  // "Smith denies making threats": of words that witnesses tell of an unnamed man.
  [[nodiscard]] bool is_unnamed_speaker(const Draft& draft) const {
    const bool told =
        has_hop(draft, model::HopRole::Witness) || has_hop(draft, model::HopRole::Authority);
    if (!told || draft.source.empty()) return false;
    for (TokenIndex i = draft.source.begin; i < draft.source.end; ++i) {
      const bool opens = i == 0 || !in_same_sentence(*analysis_, i - 1, i);
      if (analysis_->token(i).capitalised && !opens && !analysis_->is(i, Tag::Pronoun))
        return false;
    }
    return true;
  }

  // "the same group denies authorship": of a message that the report does not vouch for.
  [[nodiscard]] bool is_unnamed_author(const TokenRange& who_denies, const Draft& draft) const {
    if (draft.quotation.report_status != model::ReportStatus::Alleged) return false;
    if (!has_hop(draft, model::HopRole::Channel)) return false;
    bool body = false;
    bool named = false;
    bool speaks_for = false;
    for (TokenIndex i = who_denies.begin; i < who_denies.end; ++i) {
      named = named || (analysis_->token(i).capitalised && i != who_denies.begin);
      speaks_for = speaks_for || analysis_->is(i, Tag::Spokesperson);
      body = body || analysis_->is(i, Tag::GroupNoun);
    }
    return body && (!named || speaks_for);
  }

  // Whether the words are known through others alone.
  [[nodiscard]] static bool heard_of_only(const Draft& draft) {
    return draft.quotation.report_status == model::ReportStatus::Alleged ||
           draft.cue_tag == Tag::Threaten || has_hop(draft, model::HopRole::Witness) ||
           has_hop(draft, model::HopRole::Authority);
  }

  // "the accused denies it", "son avocat dément": whoever is charged with words that the report
  // itself does not vouch for.
  [[nodiscard]] bool stands_accused(const TokenRange& who_denies, const Draft& draft) const {
    const bool charged = draft.quotation.report_status == model::ReportStatus::Alleged ||
                         has_hop(draft, model::HopRole::Witness) ||
                         has_hop(draft, model::HopRole::Authority);
    if (!charged || draft.cue.empty()) return false;
    for (TokenIndex i = who_denies.begin; i < who_denies.end; ++i) {
      if (analysis_->is(i, Tag::AccusedNoun)) return true;
    }
    return false;
  }

  const Analysis* analysis_;
  std::vector<Draft>* drafts_;
  Mentions mentions_;
  std::vector<bool> taken_;
  std::size_t from_ = 0;
  std::size_t until_ = 0;
};

}  // namespace

void read_denials(const Analysis& analysis, std::vector<Draft>& drafts) {
  if (!drafts.empty()) DenialReader(analysis, drafts).read();
}

}  // namespace dixit::parser
