#include "parser/feed/sitemap_xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "parser/feed/feed_date.h"
#include "parser/feed/xml_tree.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

constexpr std::string_view kProtocolNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

// <url> in <url> is a mistake that happens; more of it is none of ours.
constexpr int kNestingMax = 4;

// A keyword list of a news sitemap has ten (Google's own bound, while it had one).
constexpr std::size_t kKeywordsMax = 100;

std::string element_text(const pugi::xml_node& element) {
  return std::string(trim_ascii(text_inside(element)));
}

bool is_named(const pugi::xml_node& element, std::string_view local) {
  return element.type() == pugi::node_element &&
         equals_ignoring_ascii_case(split_name(element.name()).local, local);
}

std::string change_frequency(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords{"always",  "hourly", "daily", "weekly",
                                                   "monthly", "yearly", "never"};
  std::string lower = ascii_lowercase(text);
  const bool known = std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
  return known ? lower : "";
}

double priority_of(std::string_view text) {
  constexpr double kDefault = 0.5;
  double value = kDefault;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool in_range = error == std::errc() && std::isfinite(value) && value >= 0 && value <= 1;
  return in_range ? value : kDefault;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty() && out.size() < kKeywordsMax) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view item = trim_ascii(text.substr(0, comma));
    if (!item.empty()) out.emplace_back(item);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return out;
}

SitemapNews read_news(const pugi::xml_node& element) {
  SitemapNews news;
  for (const pugi::xml_node& child : element) {
    if (is_named(child, "publication")) {
      for (const pugi::xml_node& part : child) {
        if (is_named(part, "name")) news.publication_name = element_text(part);
        if (is_named(part, "language")) news.publication_language = element_text(part);
      }
    }
    if (is_named(child, "publication_date")) {
      news.publication_date = element_text(child);
      news.published = parse_feed_date(news.publication_date);
    }
    if (is_named(child, "title")) news.title = element_text(child);
    if (is_named(child, "keywords")) news.keywords = split_list(element_text(child));
    if (is_named(child, "genres")) news.genres = split_list(element_text(child));
    if (is_named(child, "stock_tickers")) news.stock_tickers = split_list(element_text(child));
  }
  return news;
}

class SitemapReader {
 public:
  SitemapReader(Sitemap& sitemap, const SitemapBase& base) : sitemap_(sitemap), base_(base) {}

  void read(const pugi::xml_node& root) {
    prefix_ = split_name(root.name()).prefix;
    for (const pugi::xml_node& child : root) {
      if (is_item(child)) read_item(child, 0);
    }
  }

 private:
  bool is_own(const pugi::xml_node& element, std::string_view local) const {
    return is_named(element, local) && split_name(element.name()).prefix == prefix_;
  }

  bool is_item(const pugi::xml_node& element) const {
    return is_own(element, "url") || is_own(element, "sitemap");
  }

  // Several <loc> in one <url> are as many entries, each with what follows it.
  void read_item(const pugi::xml_node& element, int nesting) {
    SitemapEntry entry;
    // Some leave the <loc> out.
    const std::string bare = has_child_elements(element) ? "" : element_text(element);
    if (base_.is_absolute(bare)) entry.loc = base_.absolute(bare);
    for (const pugi::xml_node& child : element) {
      if (is_own(child, "loc")) {
        finish(std::move(entry));
        entry = SitemapEntry{};
        entry.loc = base_.absolute(text_inside(child));
      } else if (is_item(child) && nesting < kNestingMax) {
        read_item(child, nesting + 1);
      } else {
        read_detail(child, entry);
      }
    }
    finish(std::move(entry));
  }

  void read_detail(const pugi::xml_node& element, SitemapEntry& entry) const {
    if (is_own(element, "lastmod")) entry.lastmod = parse_feed_date(element_text(element));
    if (is_own(element, "changefreq")) entry.changefreq = change_frequency(element_text(element));
    if (is_own(element, "priority")) entry.priority = priority_of(element_text(element));
    if (is_named(element, "news") && !is_own(element, "news")) entry.news = read_news(element);
  }

  void finish(SitemapEntry entry) {
    if (entry.loc.empty()) return;
    if (sitemap_.entries.size() >= kSitemapUrlsMax) {
      sitemap_.truncated = true;
      return;
    }
    entry.within_location = sitemap_.kind == SitemapKind::Index || base_.covers(entry.loc);
    sitemap_.entries.push_back(std::move(entry));
  }

  Sitemap& sitemap_;
  const SitemapBase& base_;
  std::string_view prefix_;
};

pugi::xml_node find_root(const pugi::xml_document& document) {
  for (const pugi::xml_node& child : document) {
    if (is_named(child, "urlset") || is_named(child, "sitemapindex")) return child;
  }
  return {};
}

bool is_in_protocol_namespace(const pugi::xml_node& root) {
  std::vector<NamespaceBinding> bindings;
  bind_namespaces(bindings, root);
  const std::string* uri = find_namespace(bindings, split_name(root.name()).prefix);
  return uri != nullptr && *uri == kProtocolNamespace;
}

}  // namespace

SitemapBase::SitemapBase(std::string_view url) {
  const auto parsed = parse_url(url);
  if (!parsed) return;
  url_ = *parsed;
  folder_ = origin_of(*url_) + url_->path.substr(0, url_->path.rfind('/') + 1);
}

bool SitemapBase::is_absolute(std::string_view text) const {
  return starts_with_ignoring_ascii_case(text, "http://") ||
         starts_with_ignoring_ascii_case(text, "https://") ||
         starts_with_ignoring_ascii_case(text, "www.");
}

std::string SitemapBase::absolute(std::string_view loc) const {
  // Editors pad addresses with spaces of every kind.
  loc = trim_white_space(loc);
  if (loc.empty()) return "";
  const bool lacks_scheme = starts_with_ignoring_ascii_case(loc, "www.");
  const std::string text = (lacks_scheme ? "http://" : "") + std::string(loc);
  const auto url = url_ ? parse_url(text, *url_) : parse_url(text);
  if (!url || (url->scheme != "http" && url->scheme != "https")) return "";
  return url->href.substr(0, url->href.find('#'));
}

bool SitemapBase::covers(std::string_view loc) const {
  return !folder_.empty() && loc.starts_with(folder_);
}

tl::expected<Sitemap, SitemapError> read_sitemap_xml(std::string_view bytes,
                                                     const SitemapBase& base,
                                                     const SitemapRules& rules) {
  const XmlTree tree = read_xml(bytes, "");
  const pugi::xml_node root = find_root(tree.document);
  if (!root || (rules.well_formed && tree.flawed)) {
    return tl::unexpected(SitemapError::UnknownFormat);
  }
  if (rules.protocol_namespace && !is_in_protocol_namespace(root)) {
    return tl::unexpected(SitemapError::UnknownFormat);
  }
  Sitemap sitemap;
  sitemap.kind = is_named(root, "urlset") ? SitemapKind::Urls : SitemapKind::Index;
  sitemap.flawed = tree.flawed;
  SitemapReader(sitemap, base).read(root);
  return sitemap;
}

}  // namespace dixit::parser
