#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/capture.h"
#include "model/document.h"
#include "storage/frontier_records.h"

namespace dixit::parser {
class Knowledge;
}

namespace dixit::crawler {

// Reads a payload, whatever it turns out to be: page, feed or sitemap. Used for what was fetched
// and for what others fetched.

struct Payload {
  std::string_view bytes;  // transfer coding undone, content coding not
  std::string url;
  std::string content_type;  // the headers' values, "" when absent
  std::string content_encoding;
  std::string language_hint;   // BCP 47, "" when unknown
  std::string outlet;          // overrides what the page says; ""
  std::string published_hint;  // as a feed or sitemap had it, ""
  // What it was queued as. The bytes have the last word, except that a list of addresses in plain
  // text is a sitemap only when one was expected.
  storage::UrlKind kind = storage::UrlKind::Page;
};

// A URL that a page links to or a feed or sitemap lists.
struct FoundUrl {
  std::string url;  // absolute
  storage::UrlKind kind = storage::UrlKind::Page;
  bool listed = false;         // by a feed or sitemap
  std::string published_hint;  // ISO 8601, "" when unknown
};

struct Content {
  std::optional<model::Document> document;  // of a page
  std::vector<model::Document> posts;       // public posts: a payload of them, or those in the page
  std::vector<FoundUrl> found;              // in the order of the page
  model::OptOuts opt_outs;                  // what the page itself says
  std::string problem;                      // why it could not be read, ""
};

// Pure; never fails: what cannot be read is left out and named.
Content read_content(const parser::Knowledge& knowledge, const Payload& payload);

}  // namespace dixit::crawler
