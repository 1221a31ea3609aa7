#include "parser/html/page_links.h"

#include <optional>
#include <set>

#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// The largest home pages link a few thousand addresses.
constexpr std::size_t kLinksMax = 10000;
constexpr std::size_t kAnchorTextBytesMax = 300;

// Whether `word` is one of the words of an attribute such as rel (lower case).
bool has_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    std::size_t end = 0;
    while (end < list.size() && !is_ascii_space(list[end])) ++end;
    if (equals_ignoring_ascii_case(list.substr(0, end), word)) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool is_feed_type(std::string_view type) {
  const std::string lower = ascii_lowercase(type);
  return lower.find("rss+xml") != std::string::npos ||
         lower.find("atom+xml") != std::string::npos ||
         lower.find("rdf+xml") != std::string::npos || lower.find("feed+json") != std::string::npos;
}

std::optional<LinkKind> kind_of_link_element(const Tree& tree, NodeIndex index) {
  const std::string_view rel = tree.attribute(index, "rel");
  if (has_word(rel, "sitemap")) return LinkKind::Sitemap;
  if (has_word(rel, "feed")) return LinkKind::Feed;
  if (!has_word(rel, "alternate") || has_word(rel, "stylesheet")) return std::nullopt;
  if (is_feed_type(tree.attribute(index, "type"))) return LinkKind::Feed;
  return LinkKind::Alternate;
}

class Collector {
 public:
  Collector(const Tree& tree, const model::Url& base) : tree_(tree), base_(base) {}

  std::vector<PageLink> run() {
    for (NodeIndex i = 0; i < tree_.size() && links_.size() < kLinksMax; ++i) {
      if (tree_[i].tag == GUMBO_TAG_LINK) {
        if (const auto kind = kind_of_link_element(tree_, i)) {
          add(i, *kind, std::string(tree_.attribute(i, "title")));
        }
      } else if (tree_[i].tag == GUMBO_TAG_A || tree_[i].tag == GUMBO_TAG_AREA) {
        add(i, LinkKind::Anchor, text_of(i));
      }
    }
    return std::move(links_);
  }

 private:
  // A link inside another, which only tables bring about, has its words there: those of a thousand,
  // each inside the one before, are read once.
  std::string text_of(NodeIndex anchor) {
    if (anchor < text_read_until_) return {};
    text_read_until_ = tree_[anchor].end;
    return tree_.text(anchor, kAnchorTextBytesMax);
  }

  void add(NodeIndex index, LinkKind kind, std::string text) {
    const std::string_view reference = trim_ascii(tree_.attribute(index, "href"));
    if (reference.empty() || reference.front() == '#') return;
    const auto url = parse_url(reference, base_);
    if (!url || (url->scheme != "http" && url->scheme != "https")) return;
    std::string href = url->href.substr(0, url->href.find('#'));
    if (!seen_.emplace(kind, href).second) return;
    text = truncate_utf8(text, kAnchorTextBytesMax);
    links_.push_back({kind, std::move(href), std::move(text),
                      has_word(tree_.attribute(index, "rel"), "nofollow")});
  }

  const Tree& tree_;
  const model::Url& base_;
  NodeIndex text_read_until_ = 0;
  std::vector<PageLink> links_;
  std::set<std::pair<LinkKind, std::string>> seen_;
};

}  // namespace

std::vector<PageLink> read_links(const Tree& tree, const model::Url& base) {
  return Collector(tree, base).run();
}

}  // namespace dixit::parser
