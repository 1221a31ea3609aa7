#include "parser/quote/links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "parser/quote/noun_phrase.h"

namespace dixit::parser {
namespace {

using model::HopRole;
using model::Medium;

// How far before a noun phrase its preposition may stand, and after a verb its agent.
constexpr TokenIndex kGovernorReach = 3;
constexpr TokenIndex kAgentReach = 8;

constexpr auto kChannels = std::to_array<std::pair<Tag, Medium>>({
    {Tag::VideoChannel, Medium::Video},
    {Tag::AudioChannel, Medium::Audio},
    {Tag::LetterChannel, Medium::Letter},
    {Tag::BannerChannel, Medium::Banner},
    {Tag::LeafletChannel, Medium::Leaflet},
    {Tag::SocialChannel, Medium::SocialPost},
    {Tag::StatementChannel, Medium::WrittenStatement},
    {Tag::InterviewChannel, Medium::Interview},
    {Tag::SpeechChannel, Medium::Speech},
    {Tag::CourtChannel, Medium::CourtOrPoliceRecord},
});

class LinkFinder {
 public:
  LinkFinder(const Analysis& analysis, std::vector<bool> quoted)
      : analysis_(&analysis), quoted_(std::move(quoted)) {}

  std::vector<Link> find() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if (quoted_[i]) continue;
      if (!add_translator(i) && !add_entity(i) && !add_named_carrier(i)) add_channel(i);
      add_governed(i);
    }
    return std::move(links_);
  }

 private:
  // "traduit en anglais par X", "according to a translation by X".
  bool add_translator(TokenIndex i) {
    const bool verb = analysis_->is(i, Tag::Translated);
    if (!verb && !analysis_->is(i, Tag::TranslationNoun)) return false;
    const TokenIndex end = std::min(analysis_->size(), i + 1 + kAgentReach);
    for (TokenIndex j = i + 1; j < end && same_sentence(i, j); ++j) {
      const bool governs =
          analysis_->is(j, Tag::AgentPreposition) || (!verb && analysis_->is(j, Tag::Genitive));
      if (!governs) continue;
      TokenIndex begin = j + 1;
      const TokenRange name = noun_phrase_from(*analysis_, begin);
      if (name.empty()) continue;
      // The name proper, where one stands inside the phrase, says who it was.
      const EntityMention* mention =
          mention_in({.begin = begin, .end = std::min(end + 4, analysis_->size())}, i);
      const TokenRange tokens = mention != nullptr ? mention->tokens : name;
      links_.push_back({.role = HopRole::Translator,
                        .tokens = tokens,
                        .anchor = i,
                        .entity = mention != nullptr ? mention->entity : Link::kNoEntity});
      return true;
    }
    return false;
  }

  const EntityMention* mention_in(const TokenRange& range, TokenIndex sentence_mate) const {
    for (TokenIndex k = range.begin; k < range.end && same_sentence(sentence_mate, k); ++k) {
      if (analysis_->mark(k) == ',') return nullptr;
      if (const EntityMention* mention = analysis_->mention_at(k)) return mention;
    }
    return nullptr;
  }

  // Known monitors, agencies, outlets; platforms that something was posted on.
  bool add_entity(TokenIndex i) {
    const EntityMention* mention = analysis_->mention_at(i);
    if (mention == nullptr || mention->tokens.begin != i) return false;
    const auto role = [&]() -> std::optional<HopRole> {
      switch (analysis_->entities().all()[mention->entity].kind) {
        case EntityKind::Monitor:
          return HopRole::Monitor;
        case EntityKind::Agency:
          return HopRole::Agency;
        case EntityKind::Outlet:
          return HopRole::Outlet;
        case EntityKind::Platform:
          return governed_by(i, Tag::ChannelPreposition) ? std::optional(HopRole::Channel)
                                                         : std::nullopt;
        default:
          return std::nullopt;
      }
    }();
    if (!role) return false;
    links_.push_back({.role = *role,
                      .tokens = mention->tokens,
                      .anchor = i,
                      .entity = mention->entity,
                      .medium = *role == HopRole::Channel ? Medium::SocialPost : Medium::Unknown,
                      .subject = opens_clause(i)});
    return true;
  }

  // "le quotidien L'Aube", "Radio Nord", "state television": a carrier known by its kind.
  bool add_named_carrier(TokenIndex i) {
    const bool outlet = analysis_->is(i, Tag::OutletNoun);
    const bool broadcast = analysis_->is(i, Tag::BroadcastChannel);
    const bool agency = analysis_->is(i, Tag::AgencyNoun);
    const bool monitor = analysis_->is(i, Tag::MonitorNoun);
    if (!outlet && !broadcast && !agency && !monitor) return false;
    const TokenRange phrase = noun_phrase_around(*analysis_, i);
    const EntityMention* mention = mention_in(phrase, i);
    if (mention != nullptr) return false;  // add_entity() has it, or will
    const HopRole role = monitor  ? HopRole::Monitor
                         : agency ? HopRole::Agency
                         : outlet ? HopRole::Outlet
                                  : HopRole::Broadcaster;
    links_.push_back({.role = role,
                      .tokens = phrase,
                      .anchor = i,
                      .medium = broadcast ? Medium::Broadcast : Medium::Unknown,
                      .subject = opens_clause(phrase.begin)});
    return true;
  }

  void add_channel(TokenIndex i) {
    for (const auto& [tag, medium] : kChannels) {
      const PhraseMatch* match = analysis_->match(i, tag);
      if (match == nullptr) continue;
      const TokenIndex head = i + match->length - 1U;
      TokenRange phrase = noun_phrase_around(*analysis_, head);
      phrase.begin = std::min(phrase.begin, i);
      links_.push_back({.role = HopRole::Channel,
                        .tokens = phrase,
                        .anchor = i,
                        .medium = medium,
                        .subject = opens_clause(phrase.begin)});
      return;
    }
  }

  // "selon le procureur", "according to a witness", "told the police".
  void add_governed(TokenIndex i) {
    const PhraseMatch* source = analysis_->match(i, Tag::SourcePreposition);
    if (source == nullptr) return;
    const TokenRange phrase = noun_phrase_from(*analysis_, i + source->length);
    if (phrase.empty() || mention_in(phrase, phrase.begin) != nullptr) return;
    bool authority = false;
    for (TokenIndex k = phrase.begin; k < phrase.end; ++k) {
      if (analysis_->is(k, Tag::OutletNoun) || analysis_->is(k, Tag::BroadcastChannel) ||
          analysis_->is(k, Tag::TranslationNoun) || quoted_[k]) {
        return;
      }
      authority = authority || analysis_->is(k, Tag::AuthorityNoun);
    }
    links_.push_back(
        {.role = authority ? HopRole::Authority : HopRole::Witness, .tokens = phrase, .anchor = i});
  }

  [[nodiscard]] bool same_sentence(TokenIndex a, TokenIndex b) const {
    return b < analysis_->size() && analysis_->sentence_of(a) == analysis_->sentence_of(b);
  }

  // Whether a word with the tag stands shortly before, only determiners and nouns between.
  [[nodiscard]] bool governed_by(TokenIndex i, Tag tag) const {
    for (TokenIndex back = 1; back <= kGovernorReach && back <= i; ++back) {
      const TokenIndex j = i - back;
      if (!same_sentence(j, i) || analysis_->token(j).kind == TokenKind::Punctuation) return false;
      if (analysis_->within(j, tag)) return true;
    }
    return false;
  }

  // Whether the phrase stands first in its sentence or right after a mark: a subject's place.
  [[nodiscard]] bool opens_clause(TokenIndex begin) const {
    return begin == 0 || !same_sentence(begin - 1, begin) ||
           analysis_->token(begin - 1).kind == TokenKind::Punctuation;
  }

  const Analysis* analysis_;
  std::vector<bool> quoted_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<bool> quoted_tokens(const Analysis& analysis, const std::vector<Draft>& drafts) {
  std::vector<bool> quoted(analysis.size(), false);
  for (const Draft& draft : drafts) {
    if (draft.quotation.form == model::QuotationForm::Indirect) continue;
    for (TokenIndex i = draft.tokens.begin; i < draft.tokens.end; ++i) quoted[i] = true;
  }
  return quoted;
}

std::vector<Link> find_links(const Analysis& analysis, const std::vector<Draft>& drafts) {
  return LinkFinder(analysis, quoted_tokens(analysis, drafts)).find();
}

}  // namespace dixit::parser
