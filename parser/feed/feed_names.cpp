#include "parser/feed/feed_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

struct Vocabulary {
  std::string_view uri;
  const char* prefix;
};

// Namespaces of the formats and of the modules read here, in lower case, and what feeds wrote for
// them while they were in the making.
constexpr std::array<Vocabulary, 34> kVocabularies{{
    {"", ""},
    {"http://backend.userland.com/rss", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://backend.userland.com/rss2.1", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://purl.org/rss/1.0/modules/rss091#", ""},
    {"http://example.com/newformat#", ""},
    {"http://example.com/necho", ""},
    {"http://purl.org/echo/", ""},
    {"uri/of/echo/namespace#", ""},
    {"http://purl.org/pie/", ""},
    {"http://purl.org/atom/ns#", ""},
    {"http://www.w3.org/2005/atom", ""},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/elements/1.0/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://purl.org/rss/1.0/modules/syndication/", "sy"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"http://www.itunes.com/dtds/podcast-1.0", "itunes"},
    {"http://example.com/dtds/podcast-1.0.dtd", "itunes"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://search.yahoo.com/mrss/", "media"},
    {"http://tools.search.yahoo.com/mrss/", "media"},
    {"http://video.search.yahoo.com/mrss", "media"},
    {"http://video.search.yahoo.com/mrss/", "media"},
    {"http://www.rssboard.org/media-rss", "media"},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    {"http://www.w3.org/2000/svg", "svg"},
    {"http://www.w3.org/1998/math/mathml", "mathml"},
}};

struct ElementName {
  std::string_view name;  // "vocabulary:local", in lower case
  FeedElement element;
};

constexpr std::array<ElementName, 74> kElements{{
    {":abstract", FeedElement::Abstract},
    {":author", FeedElement::Author},
    {":body", FeedElement::Body},
    {":category", FeedElement::Category},
    {":channel", FeedElement::Channel},
    {":cloud", FeedElement::Cloud},
    {":content", FeedElement::Content},
    {":contributor", FeedElement::Contributor},
    {":created", FeedElement::Created},
    {":description", FeedElement::Description},
    {":email", FeedElement::Email},
    {":enclosure", FeedElement::Enclosure},
    {":entry", FeedElement::Entry},
    {":expirationdate", FeedElement::Expired},
    {":feed", FeedElement::AtomFeed},
    {":fullitem", FeedElement::EncodedContent},
    {":guid", FeedElement::Id},
    {":homepage", FeedElement::Url},
    {":id", FeedElement::Id},
    {":image", FeedElement::Skipped},
    {":info", FeedElement::Info},
    {":issued", FeedElement::Published},
    {":item", FeedElement::Entry},
    {":keywords", FeedElement::Category},
    {":language", FeedElement::Language},
    {":lastbuilddate", FeedElement::Updated},
    {":link", FeedElement::Link},
    {":managingeditor", FeedElement::Author},
    {":modified", FeedElement::Updated},
    {":name", FeedElement::Name},
    {":product", FeedElement::Entry},
    {":pubdate", FeedElement::Published},
    {":published", FeedElement::Published},
    {":rss", FeedElement::Rss},
    {":source", FeedElement::Source},
    {":subtitle", FeedElement::Subtitle},
    {":summary", FeedElement::Summary},
    {":tagline", FeedElement::Subtitle},
    {":tags", FeedElement::Tags},
    {":textinput", FeedElement::Skipped},
    {":title", FeedElement::Title},
    {":ttl", FeedElement::UpdateMinutes},
    {":updated", FeedElement::Updated},
    {":uri", FeedElement::Url},
    {":url", FeedElement::Url},
    {":webmaster", FeedElement::Publisher},
    {"content:encoded", FeedElement::EncodedContent},
    {"dc:author", FeedElement::Author},
    {"dc:contributor", FeedElement::Contributor},
    {"dc:creator", FeedElement::Author},
    {"dc:date", FeedElement::Updated},
    {"dc:description", FeedElement::Description},
    {"dc:language", FeedElement::Language},
    {"dc:publisher", FeedElement::Publisher},
    {"dc:subject", FeedElement::Category},
    {"dc:title", FeedElement::Title},
    {"dcterms:created", FeedElement::Created},
    {"dcterms:issued", FeedElement::Published},
    {"dcterms:modified", FeedElement::Updated},
    {"feedburner:browserfriendly", FeedElement::Info},
    {"itunes:author", FeedElement::Author},
    {"itunes:category", FeedElement::ItunesCategory},
    {"itunes:email", FeedElement::Email},
    {"itunes:image", FeedElement::Skipped},
    {"itunes:keywords", FeedElement::ItunesKeywords},
    {"itunes:name", FeedElement::Name},
    {"itunes:owner", FeedElement::Publisher},
    {"itunes:subtitle", FeedElement::Subtitle},
    {"itunes:summary", FeedElement::Summary},
    {"media:category", FeedElement::MediaCategory},
    {"media:keywords", FeedElement::ItunesKeywords},
    {"media:title", FeedElement::MediaTitle},
    {"rdf:rdf", FeedElement::Rdf},
    {"xhtml:body", FeedElement::Body},
}};

static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const ElementName& a, const ElementName& b) {
                               return a.name < b.name;
                             }));

}  // namespace

FeedElement feed_element(std::string_view vocabulary, std::string_view local) {
  const std::string wanted = ascii_lowercase(vocabulary) + ":" + ascii_lowercase(local);
  const auto found = std::lower_bound(
      kElements.begin(), kElements.end(), wanted,
      [](const ElementName& entry, std::string_view name) { return entry.name < name; });
  const bool known = found != kElements.end() && found->name == wanted;
  return known ? found->element : FeedElement::Unknown;
}

const char* vocabulary_of(std::string_view namespace_uri) {
  const std::string wanted = ascii_lowercase(namespace_uri);
  const auto found =
      std::find_if(kVocabularies.begin(), kVocabularies.end(),
                   [&wanted](const Vocabulary& entry) { return entry.uri == wanted; });
  return found == kVocabularies.end() ? nullptr : found->prefix;
}

}  // namespace dixit::parser
