#include "parser/quote/teller.h"

#include <optional>
#include <string>

#include "parser/quote/link_carriers.h"

namespace dixit::parser {
namespace {

// "the state news agency", "the investigators": the role that the noun says, before any genitive.
// "A newspaper editor" is no newspaper.
model::HopRole role_of_noun(const Analysis& analysis, TokenRange source) {
  static const TagSet kPersons = tag_set({Tag::RoleNoun, Tag::KinNoun, Tag::WitnessNoun});
  std::optional<model::HopRole> carrier;
  for (TokenIndex i = source.begin; i < source.end; ++i) {
    if (i > source.begin && analysis.is(i, Tag::Genitive)) break;
    if (analysis.is(i, Tag::AuthorityNoun)) return model::HopRole::Authority;
    if (analysis.is_any(i, kPersons)) return model::HopRole::Witness;
    for (const PhraseMatch& phrase : analysis.matches(i)) {
      if (!carrier) carrier = carrier_role_of(phrase.entry.tag);
    }
  }
  return carrier.value_or(model::HopRole::Witness);
}

}  // namespace

model::Hop teller_hop(const Analysis& analysis, TokenRange told, const model::Source& source) {
  for (TokenIndex i = told.begin; i < told.end; ++i) {
    const EntityMention* known = analysis.mention_at(i);
    if (known == nullptr) continue;
    const Entity& entity = analysis.entities().all()[known->entity];
    const auto role = carrier_role_of(entity.kind);
    if (!role) break;
    return {.role = *role,
            .name = std::string(analysis.text_of(known->tokens)),
            .span = byte_span(analysis, known->tokens),
            .entity = entity.id};
  }
  return {.role = role_of_noun(analysis, told),
          .name = source.name,
          .span = source.span,
          .entity = source.entity};
}

}  // namespace dixit::parser
