#include "parser/html/outlet_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "parser/html/site_name.h"
#include "parser/html/white_space.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Longer than any outlet's name.
constexpr std::size_t kNameBytesMax = 60;

// A line with more than this is no copyright notice.
constexpr std::size_t kNoticeBytesMax = 400;

// More signs, and more links to its home page, than an honest page shows.
constexpr std::size_t kSignsMax = 64;
constexpr std::size_t kHomeLinksMax = 64;

enum class SignKind { Title, Home, Feed, Notice };

struct Sign {
  SignKind kind;
  std::string printed;
  std::string key;  // comparable
};

// Whether the words of `part` stand in a row in `whole`.
bool has_words(const std::string& whole, const std::string& part) {
  return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

bool is_notice(std::string_view text) { return text.find("©") != std::string_view::npos; }

class Signs {
 public:
  Signs(const Tree& tree, const PageMeta& meta, std::string_view host) : tree_(tree), host_(host) {
    const auto segments = title_segments(meta.title_element);
    if (!segments.empty()) add(SignKind::Title, std::string(segments.back()));
    for (NodeIndex i = 0; i < tree.size() && found_.size() < kSignsMax; ++i) read(i);
  }

  [[nodiscard]] const std::vector<Sign>& found() const { return found_; }

 private:
  void add(SignKind kind, std::string printed) {
    if (found_.size() >= kSignsMax) return;
    std::string key = comparable(printed);
    if (!key.empty()) found_.push_back({kind, std::move(printed), std::move(key)});
  }

  void read(NodeIndex i) {
    const Node& node = tree_[i];
    if (node.is_text()) {
      if (node.text.size() > kNoticeBytesMax) return;
      if (!is_notice(node.text)) return;
      add(SignKind::Notice, tree_.text(node.parent, kNoticeBytesMax));
    } else if (node.tag == GUMBO_TAG_A && home_links_ < kHomeLinksMax &&
               leads_home(tree_.attribute(i, "href")) && is_own(tree_.attribute(i, "href"))) {
      ++home_links_;
      read_home_link(i);
    } else if (node.tag == GUMBO_TAG_LINK) {
      const std::string type = ascii_lowercase(tree_.attribute(i, "type"));
      const bool is_feed = type == "application/rss+xml" || type == "application/atom+xml";
      if (is_feed) add(SignKind::Feed, std::string(tree_.attribute(i, "title")));
    }
  }

  void read_home_link(NodeIndex link) {
    add(SignKind::Home, tree_.text(link, kNameBytesMax));
    for (NodeIndex i = link; i < tree_[link].end && found_.size() < kSignsMax; ++i) {
      if (tree_[i].tag == GUMBO_TAG_IMG) {
        add(SignKind::Home, collapse_white_space(tree_.attribute(i, "alt")));
      }
    }
  }

  // A link to another site's home page says nothing of this one.
  [[nodiscard]] bool is_own(std::string_view href) const {
    const std::size_t scheme = href.find("//");
    if (scheme == std::string_view::npos) return true;
    const std::string_view rest = href.substr(scheme + 2);
    const std::string_view host = rest.substr(0, rest.find_first_of("/:"));
    const std::string_view own = host_.substr(0, host_.find(':'));
    return !host.empty() && (own.ends_with(without_www(host)) || host.ends_with(without_www(own)));
  }

  const Tree& tree_;
  std::string_view host_;
  std::size_t home_links_ = 0;
  std::vector<Sign> found_;
};

// A title's end has to be the name; what stands around the name elsewhere says that it is a logo, a
// feed or somebody's right. A single word out of a longer name is none.
bool holds(const Sign& sign, const std::string& key) {
  if (sign.kind == SignKind::Title) return sign.key == key;
  if (!has_words(sign.key, key)) return false;
  return sign.kind == SignKind::Notice || key.size() * 2 >= sign.key.size();
}

// How many kinds of signs hold the name, the host among them.
std::ptrdiff_t kinds_for(const std::vector<Sign>& signs, const Sign& name, const SiteNames& host) {
  std::ptrdiff_t kinds = host.is_site(name.printed) ? 1 : 0;
  for (const SignKind kind : {SignKind::Title, SignKind::Home, SignKind::Feed, SignKind::Notice}) {
    kinds += std::ranges::any_of(
        signs, [&](const Sign& sign) { return sign.kind == kind && holds(sign, name.key); });
  }
  return kinds;
}

}  // namespace

std::string outlet_shown(const PageLabels& labels, const Tree& tree, const PageMeta& meta,
                         std::string_view host) {
  const Signs signs(tree, meta, host);
  const SiteNames address({}, host);
  const Sign* best = nullptr;
  std::ptrdiff_t best_kinds = 1;
  for (const Sign& sign : signs.found()) {
    if (sign.kind != SignKind::Title && sign.kind != SignKind::Home) continue;
    if (sign.printed.size() > kNameBytesMax || is_notice(sign.printed)) continue;
    // What a menu calls its links names no outlet.
    if (labels.whole(sign.printed)) continue;
    const std::ptrdiff_t kinds = kinds_for(signs.found(), sign, address);
    if (kinds <= best_kinds) continue;
    best = &sign;
    best_kinds = kinds;
  }
  return best == nullptr ? std::string() : best->printed;
}

}  // namespace dixit::parser
