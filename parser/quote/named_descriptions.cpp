#include "parser/quote/named_descriptions.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Earlier names with the same noun that are tried.
constexpr std::ptrdiff_t kPairsTriedMax = 16;

bool is_definite(const Analysis& analysis, TokenIndex token) {
  return analysis.is(token, Tag::Definite) || analysis.is(token, Tag::Demonstrative);
}

// Whether a word of the name is one that only persons bear.
bool is_person_name(const Analysis& analysis, const Mention& name) {
  static const TagSet kTags = tag_set({Tag::GivenName, Tag::Title});
  for (TokenIndex at = name.core.begin; at < name.core.end; ++at) {
    if (analysis.is_any(at, kTags)) return true;
  }
  return false;
}

// What is apposed need not share its noun's gender.
bool agree_in_number(const Mention& a, const Mention& b) {
  return a.features.number == Number::Any || b.features.number == Number::Any ||
         a.features.number == b.features.number;
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
    : analysis_(&analysis), mentions_(&mentions), bodies_(analysis, mentions) {
  for (MentionIndex m = 0; m < mentions.all().size(); ++m) {
    if (mentions[m].kind == MentionKind::Name) read_name(m);
    const MentionIndex next = mentions.from(mentions[m].tokens.end);
    if (next < mentions.all().size()) read(m, next);
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
  if (!description.can_speak || description.carrier || !agree_in_number(name, description) ||
      (description.body && is_person_name(*analysis_, name))) {
    return;
  }
  if (!apposes(first, second) && !links(first, second)) return;
  add(name_first ? right : left, name_first ? left : right);
  bodies_.note_described(name_first ? left : right, description);
}

// A name tells what it is where a noun that can speak is part of it.
void NamedDescriptions::read_name(MentionIndex index) {
  bodies_.note_name(index);
  const TokenRange& core = (*mentions_)[index].core;
  for (TokenIndex at = core.begin; at < core.end; ++at) {
    if (!is_speaker_noun(*analysis_, at)) continue;
    by_noun_[fold_word(analysis_->text_of(at))].push_back({.description = index, .name = index});
  }
}

// A comma between, and a mark after the second.
bool NamedDescriptions::apposes(const Mention& left, const Mention& right) const {
  const TokenIndex comma = left.tokens.end;
  const TokenIndex begin = right.core.begin;
  if (analysis_->mark(comma) != ',' || comma + 1 != begin || right.governed ||
      !in_same_sentence(*analysis_, comma, begin)) {
    return false;
  }
  if (left.kind == MentionKind::Description) return ends_apposition(*analysis_, right);
  // "recorded by Smith, a man says": what goes on with a verb after a name that a preposition
  // governs is the clause's own subject.
  if (analysis_->is(begin, Tag::Indefinite)) {
    return !left.governed || ends_apposition(*analysis_, right) ||
           (verb_moods(*analysis_, right.tokens.end) & kFiniteMoods) == 0;
  }
  // "la Brigade du Sel, groupe armé": without an article where adjectives follow their noun.
  const bool bare = analysis_->language().grammar.adjective_after_noun && right.head == begin;
  return (bare || is_determiner_like(*analysis_, begin)) && ends_apposition(*analysis_, right);
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
  if (!agree_in_number(description, (*mentions_)[pair.name])) return false;
  const bool complement = description.tokens.end > description.core.end;
  if (complement && !holds_word(other, fold_word(analysis_->text_of(description.tokens.end - 1)))) {
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
  const auto here =
      std::lower_bound(pairs.begin(), pairs.end(), index,
                       [](const Pair& pair, MentionIndex mention) { return pair.name < mention; });
  for (auto at = here; at != pairs.begin() && here - at < kPairsTriedMax;) {
    --at;
    if (fits(description, *at)) return at->name;
  }
  return kNoMention;
}

MentionIndex NamedDescriptions::apposed_to(MentionIndex description) const {
  const auto found = apposed_.find(description);
  return found == apposed_.end() ? kNoMention : found->second;
}

MentionIndex NamedDescriptions::name_of(MentionIndex index) const {
  if (const MentionIndex apposed = apposed_to(index); apposed != kNoMention) return apposed;
  const Mention& description = (*mentions_)[index];
  if (!is_definite(*analysis_, description.core.begin)) return kNoMention;
  if (!analysis_->is(description.head, Tag::BodyNoun)) return same_noun(index);
  const bool one = description.features.number != Number::Plural &&
                   description.tokens.end == description.core.end;
  return one ? bodies_.meant_by(index) : kNoMention;
}

}  // namespace dixit::parser
