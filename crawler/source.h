#pragma once

#include <string>
#include <vector>

namespace dixit::crawler {

// What lies behind a source's URL. Auto asks the answer itself: a feed or sitemap is known by its
// root element, whatever its name and type.
enum class SourceKind { Auto, Page, Feed, Sitemap };

// How far links may lead away from a source.
enum class SourceScope {
  Page,    // nowhere: the URL alone, or what a feed or sitemap lists and no further
  Prefix,  // URLs of the same host below the source's path
  Host,    // the same host and port
  Site,    // the same registrable domain, whatever the host in front of it
};

// One place where a crawl begins.
struct Source {
  std::string name;  // for people; the URL when empty
  std::string url;   // http or https
  SourceKind kind = SourceKind::Auto;
  SourceScope scope = SourceScope::Site;
  std::vector<std::string> also;  // further hosts that belong to the source, such as a feed's host
  std::string language;           // BCP 47, a hint for its pages; "" when unknown
  std::string outlet;             // who publishes; "" leaves it to the page

  bool operator==(const Source&) const = default;
};

}  // namespace dixit::crawler
