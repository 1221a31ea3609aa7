#pragma once

#include <string_view>

namespace dixit::parser {

// What an element of a feed means, whatever its format calls it.
enum class FeedElement {
  Unknown,
  Rss,
  Rdf,
  AtomFeed,
  CdfChannel,
  Channel,
  Entry,
  Skipped,  // an image or text input, whose title and link are not the feed's
  Title,
  MediaTitle,
  Link,
  Id,
  Summary,
  Description,
  Abstract,
  Content,
  EncodedContent,
  Body,
  Subtitle,
  Info,
  Author,
  Contributor,
  Publisher,
  Name,
  Email,
  Url,
  Published,
  Updated,
  Created,
  Expired,
  Category,
  ItunesCategory,
  ItunesKeywords,
  MediaCategory,
  Tags,
  Enclosure,
  Source,
  Language,
  UpdateMinutes,
  Cloud,
};

// `vocabulary` is what vocabulary_of() says of the element's namespace or, where that is not known,
// its prefix; `local` is its name without prefix, in any case.
FeedElement feed_element(std::string_view vocabulary, std::string_view local);

// The customary prefix of a namespace ("dc", "media", "" for the feed formats themselves), or
// nullptr when it is none that feeds use.
const char* vocabulary_of(std::string_view namespace_uri);

}  // namespace dixit::parser
