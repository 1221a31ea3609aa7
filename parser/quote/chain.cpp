#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>

#include "parser/quote/evidential.h"
#include "parser/quote/links.h"
#include "parser/quote/noun_phrase.h"
#include "parser/quote/steps.h"

namespace dixit::parser {
namespace {

using model::Hop;
using model::HopRole;

// How many sentences back a message may have been introduced that is then quoted without a speaker.
constexpr std::uint32_t kChannelReachSentences = 3;

// How many paragraphs on a speaker is still taken to speak through the same channel.
constexpr std::uint32_t kSharingParagraphs = 2;

bool overlap(const TokenRange& a, const TokenRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

// The order from the speaker outward to the reader.
int distance_from_speaker(HopRole role) {
  static constexpr auto kOrder =
      std::to_array({HopRole::Speaker, HopRole::Spokesperson, HopRole::Witness, HopRole::Channel,
                     HopRole::Translator, HopRole::Monitor, HopRole::Authority,
                     HopRole::Broadcaster, HopRole::Republisher, HopRole::Outlet, HopRole::Agency});
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), role) - kOrder.begin());
}

bool carries_news(HopRole role) {
  return role == HopRole::Agency || role == HopRole::Outlet || role == HopRole::Broadcaster;
}

// The sentences in which the reporter speaks of a draft: those its words stand in, its cue's and
// its source's.
std::set<std::uint32_t> own_sentences(const Analysis& analysis, const Draft& draft) {
  std::set<std::uint32_t> sentences;
  for (const TokenRange& range : {draft.outer, draft.tokens, draft.cue, draft.source}) {
    if (range.empty()) continue;
    sentences.insert(analysis.sentence_of(range.begin));
    sentences.insert(analysis.sentence_of(range.end - 1));
  }
  return sentences;
}

class ChainReader {
 public:
  ChainReader(const Analysis& analysis, const QuoteContext& context, std::vector<Draft>& drafts)
      : analysis_(&analysis),
        context_(&context),
        drafts_(&drafts),
        links_(find_links(analysis, drafts)) {}

  void read() {
    for (Draft& draft : *drafts_) add_links_of_own_sentences(draft);
    add_outer_speakers();
    for (Draft& draft : *drafts_) {
      add_channel_before(draft);
      read_evidential(*analysis_, draft);
    }
    share_along_speakers();
    read_denials(*analysis_, *drafts_);
    for (Draft& draft : *drafts_) {
      add_credit(draft);
      finish(draft);
    }
  }

 private:
  void add_links_of_own_sentences(Draft& draft) {
    for (const std::uint32_t sentence : own_sentences(*analysis_, draft)) {
      const TokenRange range = analysis_->sentences()[sentence];
      auto link = std::lower_bound(
          links_.begin(), links_.end(), range.begin,
          [](const Link& candidate, TokenIndex token) { return candidate.anchor < token; });
      for (; link != links_.end() && link->anchor < range.end; ++link) {
        if (belongs(*link, draft)) add(draft, *link);
      }
    }
  }

  // Whether a link of a draft's own sentences is a link of its chain rather than its source, or
  // somebody that the indirect words themselves speak of.
  [[nodiscard]] static bool belongs(const Link& link, const Draft& draft) {
    const bool is_source = overlap(link.tokens, draft.source);
    if (link.role == HopRole::Channel) {
      return is_source || (link.carries && !overlap(link.tokens, draft.tokens));
    }
    if (is_source || overlap(link.tokens, draft.tokens)) return false;
    if (link.role == HopRole::Witness || link.role == HopRole::Authority) {
      return !draft.source.empty();
    }
    return true;
  }

  void add(Draft& draft, const Link& link) {
    Hop hop{.role = link.role,
            .name = std::string(analysis_->text_of(link.tokens)),
            .span = byte_span(*analysis_, link.tokens)};
    if (link.entity != Link::kNoEntity) hop.entity = analysis_->entities().all()[link.entity].id;
    mark_hop(*analysis_, link, hop);
    if (!insert(draft, hop)) return;
    add_reason(*analysis_, draft, "chain." + std::string(rule_of(link.role)),
               {.begin = link.anchor, .end = link.anchor + 1});
    if (link.medium != model::Medium::Unknown && draft.quotation.medium == model::Medium::Unknown) {
      draft.quotation.medium = link.medium;
    }
    if (link.role == HopRole::Translator) {
      draft.quotation.is_translation = true;
      // Whoever watches a group and translates what it says is both links.
      if (link.entity != Link::kNoEntity &&
          analysis_->entities().all()[link.entity].kind == EntityKind::Monitor) {
        hop.role = HopRole::Monitor;
        insert(draft, hop);
      }
    }
  }

  static std::string_view rule_of(HopRole role) {
    switch (role) {
      case HopRole::Channel:
        return "channel_phrase";
      case HopRole::Translator:
        return "translated_by";
      case HopRole::Monitor:
        return "monitor_named";
      case HopRole::Agency:
        return "agency_named";
      case HopRole::Outlet:
        return "outlet_named";
      case HopRole::Broadcaster:
        return "broadcaster_named";
      case HopRole::Authority:
        return "authority_cited";
      default:
        return "witness_cited";
    }
  }

  // A hop is one of a role and a name (or entity); a second mention adds nothing.
  static bool insert(Draft& draft, const Hop& hop) {
    const bool known = std::any_of(
        draft.quotation.hops.begin(), draft.quotation.hops.end(), [&hop](const Hop& other) {
          return other.role == hop.role &&
                 (other.name == hop.name || (!hop.entity.empty() && other.entity == hop.entity));
        });
    if (!known) draft.quotation.hops.push_back(hop);
    return !known;
  }

  // Words quoted inside somebody's quoted words reached the reader through him.
  void add_outer_speakers() {
    std::vector<std::size_t> order(drafts_->size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      const TokenRange& first = (*drafts_)[a].tokens;
      const TokenRange& second = (*drafts_)[b].tokens;
      return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
    });
    std::vector<std::size_t> open;  // enclosing drafts, outermost first
    for (const std::size_t index : order) {
      Draft& draft = (*drafts_)[index];
      while (!open.empty() && (*drafts_)[open.back()].tokens.end <= draft.tokens.begin) {
        open.pop_back();
      }
      if (!open.empty()) add_outer_speaker((*drafts_)[open.back()], draft);
      if (open.empty() || (*drafts_)[open.back()].tokens.end >= draft.tokens.end) {
        open.push_back(index);
      }
    }
  }

  void add_outer_speaker(const Draft& outer, Draft& draft) {
    const bool inside = outer.tokens.end >= draft.tokens.end && outer.tokens != draft.tokens;
    if (!inside || !outer.quotation.source) return;
    if (is_outer_speaker(outer, draft)) return;
    const model::Source& source = *outer.quotation.source;
    insert(draft, {.role = HopRole::Witness,
                   .name = printed_name(outer),
                   .span = source.span,
                   .entity = source.entity});
    add_reason(*analysis_, draft, "chain.quoted_within", outer.source);
  }

  // "I told him: …": the one who is quoted quotes himself. Another pronoun of his own words means
  // somebody else, whomever it was resolved to.
  [[nodiscard]] bool is_outer_speaker(const Draft& outer, const Draft& draft) const {
    if (!draft.quotation.source) return false;
    const bool within = !draft.source.empty() && outer.tokens.contains(draft.source.begin);
    if (!within) return draft.quotation.source->name == outer.quotation.source->name;
    const PhraseMatch* pronoun = analysis_->match(draft.source.begin, Tag::Pronoun);
    return pronoun != nullptr && pronoun->entry.features.person == Person::First;
  }

  // As printed, unless a pronoun is all that is printed.
  [[nodiscard]] std::string printed_name(const Draft& draft) const {
    const bool pronoun =
        draft.source.size() == 1 && (analysis_->is(draft.source.begin, Tag::Pronoun) ||
                                     analysis_->is(draft.source.begin, Tag::IndefinitePronoun));
    const std::string& name = draft.quotation.source->name;
    return pronoun && !name.empty() ? name : std::string(analysis_->text_of(draft.source));
  }

  [[nodiscard]] static bool has(const Draft& draft, HopRole role) {
    return std::any_of(draft.quotation.hops.begin(), draft.quotation.hops.end(),
                       [role](const Hop& hop) { return hop.role == role; });
  }

  // "The letter … . «…», it says": a message that speaks for itself was introduced before.
  void add_channel_before(Draft& draft) {
    if (has(draft, HopRole::Channel)) return;
    const bool nobody =
        draft.source.empty() ||
        (draft.source.size() == 1 && analysis_->is(draft.source.begin, Tag::IndefinitePronoun));
    if (!nobody || draft.cue.empty()) return;
    const std::uint32_t sentence = analysis_->sentence_of(draft.tokens.begin);
    for (auto link = links_.rbegin(); link != links_.rend(); ++link) {
      if (link->tokens.begin >= draft.tokens.begin || link->role != HopRole::Channel) continue;
      if (analysis_->sentence_of(link->tokens.begin) + kChannelReachSentences < sentence) return;
      add(draft, *link);
      return;
    }
  }

  // What is said of one stretch holds for the next of the same speaker, and for the one before it:
  // near by the channel and its hands, through the text whom he spoke to.
  void share_along_speakers() {
    std::map<std::string, std::size_t, std::less<>> last;  // draft by speaker
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < drafts_->size(); ++i) {
      const std::optional<model::Source>& source = (*drafts_)[i].quotation.source;
      if (!source) continue;
      const std::string& speaker = source->entity.empty() ? source->name : source->entity;
      const auto [before, is_first] = last.try_emplace(speaker, i);
      if (!is_first) {
        pairs.emplace_back(before->second, i);
        share((*drafts_)[before->second], (*drafts_)[i]);
      }
      before->second = i;
    }
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
      share((*drafts_)[pair->second], (*drafts_)[pair->first]);
    }
  }

  void share(const Draft& from, Draft& to) const {
    const bool group = from.quotation.group != 0 && from.quotation.group == to.quotation.group;
    const bool near = group || paragraphs_apart(from, to) <= kSharingParagraphs;
    const bool own_channel = has(to, HopRole::Channel);
    for (const Hop& hop : from.quotation.hops) {
      if (hop.role == HopRole::Witness && !group) continue;
      if (hop.role == HopRole::Channel && own_channel && !group) continue;
      if (carries_news(hop.role) || near) insert(to, hop);
    }
    if (group || paragraphs_apart(from, to) == 0) share_evidence(from, to);
  }

  [[nodiscard]] std::uint32_t paragraphs_apart(const Draft& a, const Draft& b) const {
    const std::uint32_t first = analysis_->paragraph_of(a.tokens.begin);
    const std::uint32_t second = analysis_->paragraph_of(b.tokens.begin);
    return first < second ? second - first : first - second;
  }

  static void share_evidence(const Draft& from, Draft& to) {
    const model::Quotation& first = from.quotation;
    model::Quotation& later = to.quotation;
    if (later.medium == model::Medium::Unknown) later.medium = first.medium;
    later.is_translation = later.is_translation || first.is_translation;
    if (later.report_status == model::ReportStatus::FirstHand) {
      later.report_status = first.report_status;
    }
    if (later.evidential == model::Evidential::Asserted &&
        first.evidential != model::Evidential::Asserted) {
      later.evidential = first.evidential;
      for (const model::Reason& reason : first.reasons) {
        if (reason.rule.starts_with("evidential.")) later.reasons.push_back(reason);
      }
    }
  }

  // The agency that the whole text is credited to handed on every word of it.
  void add_credit(Draft& draft) {
    for (const model::Agency& agency : context_->credit.agencies) {
      const bool speaks = draft.quotation.source && draft.quotation.source->entity == agency.entity;
      if (speaks) continue;
      insert(draft, {.role = HopRole::Agency,
                     .name = agency.name,
                     .span = context_->credit.span,
                     .entity = agency.entity});
    }
  }

  void finish(Draft& draft) const {
    std::vector<Hop>& hops = draft.quotation.hops;
    if (draft.quotation.source && draft.quotation.report_status != model::ReportStatus::Alleged) {
      const bool relayed = std::any_of(hops.begin(), hops.end(), [](const Hop& hop) {
        return hop.role != HopRole::Channel && hop.role != HopRole::Agency;
      });
      if (relayed) draft.quotation.report_status = model::ReportStatus::Relayed;
    }
    std::stable_sort(hops.begin(), hops.end(), [](const Hop& a, const Hop& b) {
      return distance_from_speaker(a.role) < distance_from_speaker(b.role);
    });
    if (!context_->outlet.empty()) {
      hops.push_back({.role = HopRole::Outlet, .name = context_->outlet});
    }
  }

  const Analysis* analysis_;
  const QuoteContext* context_;
  std::vector<Draft>* drafts_;
  std::vector<Link> links_;
};

}  // namespace

void read_chains(const Analysis& analysis, const QuoteContext& context,
                 std::vector<Draft>& drafts) {
  ChainReader(analysis, context, drafts).read();
}

}  // namespace dixit::parser
