#include "parser/quote/sharing.h"

#include <map>
#include <ranges>
#include <string>
#include <utility>

#include "parser/quote/hops.h"
#include "parser/quote/speakers.h"

namespace dixit::parser {
namespace {

using model::Hop;
using model::HopRole;

// How many paragraphs on a speaker is still taken to speak through the same channel.
constexpr std::uint32_t kSharingParagraphs = 2;

std::uint32_t paragraphs_apart(const Analysis& analysis, const Draft& a, const Draft& b) {
  const std::uint32_t first = analysis.paragraph_of(a.tokens.begin);
  const std::uint32_t second = analysis.paragraph_of(b.tokens.begin);
  return first < second ? second - first : first - second;
}

void share_evidence(const Draft& from, Draft& to) {
  const model::Quotation& first = from.quotation;
  model::Quotation& later = to.quotation;
  if (later.medium == model::Medium::Unknown) later.medium = first.medium;
  later.is_translation = later.is_translation || first.is_translation;
  if (later.report_status == model::ReportStatus::FirstHand) {
    later.report_status = first.report_status;
  }
  if (later.evidential != model::Evidential::Asserted ||
      first.evidential == model::Evidential::Asserted) {
    return;
  }
  later.evidential = first.evidential;
  for (const model::Reason& reason : first.reasons) {
    if (reason.rule.starts_with("evidential.")) later.reasons.push_back(reason);
  }
}

// What others tell of somebody he need not have told the newspaper that once heard him.
bool is_hearsay(const Draft& draft) {
  return draft.quotation.report_status == model::ReportStatus::Alleged ||
         has_hop(draft, HopRole::Witness) || has_hop(draft, HopRole::Authority);
}

bool same_group(const Draft& a, const Draft& b) {
  return a.quotation.group != 0 && a.quotation.group == b.quotation.group;
}

void share(const Analysis& analysis, const Draft& from, Draft& to) {
  const bool group = same_group(from, to);
  const std::uint32_t apart = paragraphs_apart(analysis, from, to);
  const bool near = group || apart <= kSharingParagraphs;
  const bool own_channel = has_hop(to, HopRole::Channel);
  for (const Hop& hop : from.quotation.hops) {
    // Who told of one utterance need not have told of the next.
    if (hop.role == HopRole::Witness && !group) continue;
    if (hop.role == HopRole::Authority && !group && apart > 0) continue;
    if (hop.role == HopRole::Channel && own_channel && !group) continue;
    if (carries_news(hop.role) && !group &&
        ((own_channel && apart > 0) || is_hearsay(to) || is_hearsay(from))) {
      continue;
    }
    if (carries_news(hop.role) || near) insert_hop(to, hop);
  }
  if (group || apart == 0) share_evidence(from, to);
}

}  // namespace

void share_along_speakers(const Analysis& analysis, std::vector<Draft>& drafts) {
  const Speakers speakers(analysis, drafts);
  std::map<std::string, std::size_t, std::less<>> last;  // draft by speaker
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (speakers.key(i).empty()) continue;
    const auto [before, is_first] = last.try_emplace(speakers.key(i), i);
    if (!is_first) {
      pairs.emplace_back(before->second, i);
      share(analysis, drafts[before->second], drafts[i]);
    }
    before->second = i;
  }
  for (const auto& [earlier, later] : pairs | std::views::reverse) {
    share(analysis, drafts[later], drafts[earlier]);
  }
}

}  // namespace dixit::parser
