#include "parser/quote/links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "parser/quote/link_carriers.h"
#include "parser/quote/link_channels.h"
#include "parser/quote/link_context.h"
#include "parser/quote/link_hands.h"
#include "parser/quote/link_voices.h"

namespace dixit::parser {
namespace {

const EntityMention* first_agency(const Analysis& analysis) {
  for (const EntityMention& mention : analysis.entity_mentions()) {
    if (analysis.entities().all()[mention.entity].kind == EntityKind::Agency) return &mention;
  }
  return nullptr;
}

// Walks over the reporter's own words once.
class LinkFinder {
 public:
  LinkFinder(const Analysis& analysis, std::vector<bool> quoted)
      : analysis_(&analysis),
        context_(analysis, std::move(quoted)),
        first_agency_(first_agency(analysis)) {}

  std::vector<Link> find() {
    for (TokenIndex i = 0; i < analysis_->size(); ++i) {
      if (context_.quoted(i)) continue;
      // A word inside a longer noun is no noun of its own: "news agency", "point de presse".
      if (i >= taken_until_ && !add(translator_link(context_, i)) && !add_entity(i)) add_noun(i);
      if (!add(relay_link(context_, i))) add(relaying_subject(context_, i));
      add(marked_outlet_link(context_, i));
      add(spokesperson_link(context_, i));
      add(cited_voice(context_, i));
      add(carriers_source(context_, i));
      add(told_authority(context_, i));
      add(reporting_clause(context_, i));
    }
    std::stable_sort(links_.begin(), links_.end(),
                     [](const Link& a, const Link& b) { return a.anchor < b.anchor; });
    drop_doubles();
    return std::move(links_);
  }

 private:
  // "translated by X", "repris par X": what X did says more than what X is.
  void drop_doubles() {
    std::vector<bool> hands(analysis_->size(), false);
    for (const Link& link : links_) {
      if (!is_hand(link)) continue;
      std::fill(hands.begin() + link.tokens.begin, hands.begin() + link.tokens.end, true);
    }
    std::erase_if(links_, [&](const Link& link) {
      return !is_hand(link) && link.tokens.begin < hands.size() && hands[link.tokens.begin];
    });
  }

  static bool is_hand(const Link& link) {
    return link.role == model::HopRole::Translator || link.role == model::HopRole::Republisher;
  }

  bool add(std::optional<Link> link) {
    if (!link) return false;
    links_.push_back(*link);
    return true;
  }

  bool add_entity(TokenIndex i) {
    const EntityMention* mention = analysis_->mention_at(i);
    if (mention == nullptr || mention->tokens.begin != i) return false;
    if (!add(entity_link(context_, *mention))) return false;
    taken_until_ = mention->tokens.end;
    return true;
  }

  // The longest noun at the token that names a carrier or a channel.
  void add_noun(TokenIndex i) {
    const PhraseMatch* noun = nullptr;
    for (const PhraseMatch& match : analysis_->matches(i)) {
      const bool link = carrier_role_of(match.entry.tag) || medium_of(match.entry.tag);
      if (link && (noun == nullptr || match.length > noun->length)) noun = &match;
    }
    if (noun == nullptr) {
      const std::optional<Link> outlet = titled_outlet_link(context_, i);
      if (outlet && add(outlet)) taken_until_ = outlet->tokens.end;
      return;
    }
    taken_until_ = i + noun->length;
    if (const auto role = carrier_role_of(noun->entry.tag)) {
      add(carrier_link(context_, *role, *noun, links_, first_agency_));
    } else if (const auto medium = medium_of(noun->entry.tag);
               medium && !is_no_channel(context_, *noun)) {
      add(channel_link(context_, *medium, *noun));
    }
  }

  const Analysis* analysis_;
  LinkContext context_;
  const EntityMention* first_agency_;
  std::vector<Link> links_;
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
