#include "parser/html/headline.h"

#include <algorithm>
#include <set>
#include <vector>

#include "parser/html/white_space.h"

namespace dixit::parser {
namespace {

// Titles stand among a page's first headings, but menus have theirs; a hostile page has a million.
constexpr std::size_t kHeadingsMax = 400;
constexpr std::size_t kHeadingBytesMax = 600;

// How well a heading must agree with the metadata to be the title.
constexpr double kAgreementMin = 2;

// The share of a heading's words that metadata have when they tell the same in other words; of
// headlines that hardly differ either will do, and the outlet has declared one.
constexpr double kSharedWordsMin = 0.2;
constexpr double kSharedWordsMax = 0.9;

bool contains(const std::string& whole, const std::string& part) {
  return !part.empty() && whole.find(part) != std::string::npos;
}

bool is_home_link(const Tree& tree, NodeIndex heading) {
  for (NodeIndex i = heading; i < tree[heading].end; ++i) {
    if (tree[i].tag == GUMBO_TAG_A && leads_home(tree.attribute(i, "href"))) return true;
  }
  const NodeIndex parent = tree[heading].parent;
  return parent != kNoNode && tree[parent].tag == GUMBO_TAG_A &&
         leads_home(tree.attribute(parent, "href"));
}

// What the metadata say the title is, comparable.
struct Claims {
  std::string open_graph;
  std::string linked;
  std::string title;
  std::vector<std::string> segments;
};

// How much speaks for a heading with the comparable text `key`.
double agreement(const Claims& claims, const std::string& key) {
  double score = 0;
  if (key == claims.open_graph || key == claims.linked) score += 5;
  if (std::ranges::find(claims.segments, key) != claims.segments.end()) score += 3;
  if (contains(claims.title, key) || contains(claims.open_graph, key) ||
      contains(claims.linked, key)) {
    const std::size_t whole = std::max(claims.open_graph.size(), claims.linked.size());
    const double share = static_cast<double>(key.size()) /
                         static_cast<double>(std::max<std::size_t>(whole, key.size()));
    score += 1.5 + share;
  } else if ((!claims.open_graph.empty() && key.ends_with(" " + claims.open_graph)) ||
             (!claims.linked.empty() && key.ends_with(" " + claims.linked))) {
    score += 2;  // a kicker stands before it
  }
  return score;
}

// Whether nothing of the heading stands behind the node but the white space of its markup.
bool ends_heading(const Tree& tree, NodeIndex heading, NodeIndex node) {
  for (NodeIndex i = tree[node].end; i < tree[heading].end; ++i) {
    if (!collapse_white_space(tree[i].text).empty()) return false;
  }
  return true;
}

// A heading often holds its kicker; the part that the metadata call the title stands in an element
// of its own at the heading's end.
std::string without_kicker(const Tree& tree, NodeIndex heading, const std::string& text,
                           const Claims& claims) {
  const std::string whole = comparable(text);
  for (NodeIndex i = heading + 1; i < tree[heading].end; ++i) {
    // What follows the first element, or the element that ends the heading.
    if (tree[i].is_text() && tree[i].parent != heading) continue;
    if (!ends_heading(tree, heading, i)) continue;
    std::string part = tree.text(i);
    const std::string key = comparable(part);
    // A shorter part is the kicker itself.
    if (key.size() < whole.size() && key.size() * 2 >= whole.size() &&
        (key == claims.open_graph || key == claims.linked ||
         std::ranges::find(claims.segments, key) != claims.segments.end())) {
      return part;
    }
  }
  return text;
}

class Chooser {
 public:
  Chooser(const Tree& tree, const SiteNames& site, Claims claims)
      : tree_(tree), site_(site), claims_(std::move(claims)) {}

  Headline run() {
    std::size_t seen = 0;
    for (NodeIndex i = 0; i < tree_.size() && seen < kHeadingsMax; ++i) {
      if (tree_[i].tag < GUMBO_TAG_H1 || tree_[i].tag > GUMBO_TAG_H4) continue;
      ++seen;
      consider(i);
    }
    if (best_.heading == kNoNode) return {};
    best_.text = without_kicker(tree_, best_.heading, best_.text, claims_);
    return best_;
  }

  // The first h1 that is not the site's name, whatever the metadata say.
  [[nodiscard]] const Headline& first() const { return first_; }

 private:
  // The last element in a heading that the metadata do not know as a whole, where they know it:
  // what stands before it is a kicker of the page alone.
  [[nodiscard]] std::string known_part(NodeIndex heading, const std::string& whole) const {
    for (NodeIndex i = heading + 1; i < tree_[heading].end; ++i) {
      if (tree_[i].is_text() || !ends_heading(tree_, heading, i)) continue;
      std::string part = tree_.text(i);
      const std::string key = comparable(part);
      if (key.size() * 2 < whole.size()) return {};
      if (contains(claims_.open_graph, key) || contains(claims_.title, key)) return part;
    }
    return {};
  }

  void consider(NodeIndex heading) {
    std::string text = tree_.text(heading, kHeadingBytesMax);
    std::string key = comparable(text);
    if (key.empty() || site_.is_site(text)) return;
    if (agreement(claims_, key) == 0) {
      if (std::string part = known_part(heading, key); !part.empty()) {
        text = std::move(part);
        key = comparable(text);
      }
    }
    const bool is_h1 = tree_[heading].tag == GUMBO_TAG_H1;
    double score = agreement(claims_, key);
    if (score > 0 && is_h1) score += 3;
    if (is_home_link(tree_, heading)) score -= 6;
    if (score >= kAgreementMin && score > score_) {
      score_ = score;
      best_ = {text, heading};
    }
    if (is_h1 && first_.heading == kNoNode && score >= 0) first_ = {std::move(text), heading};
  }

  const Tree& tree_;
  const SiteNames& site_;
  Claims claims_;
  double score_ = 0;
  Headline best_;
  Headline first_;
};

std::set<std::string> words_of(std::string_view text) {
  const std::string key = comparable(text);
  std::set<std::string> words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.insert(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Whether the heading tells in other words what the metadata tell: search engines and networks are
// given headlines of their own, and the page's is the one that it shows. A heading about something
// else is a banner's; one made of several parts has a kicker that cannot be told from the title.
bool is_reworded(const Tree& tree, const Headline& heading,
                 std::initializer_list<std::string_view> metadata) {
  if (heading.heading == kNoNode) return false;
  std::size_t texts = 0;
  for (NodeIndex i = heading.heading; i < tree[heading.heading].end; ++i) {
    if (!collapse_white_space(tree[i].text).empty()) ++texts;
  }
  const std::set<std::string> words = words_of(heading.text);
  double closest = 0;
  for (const std::string_view text : metadata) {
    const std::set<std::string> others = words_of(text);
    const auto shared = static_cast<double>(std::ranges::count_if(
        words, [&](const std::string& word) { return others.contains(word); }));
    if (words.empty() || others.empty()) continue;
    closest = std::max(closest, shared / static_cast<double>(words.size()));
  }
  return texts == 1 && closest >= kSharedWordsMin && closest < kSharedWordsMax;
}

// The longest segment that is not the site's name.
std::string from_title_element(std::string_view title, const SiteNames& site) {
  std::string_view best;
  const std::string rest = site.without_site(title);
  for (const std::string_view segment : title_segments(rest)) {
    if (segment.size() > best.size() && !site.is_site(segment)) best = segment;
  }
  return std::string(best.empty() ? title : best);
}

}  // namespace

Headline read_headline(const Tree& tree, const PageMeta& meta, const LinkedArticle* linked,
                       const SiteNames& site) {
  const std::string open_graph = site.without_site(meta.first({"og:title", "twitter:title"}));
  const std::string headline = linked == nullptr ? "" : site.without_site(linked->headline);
  Claims claims{comparable(open_graph), comparable(headline), comparable(meta.title_element), {}};
  for (const std::string_view segment : title_segments(meta.title_element)) {
    if (!site.is_site(segment)) claims.segments.push_back(comparable(segment));
  }
  Chooser chooser(tree, site, std::move(claims));
  Headline found = chooser.run();
  if (found.heading != kNoNode) return found;
  if (is_reworded(tree, chooser.first(), {open_graph, headline, meta.title_element})) {
    return chooser.first();
  }
  if (!headline.empty() && !site.is_site(headline)) return {headline, chooser.first().heading};
  if (!open_graph.empty() && !site.is_site(open_graph)) {
    return {open_graph, chooser.first().heading};
  }
  if (chooser.first().heading != kNoNode) return chooser.first();
  return {from_title_element(meta.title_element, site), kNoNode};
}

}  // namespace dixit::parser
