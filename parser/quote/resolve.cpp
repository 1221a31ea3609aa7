#include "parser/quote/resolve.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Sentences that a pronoun looks back.
constexpr std::uint32_t kPronounReach = 6;

}  // namespace

Resolver::Resolver(const Scene& scene) : scene_(&scene), analysis_(&scene.analysis()) {}

void Resolver::write_source(const Subject& subject, double score, Draft& draft) {
  const Resolution resolution = resolve(subject);
  draft.source = subject.tokens;
  draft.quotation.source = model::Source{.span = byte_span(*analysis_, subject.tokens),
                                         .text = {},
                                         .name = resolution.name,
                                         .entity = resolution.entity,
                                         .score = score};
  add_reason(*analysis_, draft, std::string(subject.rule), subject.tokens);
  if (!resolution.rule.empty()) {
    add_reason(*analysis_, draft, std::string(resolution.rule), subject.tokens);
  }
  if (subject.mention != kNoMention &&
      scene_->mentions()[subject.mention].kind != MentionKind::Pronoun) {
    last_source_ = subject.mention;
  }
}

std::string Resolver::entity_in(TokenRange tokens) const {
  for (TokenIndex at = tokens.begin; at < tokens.end; ++at) {
    if (const EntityMention* mention = analysis_->mention_at(at)) {
      return analysis_->entities().all()[mention->entity].id;
    }
  }
  return {};
}

// The name as printed, without its determiner where what follows is a name.
std::string Resolver::name_of(MentionIndex index) const {
  const Mention& mention = scene_->mentions()[index];
  return std::string(analysis_->text_of(mention.tokens));
}

Resolver::Resolution Resolver::resolve(const Subject& subject) const {
  Resolution resolution;
  resolution.name = std::string(analysis_->text_of(subject.tokens));
  const Mentions& mentions = scene_->mentions();
  if (subject.mention == kNoMention || mentions[subject.mention].kind == MentionKind::Pronoun) {
    Features features;
    if (subject.mention != kNoMention) features = mentions[subject.mention].features;
    if (subject.mention == kNoMention) {
      if (const PhraseMatch* pronoun = analysis_->match(subject.tokens.begin, Tag::Pronoun)) {
        features = pronoun->entry.features;
      }
    }
    if (features.person == Person::First || features.person == Person::Second) return resolution;
    const MentionIndex antecedent = antecedent_of(features, subject.tokens.begin);
    if (antecedent == kNoMention) return resolution;
    const MentionIndex full = fullest_name(antecedent);
    resolution.name = name_of(full);
    resolution.entity = entity_in(mentions[full].core);
    resolution.rule = "resolve.pronoun";
    return resolution;
  }
  const MentionIndex full = fullest_name(subject.mention);
  const bool relative = subject.tokens != mentions[subject.mention].tokens;
  if (full != subject.mention || relative) {
    resolution.name = name_of(full);
    resolution.rule = relative ? "resolve.relative" : "resolve.name";
  } else if (mentions[subject.mention].kind == MentionKind::Description) {
    const MentionIndex named = named_elsewhere(subject.mention);
    if (named != kNoMention) {
      resolution.name = name_of(named);
      resolution.entity = entity_in(mentions[named].core);
      resolution.rule = "resolve.description";
    }
  }
  if (resolution.entity.empty()) resolution.entity = entity_in(mentions[subject.mention].core);
  return resolution;
}

// A later "Smith" is the "John Smith" of elsewhere in the text.
MentionIndex Resolver::fullest_name(MentionIndex index) const {
  const Mentions& mentions = scene_->mentions();
  const Mention& mention = mentions[index];
  if (mention.kind != MentionKind::Name) return index;
  const std::string last = fold_word(analysis_->text_of(mention.core.end - 1));
  MentionIndex best = index;
  for (MentionIndex m = 0; m < mentions.all().size(); ++m) {
    const Mention& other = mentions[m];
    if (other.kind != MentionKind::Name || other.core.size() <= mentions[best].core.size())
      continue;
    if (fold_word(analysis_->text_of(other.core.end - 1)) != last) continue;
    if (!agree(other.features, mention.features)) continue;
    best = m;
  }
  return best;
}

MentionIndex Resolver::antecedent_of(const Features& features, TokenIndex before) const {
  const Mentions& mentions = scene_->mentions();
  const auto fits = [&](const Mention& mention) {
    return mention.kind != MentionKind::Pronoun && mention.can_speak &&
           agree(mention.features, features);
  };
  if (last_source_ != kNoMention && fits(mentions[last_source_])) {
    const std::uint32_t then = analysis_->sentence_of(mentions[last_source_].core.begin);
    if (then + kPronounReach >= analysis_->sentence_of(before)) return last_source_;
  }
  MentionIndex governed = kNoMention;
  for (MentionIndex m = mentions.from(before); m-- > 0;) {
    const Mention& mention = mentions[m];
    if (analysis_->sentence_of(mention.core.begin) + kPronounReach <
        analysis_->sentence_of(before)) {
      break;
    }
    if (scene_->region_of(mention.core.begin) != scene_->region_of(before) || !fits(mention)) {
      continue;
    }
    if (!mention.governed) return m;
    if (governed == kNoMention) governed = m;
  }
  return governed;
}

// "the minister" is the "minister John Smith" of elsewhere.
MentionIndex Resolver::named_elsewhere(MentionIndex index) const {
  const Mentions& mentions = scene_->mentions();
  const Mention& description = mentions[index];
  if (!analysis_->is(description.core.begin, Tag::Definite) &&
      !analysis_->is(description.core.begin, Tag::Demonstrative)) {
    return kNoMention;
  }
  for (TokenIndex at = description.core.begin; at < description.core.end; ++at) {
    if (!is_speaker_noun(*analysis_, at)) continue;
    const std::string head = fold_word(analysis_->text_of(at));
    for (MentionIndex m = index; m-- > 0;) {
      const Mention& other = mentions[m];
      if (other.kind != MentionKind::Name) continue;
      for (TokenIndex k = other.core.begin; k < other.core.end; ++k) {
        if (fold_word(analysis_->text_of(k)) == head) return m;
      }
    }
  }
  return kNoMention;
}

}  // namespace dixit::parser
