#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/post.h"
#include "model/quotation.h"
#include "model/span.h"

namespace dixit::model {

enum class DatePrecision { Minute, Hour, Day, Month, Year };
enum class DateSource { JsonLd, Meta, Microdata, TimeElement, Url, Visible, Feed, Given };

// When a document was first published, as exactly as the page says and no more.
struct PublishedAt {
  std::string value;  // ISO 8601 cut to `precision`, with the UTC offset when the page gives one
  DatePrecision precision = DatePrecision::Day;
  DateSource source = DateSource::Visible;
  std::int64_t unix_seconds =
      0;  // start of the stated minute, day, ...; UTC when no offset is given

  bool operator==(const PublishedAt&) const = default;
};

enum class BlockKind { Paragraph, Heading, Blockquote, ListItem, Caption, EmbeddedPost };

// A stretch of Document::text with one role on the page. Blocks cover the text line by line.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  Span span;
  std::string author;  // of an embedded post
  std::string url;     // of an embedded post or a blockquote's cite

  bool operator==(const Block&) const = default;
};

struct Agency {
  std::string name;    // as printed
  std::string entity;  // id in config/entities.toml

  bool operator==(const Agency&) const = default;
};

// The line that says where a text comes from, such as a byline's or a foot's agency names.
struct Credit {
  std::string text;  // as printed, "" when the page has none
  std::optional<Span> span;
  std::vector<Agency> agencies;

  bool operator==(const Credit&) const = default;
};

enum class SyndicationRole { Unknown, Original, WireCopy, Rewrite, Translation };
enum class AccessStatus { Public, Restricted, Redacted, Erased };

// The article or post read from a capture.
struct Document {
  std::string id;             // first 16 bytes of SHA-256 over page URL and text, in hex
  std::string capture_id;     // "" until stored
  std::string url;            // of the capture
  std::string canonical_url;  // as the page declares it, else `url`
  // What versions of the page have in common: `canonical_url`, unless it is another site's.
  std::string page_url;
  std::string outlet;  // who publishes: site name as printed, else the host
  std::string title;
  std::vector<std::string> authors;
  std::optional<PublishedAt> published_at;
  std::string language;  // BCP 47, "und" when unknown
  bool is_article = false;
  std::vector<Block> blocks;
  std::string text;  // UTF-8, one block a line
  Credit credit;
  SyndicationRole syndication_role = SyndicationRole::Unknown;
  AccessStatus access_status = AccessStatus::Public;
  std::optional<Post> post;           // of a public post, which is no article
  std::vector<Quotation> quotations;  // by start
  // Quotations beyond the parser's limits, and words between marks that it did not read for them.
  std::size_t quotations_left_out = 0;
  std::string extractor_version;

  bool operator==(const Document&) const = default;
};

}  // namespace dixit::model
