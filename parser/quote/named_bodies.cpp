#include "parser/quote/named_bodies.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <utility>

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

// "the operation targets the Reed Brigade": what follows a verb that does not report is its object.
bool is_object(const Analysis& analysis, const Mention& mention) {
  static const TagSet kReporting = tag_set({Tag::Say, Tag::Write});
  const TokenIndex begin = mention.core.begin;
  return begin > 0 && in_same_sentence(analysis, begin - 1, begin) &&
         (verb_moods(analysis, begin - 1) & kFiniteMoods) != 0 &&
         !analysis.is_any(begin - 1, kReporting);
}

// Whether a word says that the group watches and reports on others.
bool watches(const Analysis& analysis, TokenRange words) {
  static const TagSet kWatchers =
      tag_set({Tag::MonitorNoun, Tag::AgencyNoun, Tag::OutletNoun, Tag::AuthorityNoun});
  for (TokenIndex at = words.begin; at < words.end; ++at) {
    if (analysis.is_any(at, kWatchers)) return true;
  }
  return false;
}

}  // namespace

void NamedBodies::note_name(MentionIndex index) {
  const Mention& name = (*mentions_)[index];
  // "la Sal" of "la Brigada de la Sal" is no name of its own.
  if (const EntityMention* known = analysis_->mention_at(name.core.begin);
      known != nullptr && known->tokens.begin < name.core.begin) {
    return;
  }
  const std::optional<EntityKind> kind = kind_of(*analysis_, name);
  if (kind ? !is_group(*kind) : watches(*analysis_, name.core)) return;
  Body body{index, {}};
  for (TokenIndex at = name.core.begin; at < name.core.end; ++at) {
    if (analysis_->is(at, Tag::BodyNoun)) {
      body.nouns.push_back(fold_word(analysis_->text_of(at)));
    }
  }
  if (kind || !body.nouns.empty()) bodies_.push_back(std::move(body));
}

void NamedBodies::note_described(MentionIndex index, const Mention& description) {
  if (!description.body) return;
  const std::optional<EntityKind> kind = kind_of(*analysis_, (*mentions_)[index]);
  if (kind && !is_group(*kind)) return;
  if (watches(*analysis_, description.core)) return;
  if (bodies_.empty() || bodies_.back().name != index) bodies_.push_back({index, {}});
  bodies_.back().nouns.push_back(fold_word(analysis_->text_of(description.head)));
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
    const Mention& mention = (*mentions_)[name];
    if (!mention.governed && !is_object(*analysis_, mention)) return name;
  }
  return kNoMention;
}

template <typename Test>
std::vector<MentionIndex> NamedBodies::named_before(MentionIndex description, Test test) const {
  const auto end = std::ranges::lower_bound(bodies_, description, {}, &Body::name);
  const auto count = static_cast<std::size_t>(end - bodies_.begin());
  std::vector<MentionIndex> named;
  for (auto at = count > kNamesComparedMax ? end - kNamesComparedMax : bodies_.begin(); at != end;
       ++at) {
    if (test(*at)) named.push_back(at->name);
  }
  return named;
}

MentionIndex NamedBodies::meant_by(MentionIndex description) const {
  const std::string noun = fold_word(analysis_->text_of((*mentions_)[description].head));
  const auto is_called = [&](const Body& body) {
    return std::ranges::find(body.nouns, noun) != body.nouns.end();
  };
  const auto armed = [&](const Body& body) { return is_armed(body.name); };
  const auto meant = [&](auto test) {
    return only_or_last_subject(named_before(description, test));
  };
  // Whoever else may be meant must not have been the subject since.
  const auto unless = [&](MentionIndex found, auto test) {
    const MentionIndex rival = meant(test);
    return rival != kNoMention && same(found, rival) ? found : kNoMention;
  };
  if (const MentionIndex found = meant(is_called); found != kNoMention) {
    return unless(found, [&](const Body& body) { return is_called(body) || armed(body); });
  }
  if (const MentionIndex found = meant(armed); found != kNoMention) {
    return unless(found, [&](const Body& body) { return armed(body) || !body.nouns.empty(); });
  }
  return meant([](const Body&) { return true; });
}

}  // namespace dixit::parser
