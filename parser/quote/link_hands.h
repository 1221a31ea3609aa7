#pragma once

#include <optional>

#include "parser/quote/link_context.h"
#include "parser/quote/links.h"

namespace dixit::parser {

// Those through whose hands words went, told by what they did to them.

// "traduit en anglais par X", "according to a translation by X".
std::optional<Link> translator_link(const LinkContext& context, TokenIndex token);

// "released by Al-Nur Media", "repris par le Courrier du Cap": handed on by somebody named.
std::optional<Link> relay_link(const LinkContext& context, TokenIndex token);

// "a recording that Tern Media aired" where the language puts the verb first.
std::optional<Link> relaying_subject(const LinkContext& context, TokenIndex token);

// "told the “Herald”": a newspaper's name in marks, after the word that says who was told.
std::optional<Link> marked_outlet_link(const LinkContext& context, TokenIndex token);

// "read out by its spokesman", "par la voix de son porte-parole, X": who spoke for the speaker.
std::optional<Link> spokesperson_link(const LinkContext& context, TokenIndex token);

}  // namespace dixit::parser
