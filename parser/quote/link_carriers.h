#pragma once

#include <optional>
#include <span>

#include "parser/quote/link_context.h"
#include "parser/quote/links.h"

namespace dixit::parser {

// The role of a class of carrier nouns: monitoring group, news agency, newspaper, station.
std::optional<model::HopRole> carrier_role_of(Tag tag);
// The same of somebody known by name.
std::optional<model::HopRole> carrier_role_of(EntityKind kind);

// Whether a carrier's noun stands in the phrase.
bool has_carrier_noun(const LinkContext& context, const TokenRange& phrase);

// The entity at its first token as a link: a known monitor, agency, outlet or station; a platform
// that something was posted on.
std::optional<Link> entity_link(const LinkContext& context, const EntityMention& mention);

// "le quotidien L'Aube", "Radio Nord", "state television": a carrier known by its kind. One without
// a name is the last of its kind that had one in `before`, or the agency of the text.
std::optional<Link> carrier_link(const LinkContext& context, model::HopRole role,
                                 const PhraseMatch& noun, std::span<const Link> before,
                                 const EntityMention* first_agency);

// "told the Harbour Herald": a name that newspapers bear, where words are told, quoted or reported.
std::optional<Link> titled_outlet_link(const LinkContext& context, TokenIndex token);

}  // namespace dixit::parser
