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

// How many links back a carrier may have been named that is then called by its kind.
constexpr std::ptrdiff_t kCarriersBack = 16;

constexpr auto kCarriers = std::to_array<std::pair<Tag, HopRole>>({
    {Tag::MonitorNoun, HopRole::Monitor},
    {Tag::AgencyNoun, HopRole::Agency},
    {Tag::OutletNoun, HopRole::Outlet},
    {Tag::BroadcastChannel, HopRole::Broadcaster},
});

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
      : analysis_(&analysis), quoted_(std::move(quoted)) {
    for (const EntityMention& mention : analysis.entity_mentions()) {
      if (analysis.entities().all()[mention.entity].kind != EntityKind::Agency) continue;
      first_agency_ = &mention;
      break;
    }
  }

  std::vector<Link> find() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if (quoted_[i]) continue;
      // A word inside a longer noun is no noun of its own: "news agency", "point de presse".
      if (i >= taken_until_ && !add_translator(i) && !add_entity(i)) add_noun(i);
      add_relay(i);
      add_governed(i);
      add_reporting_clause(i);
    }
    return std::move(links_);
  }

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
                      .medium = *role == HopRole::Channel ? Medium::SocialPost : Medium::Unknown});
    taken_until_ = mention->tokens.end;
    return true;
  }

  // The longest noun at the token that names a carrier or a channel.
  void add_noun(TokenIndex i) {
    const PhraseMatch* longest = nullptr;
    const auto consider = [&](Tag tag) {
      const PhraseMatch* match = analysis_->match(i, tag);
      if (match != nullptr && (longest == nullptr || match->length > longest->length)) {
        longest = match;
      }
    };
    for (const auto& [tag, role] : kCarriers) consider(tag);
    for (const auto& [tag, medium] : kChannels) consider(tag);
    if (longest == nullptr) return;
    taken_until_ = i + longest->length;
    for (const auto& [tag, role] : kCarriers) {
      if (tag == longest->entry.tag) return add_carrier(role, *longest);
    }
    for (const auto& [tag, medium] : kChannels) {
      if (tag == longest->entry.tag) return add_channel(medium, *longest);
    }
  }

  // "le quotidien L'Aube", "Radio Nord", "state television": a carrier known by its kind.
  void add_carrier(HopRole role, const PhraseMatch& noun) {
    const TokenIndex head = noun.begin + noun.length - 1U;
    TokenRange phrase = noun_phrase_around(*analysis_, head);
    phrase.begin = std::min(phrase.begin, noun.begin);
    if (mention_in(phrase, head) != nullptr || apposed(phrase)) return;
    Link link{.role = role,
              .tokens = phrase,
              .anchor = noun.begin,
              .medium = role == HopRole::Broadcaster ? Medium::Broadcast : Medium::Unknown};
    if (!has_name(phrase)) {
      const Link* named = named_carrier(role);
      if (named != nullptr) {
        link.tokens = named->tokens;
        link.entity = named->entity;
      } else if (role == HopRole::Agency && first_agency_ != nullptr) {
        link.tokens = first_agency_->tokens;  // the text names it only later
        link.entity = first_agency_->entity;
      } else if (!reports(phrase)) {
        return;  // "the press", "a newspaper" that nobody cites
      }
    }
    links_.push_back(link);
  }

  void add_channel(Medium medium, const PhraseMatch& noun) {
    const TokenIndex head = noun.begin + noun.length - 1U;
    TokenRange phrase = noun_phrase_around(*analysis_, head);
    phrase.begin = std::min(phrase.begin, noun.begin);
    // Whoever speaks or is interviewed stands there himself: a way of speaking, no go-between.
    const bool in_person = medium == Medium::Speech || medium == Medium::Interview;
    links_.push_back(
        {.role = HopRole::Channel,
         .tokens = phrase,
         .anchor = noun.begin,
         .medium = medium,
         .carries = !in_person && (governed_by(phrase.begin, Tag::ChannelPreposition) ||
                                   analysis_->within(noun.begin, Tag::Write) || reports(phrase) ||
                                   put_out(phrase.begin))});
  }

  // "X, a monitoring group": what stands between commas after a name describes it.
  [[nodiscard]] bool apposed(const TokenRange& phrase) const {
    if (phrase.begin < 2 || analysis_->mark(phrase.begin - 1) != ',') return false;
    return same_sentence(phrase.begin - 2, phrase.begin) &&
           (analysis_->token(phrase.begin - 2).capitalised ||
            analysis_->mention_at(phrase.begin - 2) != nullptr);
  }

  // A capitalised word that does not merely open its sentence.
  [[nodiscard]] bool has_name(const TokenRange& phrase) const {
    for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
      const bool opens = i == 0 || !same_sentence(i - 1, i);
      const bool known = analysis_->is(i, Tag::BroadcastChannel) ||
                         analysis_->is(i, Tag::OutletNoun) || is_determiner(*analysis_, i);
      if (analysis_->token(i).capitalised && !opens && !known) return true;
    }
    return false;
  }

  // The last carrier of the role that had a name: "the newspaper" is that one.
  [[nodiscard]] const Link* named_carrier(HopRole role) const {
    for (auto link = links_.rbegin(); link != links_.rend(); ++link) {
      if (link->role == role && (link->entity != Link::kNoEntity || has_name(link->tokens))) {
        return &*link;
      }
      if (link - links_.rbegin() >= kCarriersBack) break;
    }
    return nullptr;
  }

  // Whether words are laid into the phrase's mouth: a verb of saying follows, or "according to"
  // stands before it.
  [[nodiscard]] bool reports(const TokenRange& phrase) const {
    if (governed_by(phrase.begin, Tag::SourcePreposition)) return true;
    for (TokenIndex i = phrase.end; i < phrase.end + 3 && same_sentence(phrase.begin, i); ++i) {
      if (analysis_->token(i).kind == TokenKind::Punctuation) return false;
      if (analysis_->is(i, Tag::Say) || analysis_->is(i, Tag::Relay) ||
          analysis_->is(i, Tag::Express) || analysis_->is(i, Tag::Warn) ||
          analysis_->is(i, Tag::Threaten)) {
        return true;
      }
    }
    // "proclame ce texte": the verb may stand before its subject.
    return phrase.begin > 0 && same_sentence(phrase.begin - 1, phrase.begin) &&
           (analysis_->is(phrase.begin - 1, Tag::Say) ||
            analysis_->is(phrase.begin - 1, Tag::Express));
  }

  // "published a statement", "received a letter": the object of making known.
  [[nodiscard]] bool put_out(TokenIndex begin) const {
    for (TokenIndex back = 1; back <= kGovernorReach && back <= begin; ++back) {
      const TokenIndex j = begin - back;
      if (!same_sentence(j, begin) || analysis_->token(j).kind == TokenKind::Punctuation) break;
      if (analysis_->is(j, Tag::Write) || analysis_->is(j, Tag::Relay) ||
          analysis_->is(j, Tag::Obtain)) {
        return true;
      }
    }
    return false;
  }

  // "released by Al-Nur Media", "repris par le Courrier du Cap": handed on by somebody named.
  void add_relay(TokenIndex i) {
    if (!analysis_->is(i, Tag::Relay) && !analysis_->is(i, Tag::Obtain)) return;
    for (TokenIndex j = i + 1; j <= i + kGovernorReach && same_sentence(i, j); ++j) {
      if (analysis_->token(j).kind == TokenKind::Punctuation) return;
      if (!analysis_->is(j, Tag::AgentPreposition)) continue;
      const TokenRange phrase = noun_phrase_from(*analysis_, j + 1);
      const bool known = phrase.empty() || !has_name(phrase) ||
                         mention_in(phrase, phrase.begin) != nullptr || quoted_[phrase.begin] ||
                         has_carrier_noun(phrase);
      if (known) return;
      const bool airs = i > 0 && speaks_of_recording(i);
      links_.push_back(
          {.role = airs ? HopRole::Broadcaster : HopRole::Outlet, .tokens = phrase, .anchor = i});
      return;
    }
  }

  [[nodiscard]] bool has_carrier_noun(const TokenRange& phrase) const {
    for (TokenIndex k = phrase.begin; k < phrase.end; ++k) {
      for (const auto& [tag, role] : kCarriers) {
        if (analysis_->is(k, tag)) return true;
      }
    }
    return false;
  }

  // Whether a video or a recording was named shortly before in the sentence.
  [[nodiscard]] bool speaks_of_recording(TokenIndex i) const {
    for (TokenIndex back = 1; back <= kAgentReach && back <= i; ++back) {
      if (!same_sentence(i - back, i)) return false;
      if (analysis_->is(i - back, Tag::VideoChannel) ||
          analysis_->is(i - back, Tag::AudioChannel)) {
        return true;
      }
    }
    return false;
  }

  // "…, its editor said", "a jury heard": a second voice that closes the sentence.
  void add_reporting_clause(TokenIndex i) {
    if (!analysis_->is(i, Tag::Say) && !analysis_->is(i, Tag::Learn)) return;
    TokenIndex comma = i;
    while (comma > 0 && i - comma < kGovernorReach + 2 && analysis_->mark(comma) != ',') --comma;
    if (analysis_->mark(comma) != ',' || !same_sentence(comma, i) || comma + 1 >= i) return;
    const TokenRange phrase{.begin = comma + 1, .end = i};
    if (!is_determiner(*analysis_, phrase.begin)) return;
    std::optional<HopRole> role;
    for (TokenIndex k = phrase.begin; k < phrase.end; ++k) {
      if (quoted_[k] || analysis_->token(k).kind == TokenKind::Punctuation) return;
      if (analysis_->is(k, Tag::AuthorityNoun)) role = HopRole::Authority;
      if (!role && (analysis_->is(k, Tag::RoleNoun) || analysis_->is(k, Tag::WitnessNoun))) {
        role = HopRole::Witness;
      }
      if (analysis_->is(k, Tag::RelativePronoun)) return;
    }
    if (role) links_.push_back({.role = *role, .tokens = phrase, .anchor = phrase.begin});
  }

  // "selon le procureur", "according to a witness", "told the police".
  void add_governed(TokenIndex i) {
    const PhraseMatch* source = analysis_->match(i, Tag::SourcePreposition);
    if (source == nullptr) return;
    TokenRange phrase = noun_phrase_from(*analysis_, i + source->length);
    if (phrase.empty() || mention_in(phrase, phrase.begin) != nullptr) return;
    bool authority = false;
    for (TokenIndex k = phrase.begin; k < phrase.end; ++k) {
      if (analysis_->is(k, Tag::OutletNoun) || analysis_->is(k, Tag::BroadcastChannel) ||
          analysis_->is(k, Tag::TranslationNoun) || quoted_[k]) {
        return;
      }
      authority = authority || analysis_->is(k, Tag::AuthorityNoun);
    }
    phrase.end = end_of_apposed_name(phrase.end);
    links_.push_back(
        {.role = authority ? HopRole::Authority : HopRole::Witness, .tokens = phrase, .anchor = i});
  }

  // "le procureur, Jeanne Morel, …": a name between commas belongs to the noun before it.
  [[nodiscard]] TokenIndex end_of_apposed_name(TokenIndex end) const {
    if (analysis_->mark(end) != ',') return end;
    TokenIndex last = end + 1;
    while (last < analysis_->size() && last < end + kAgentReach &&
           analysis_->token(last).capitalised) {
      ++last;
    }
    return last > end + 1 && analysis_->mark(last) == ',' ? last : end;
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

  const Analysis* analysis_;
  std::vector<bool> quoted_;
  std::vector<Link> links_;
  const EntityMention* first_agency_ = nullptr;
  TokenIndex taken_until_ = 0;
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
