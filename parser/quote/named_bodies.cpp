#include "parser/quote/named_bodies.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Names before a description that are compared; a text about more groups leaves it open.
constexpr std::size_t kNamesComparedMax = 64;

std::optional<EntityKind> kind_of(const Analysis& analysis, const Mention& name) {
  for (TokenIndex at = name.core.begin; at < name.tokens.end; ++at) {
    if (const EntityMention* known = analysis.mention_at(at)) {
      return analysis.entities().all()[known->entity].kind;
    }
  }
  return std::nullopt;
}

bool is_group(EntityKind kind) {
  return kind == EntityKind::ArmedGroup || kind == EntityKind::Organisation;
}

}  // namespace

void NamedBodies::note_name(MentionIndex index) {
  const Mention& name = (*mentions_)[index];
  // "la Sal" of "la Brigada de la Sal" is no name of its own.
  if (const EntityMention* known = analysis_->mention_at(name.core.begin);
      known != nullptr && known->tokens.begin < name.core.begin) {
    return;
  }
  if (const std::optional<EntityKind> kind = kind_of(*analysis_, name)) {
    if (is_group(*kind)) names_.push_back(index);
    return;
  }
  for (TokenIndex at = name.core.begin; at < name.core.end; ++at) {
    if (!analysis_->is(at, Tag::BodyNoun)) continue;
    names_.push_back(index);
    return;
  }
}

void NamedBodies::note_described(MentionIndex index, const Mention& description) {
  static const TagSet kWatchers =
      tag_set({Tag::MonitorNoun, Tag::AgencyNoun, Tag::OutletNoun, Tag::AuthorityNoun});
  if (!description.body) return;
  const std::optional<EntityKind> kind = kind_of(*analysis_, (*mentions_)[index]);
  if (kind && !is_group(*kind)) return;
  for (TokenIndex at = description.core.begin; at < description.core.end; ++at) {
    if (analysis_->is_any(at, kWatchers)) return;
  }
  if (names_.empty() || names_.back() != index) names_.push_back(index);
}

bool NamedBodies::is_armed(MentionIndex name) const {
  return kind_of(*analysis_, (*mentions_)[name]) == EntityKind::ArmedGroup;
}

bool NamedBodies::same(MentionIndex a, MentionIndex b) const {
  const auto word = [&](MentionIndex index) {
    return fold_word(analysis_->text_of((*mentions_)[index].tokens.end - 1));
  };
  return word(a) == word(b);
}

MentionIndex NamedBodies::only_or_last_subject(const std::vector<MentionIndex>& named) const {
  if (named.empty()) return kNoMention;
  if (std::all_of(named.begin(), named.end(),
                  [&](MentionIndex name) { return same(name, named.front()); })) {
    return named.front();
  }
  for (const MentionIndex name : std::views::reverse(named)) {
    if (!(*mentions_)[name].governed) return name;
  }
  return kNoMention;
}

MentionIndex NamedBodies::meant_by(MentionIndex description) const {
  const auto end = std::lower_bound(names_.begin(), names_.end(), description);
  const auto count = static_cast<std::size_t>(end - names_.begin());
  const auto first = count > kNamesComparedMax ? end - kNamesComparedMax : names_.begin();
  std::vector<MentionIndex> armed;
  std::copy_if(first, end, std::back_inserter(armed),
               [&](MentionIndex name) { return is_armed(name); });
  if (!armed.empty()) return only_or_last_subject(armed);
  return only_or_last_subject({first, end});
}

}  // namespace dixit::parser
