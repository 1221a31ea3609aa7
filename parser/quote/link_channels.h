#pragma once

#include <optional>

#include "parser/quote/link_context.h"
#include "parser/quote/links.h"

namespace dixit::parser {

// "in a letter", "un communiqué", "on the phone": the medium that words were uttered in.
// `noun` is the channel's noun as the lexicon knows it, unless is_no_channel().
Link channel_link(const LinkContext& context, model::Medium medium, const PhraseMatch& noun);

// Whether the noun only looks like a channel's: it owns something, or is part of a verb.
bool is_no_channel(const LinkContext& context, const PhraseMatch& noun);

// The medium that a class of channel nouns stands for, nothing for another class.
std::optional<model::Medium> medium_of(Tag tag);

// "on Twitter", "un audio de WhatsApp": a platform that words were posted on.
bool is_channel_platform(const LinkContext& context, const TokenRange& name);

}  // namespace dixit::parser
