#include "parser/quote/named_descriptions.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Earlier names with the same noun that are tried.
constexpr std::ptrdiff_t kPairsTriedMax = 16;

// Names of bodies that are compared before the text is held to name several.
constexpr std::size_t kBodiesComparedMax = 64;

bool is_definite(const Analysis& analysis, TokenIndex token) {
  return analysis.is(token, Tag::Definite) || analysis.is(token, Tag::Demonstrative);
}

bool ends_apposition(const Analysis& analysis, const Mention& mention) {
  const TokenIndex end = mention.tokens.end;
  if (end >= analysis.size() || !in_same_sentence(analysis, end - 1, end)) return true;
  const char32_t mark = analysis.mark(end);
  return mark == ',' || mark == '.' || mark == ')' || mark == ';' || mark == U'–' || mark == U'—' ||
         analysis.is(end, Tag::RelativePronoun);
}

}  // namespace

NamedDescriptions::NamedDescriptions(const Analysis& analysis, const Mentions& mentions)
    : analysis_(&analysis), mentions_(&mentions) {
  for (MentionIndex m = 0; m < mentions.all().size(); ++m) {
    if (m + 1 < mentions.all().size() && mentions.head_of(m) == m) {
      // The next mention that is no complement of this one.
      MentionIndex next = m + 1;
      while (next < mentions.all().size() && mentions.head_of(next) == m) ++next;
      if (next < mentions.all().size()) read(m, next);
    }
    if (mentions[m].kind == MentionKind::Name) read_name(m);
  }
}

void NamedDescriptions::add(MentionIndex description, MentionIndex name) {
  const std::string noun = fold_word(analysis_->text_of((*mentions_)[description].head));
  by_noun_[noun].push_back({.description = description, .name = name});
  if (description != name) apposed_.try_emplace(description, name);
}

void NamedDescriptions::read(MentionIndex left, MentionIndex right) {
  const Mention& first = (*mentions_)[left];
  const Mention& second = (*mentions_)[right];
  const bool name_first = first.kind == MentionKind::Name;
  const Mention& name = name_first ? first : second;
  const Mention& description = name_first ? second : first;
  if (name.kind != MentionKind::Name || description.kind != MentionKind::Description) return;
  if (!description.can_speak || description.carrier || !agree(name.features, description.features))
    return;
  if (!apposes(first, second) && !links(first, second)) return;
  add(name_first ? right : left, name_first ? left : right);
  if (description.body) bodies_.push_back(name_first ? left : right);
}

// A name tells what it is where a noun that can speak is part of it.
void NamedDescriptions::read_name(MentionIndex index) {
  const Mention& name = (*mentions_)[index];
  if (name.body && analysis_->mention_at(name.head) != nullptr) {
    const Entity& entity =
        analysis_->entities().all()[analysis_->mention_at(name.head)->entity];
    if (entity.kind == EntityKind::ArmedGroup || entity.kind == EntityKind::Organisation) {
      bodies_.push_back(index);
    }
  }
  for (TokenIndex at = name.core.begin; at < name.core.end; ++at) {
    if (!is_speaker_noun(*analysis_, at)) continue;
    by_noun_[fold_word(analysis_->text_of(at))].push_back({.description = index, .name = index});
    if (analysis_->is(at, Tag::BodyNoun)) bodies_.push_back(index);
  }
}

// A comma between, and a mark after the second.
bool NamedDescriptions::apposes(const Mention& left, const Mention& right) const {
  const TokenIndex comma = left.tokens.end;
  return analysis_->mark(comma) == ',' && comma + 1 == right.core.begin && !right.governed &&
         in_same_sentence(*analysis_, comma, right.core.begin) &&
         ends_apposition(*analysis_, right) &&
         (left.kind == MentionKind::Description || is_determiner_like(*analysis_, right.core.begin));
}

// "the Salt Brigade is an armed group", "a group called the Salt Brigade"
bool NamedDescriptions::links(const Mention& left, const Mention& right) const {
  const TokenIndex between = left.tokens.end;
  if (between + 1 != right.core.begin || !in_same_sentence(*analysis_, between, between + 1)) {
    return false;
  }
  if (left.kind == MentionKind::Name) {
    return analysis_->is(between, Tag::Copula) && analysis_->is(right.core.begin, Tag::Indefinite);
  }
  return analysis_->is(between, Tag::NameVerb) || analysis_->is(between, Tag::TitleNoun);
}

bool NamedDescriptions::holds_word(const Mention& mention, std::string_view folded) const {
  for (TokenIndex at = mention.tokens.begin; at < mention.tokens.end; ++at) {
    if (fold_word(analysis_->text_of(at)) == folded) return true;
  }
  return false;
}

// Whether nothing that the description says contradicts the pair: its complement is the same, and
// no adjective sets it apart from others of its kind.
bool NamedDescriptions::fits(const Mention& description, const Pair& pair) const {
  const Mention& other = (*mentions_)[pair.description];
  if (!agree(description.features, (*mentions_)[pair.name].features)) return false;
  const bool complement = description.tokens.end > description.core.end;
  if (complement &&
      !holds_word(other, fold_word(analysis_->text_of(description.tokens.end - 1)))) {
    return false;
  }
  for (TokenIndex at = description.core.begin; at < description.core.end; ++at) {
    if (!analysis_->is(at, Tag::RoleAdjective) && !analysis_->is(at, Tag::Demonym)) continue;
    if (at != description.head && !holds_word(other, fold_word(analysis_->text_of(at)))) {
      return false;
    }
  }
  return true;
}

MentionIndex NamedDescriptions::same_noun(MentionIndex index) const {
  const Mention& description = (*mentions_)[index];
  const auto found = by_noun_.find(fold_word(analysis_->text_of(description.head)));
  if (found == by_noun_.end()) return kNoMention;
  const std::vector<Pair>& pairs = found->second;
  const auto here = std::lower_bound(
      pairs.begin(), pairs.end(), index,
      [](const Pair& pair, MentionIndex mention) { return pair.name < mention; });
  for (auto at = here; at != pairs.begin() && here - at < kPairsTriedMax;) {
    --at;
    if (fits(description, *at)) return at->name;
  }
  // Named only later: told apart only where there is no choice.
  if (pairs.size() == 1 && here != pairs.end() && fits(description, *here)) return here->name;
  return kNoMention;
}

// The only body of the text, however often it is named.
MentionIndex NamedDescriptions::only_body() const {
  if (bodies_.empty() || bodies_.size() > kBodiesComparedMax) return kNoMention;
  const std::string head = fold_word(analysis_->text_of((*mentions_)[bodies_.front()].head));
  const bool one = std::all_of(bodies_.begin(), bodies_.end(), [&](MentionIndex body) {
    return holds_word((*mentions_)[body], head);
  });
  return one ? bodies_.front() : kNoMention;
}

MentionIndex NamedDescriptions::apposed_to(MentionIndex description) const {
  const auto found = apposed_.find(description);
  return found == apposed_.end() ? kNoMention : found->second;
}

MentionIndex NamedDescriptions::name_of(MentionIndex index) const {
  if (const MentionIndex apposed = apposed_to(index); apposed != kNoMention) return apposed;
  const Mention& description = (*mentions_)[index];
  if (!is_definite(*analysis_, description.core.begin)) return kNoMention;
  if (const MentionIndex named = same_noun(index); named != kNoMention) return named;
  if (!analysis_->is(description.head, Tag::BodyNoun) ||
      description.features.number == Number::Plural ||
      description.tokens.end > description.core.end) {
    return kNoMention;
  }
  const MentionIndex body = only_body();
  return body < index ? body : kNoMention;
}

}  // namespace dixit::parser
