#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/capture.h"
#include "model/document.h"

namespace dixit::parser {

class Knowledge;

// The parser's front door: bytes and a URL in, what they say out.
//
// Pure: the same input gives the same output on any thread; nothing is read or written besides.
// Thread-safe: `Knowledge` is immutable, so that threads share one.

// Raises with every change that can alter what is read from the same bytes.
inline constexpr std::string_view kExtractorVersion = "0.1.0";

// Pages beyond this are cut before they are parsed; the WARC keeps the whole.
inline constexpr std::size_t kPageBytesMax = 4u << 20;

struct PageInput {
  std::string_view bytes;     // after content decoding; borrowed for the call
  std::string url;            // where they were found; absolute
  std::string content_type;   // the header's value, "" when unknown
  std::string language_hint;  // BCP 47, "" when unknown
  // What a feed's entry or a caller knows; used where the page itself says nothing.
  std::string title_hint;
  std::optional<model::PublishedAt> published_hint;
};

struct TextInput {
  std::string_view text;  // UTF-8; kept unchanged, blank lines part paragraphs
  std::string url;
  std::string title;
  std::string language_hint;
  std::optional<model::PublishedAt> published;
};

enum class LinkKind { Anchor, Feed, Sitemap, Alternate };

struct PageLink {
  LinkKind kind = LinkKind::Anchor;
  std::string url;   // absolute and canonical
  std::string text;  // of the anchor, or the title of the feed
  bool nofollow = false;

  bool operator==(const PageLink&) const = default;
};

// A part of the page left out of the text, and the rule that left it out.
struct Dropped {
  std::string rule;
  std::string excerpt;  // its first words

  bool operator==(const Dropped&) const = default;
};

enum class ParseOutcome {
  Complete,
  Truncated,    // the page was longer than kPageBytesMax, or one text or tag of it beyond limits
  BudgetSpent,  // the tree cost more bytes or time than a page may; metadata was read where
                // possible
};

struct Page {
  model::Document document;
  std::vector<PageLink> links;
  model::OptOuts opt_outs;  // from meta elements; headers are policy's
  ParseOutcome outcome = ParseOutcome::Complete;
  std::vector<Dropped> dropped;
  std::vector<model::Document> posts;  // public posts embedded in it, each a document of its own
};

Page read_page(const Knowledge& knowledge, const PageInput& input);
// The public posts of a payload that is nothing but posts: a platform's JSON, a channel's preview,
// a feed of statuses. Empty when it is something else.
std::vector<model::Document> read_posts(const Knowledge& knowledge, const PageInput& input);

model::Document read_text(const Knowledge& knowledge, const TextInput& input);

}  // namespace dixit::parser
