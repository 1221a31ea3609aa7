#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parser/html/tree.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// One reader for each platform's way of standing inside a page. Each looks at one element and
// answers only when that is such a post's.

// X's "twitter-tweet" quotation (https://developer.x.com/en/docs/x-for-websites/embedded-tweets).
std::optional<PostReading> read_x_embed(const Tree& tree, NodeIndex element);
// Mastodon's frame and quotation (oEmbed of Mastodon 4.5,
// https://docs.joinmastodon.org/methods/oembed/).
std::optional<PostReading> read_mastodon_embed(const Tree& tree, NodeIndex element);
// Bluesky's "bluesky-embed" quotation (https://docs.bsky.app/docs/advanced-guides/oembed).
std::optional<PostReading> read_bluesky_embed(const Tree& tree, NodeIndex element);
// Telegram's script (https://core.telegram.org/widgets/post).
std::optional<PostReading> read_telegram_embed(const Tree& tree, NodeIndex element);
// Instagram's "instagram-media" quotation (https://developers.facebook.com/docs/instagram/oembed).
std::optional<PostReading> read_instagram_embed(const Tree& tree, NodeIndex element);
// YouTube's frame (https://developers.google.com/youtube/player_parameters).
std::optional<PostReading> read_youtube_embed(const Tree& tree, NodeIndex element);

// --- what they share ----------------------------------------------------------------------------

// The paragraphs of an embed's quotation with its links: the <p> elements inside, without the line
// that names author and date after them.
void read_quoted_paragraphs(const Tree& tree, NodeIndex element, PostReading& reading);

// The text in front of the handle in "— Name (@handle)", as it stands beside the paragraphs; "".
std::string signature_name(const Tree& tree, NodeIndex element);

// The address without query and fragment, https. "" for what is no http(s) URL.
std::string bare_address(std::string_view address);

}  // namespace dixit::parser
