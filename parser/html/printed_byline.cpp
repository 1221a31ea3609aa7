#include "parser/html/printed_byline.h"

#include <algorithm>
#include <array>
#include <functional>

#include "parser/html/white_space.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// A byline is a line at most; what is longer tells of the author.
constexpr std::size_t kBylineBytesMax = 160;

// Bylines stand this near the title, or in the last lines of the body.
constexpr int kLinesBeforeMax = 4;
constexpr int kLinesAfterMax = 8;

// Words of class and id values that name a place for authors, and those beside them that name
// something about authors instead.
constexpr auto kAuthorWords = std::to_array<std::string_view>(
    {"author",     "authors",       "byline",       "bylines",   "autor",      "autoren",
     "autores",    "auteur",        "auteurs",      "autore",    "writer",     "writers",
     "vcard",      "contributor",   "contributors", "redakteur", "journalist", "authored",
     "postauthor", "articleauthor", "authorname",   "firma"});
constexpr auto kOtherWords = std::to_array<std::string_view>(
    {"bio",    "biography", "description", "avatar",   "image",  "img",     "photo", "picture",
     "social", "share",     "comment",     "comments", "follow", "twitter", "email", "date",
     "time",   "tags",      "role",        "position", "credit", "caption", "job"});

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// Whether the words of the element's names say that an author stands in it.
bool is_named_for_author(const Tree& tree, NodeIndex node) {
  bool found = false;
  std::string word;
  for (const std::string_view attribute : {"class", "id", "itemprop"}) {
    std::string value(tree.attribute(node, attribute).substr(0, kBylineBytesMax));
    value += ' ';
    for (const char c : value) {
      if (is_ascii_alpha(c)) {
        word += ascii_lower(c);
        continue;
      }
      if (is_one_of(word, kOtherWords)) return false;
      found |= is_one_of(word, kAuthorWords);
      word.clear();
    }
  }
  return found;
}

bool has_rel_author(const Tree& tree, NodeIndex node) {
  const std::string rel = ascii_lowercase(tree.attribute(node, "rel"));
  return rel == "author" || rel.starts_with("author ") || rel.ends_with(" author");
}

// Whether the link leads to a page about an author, by the usual words of paths.
bool leads_to_author(std::string_view href) {
  for (const std::string_view part :
       {"/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/auteurs/", "/autores/",
        "/by/", "/profile/", "/people/", "/staff/", "/journalist", "/redaktion/", "/contributor"}) {
    if (href.find(part) != std::string_view::npos) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const PageLabels& labels, const Tree& tree, const PageText& text,
         const ArticlePlace& place, AuthorNames& names)
      : labels_(labels), tree_(tree), text_(text), place_(place), names_(names) {
    find_span();
  }

  void run() {
    const auto is_near = [this](NodeIndex i) { return i >= near_begin_ && i < near_end_; };
    const auto is_link = [this](NodeIndex i) {
      return tree_[i].tag == GUMBO_TAG_A && (has_rel_author(tree_, i));
    };
    const auto is_named = [this](NodeIndex i) { return is_named_for_author(tree_, i); };
    add_elements([&](NodeIndex i) { return is_near(i) && is_link(i); });
    if (names_.empty()) add_elements([&](NodeIndex i) { return is_near(i) && is_named(i); });
    if (names_.empty()) add_labelled_lines();
    if (names_.empty()) add_elements(is_link);
    if (names_.empty()) {
      add_elements([&](NodeIndex i) {
        return is_near(i) && tree_[i].tag == GUMBO_TAG_A &&
               leads_to_author(tree_.attribute(i, "href"));
      });
    }
    if (names_.empty()) add_elements(is_named);
  }

 private:
  // The nodes of the lines around the title.
  void find_span() {
    const std::vector<int> distances = lines_from_title(text_.lines, place_);
    for (std::size_t i = 0; i < distances.size(); ++i) {
      if (distances[i] < -kLinesBeforeMax || distances[i] > kLinesAfterMax) continue;
      const TextBlock& line = text_.lines[i];
      if (near_end_ == 0) near_begin_ = line.first > 12 ? line.first - 12 : 0;
      near_end_ = line.last + 1;
      near_lines_.push_back(&line);
    }
  }

  // The first element that satisfies `wanted` and names somebody, and its like beside it.
  void add_elements(const std::function<bool(NodeIndex)>& wanted) {
    NodeIndex row = kNoNode;  // an element around the first one
    for (NodeIndex i = 0; i < tree_.size(); ++i) {
      if (row != kNoNode && i >= tree_[row].end) return;
      if (tree_[i].is_text() || place_.is_foreign(i) || !wanted(i)) continue;
      if (!text_.machinery[i].empty() || !add_element(i)) continue;
      if (row == kNoNode) row = row_around(i);
      i = tree_[i].end - 1;
    }
  }

  [[nodiscard]] NodeIndex row_around(NodeIndex node) const {
    const NodeIndex parent = tree_[node].parent;
    if (parent == kNoNode) return node;
    const NodeIndex above = tree_[parent].parent;
    const bool is_small = above != kNoNode && tree_[above].end - above < 40;
    return is_small ? above : parent;
  }

  // The text inside, with a space between the elements that a design sets apart.
  [[nodiscard]] std::string spaced_text(NodeIndex node) const {
    std::string out;
    for (NodeIndex i = node; i < tree_[node].end && out.size() <= kBylineBytesMax; ++i) {
      if (tree_[i].is_text()) out.append(tree_[i].text).append(" ");
    }
    return collapse_white_space(out);
  }

  // Adds the names in the element, those of its links to authors alone when it has any.
  bool add_element(NodeIndex node) {
    const std::string whole = spaced_text(node);
    if (whole.empty() || whole.size() > kBylineBytesMax) return false;
    const std::size_t before = names_.best().size();
    bool linked = false;
    for (NodeIndex i = node; i < tree_[node].end; ++i) {
      const bool is_author_link =
          tree_[i].tag == GUMBO_TAG_A &&
          (has_rel_author(tree_, i) || leads_to_author(tree_.attribute(i, "href")));
      if (!is_author_link) continue;
      linked = true;
      add_text(spaced_text(i));
    }
    if (!linked) add_text(whole);
    return names_.best().size() > before;
  }

  void add_labelled_lines() {
    for (const TextBlock* line : near_lines_) {
      if (line->text.size() > kBylineBytesMax || place_.is_foreign(line->first)) continue;
      if (line->first < place_.title && place_.title != kNoNode) continue;
      const std::size_t label = labels_.prefix_length(line->text, Tag::PageByline);
      if (label == 0 || line->text.ends_with('.')) continue;
      add_text(line->text);
      if (!names_.empty()) return;
    }
  }

  // A byline often goes on with a date: what stands before the first digit.
  void add_text(std::string_view text) {
    const std::size_t digit = text.find_first_of("0123456789");
    if (digit != std::string_view::npos && text.find(' ') != std::string_view::npos) {
      text = text.substr(0, digit);
    }
    names_.add(text);
  }

  const PageLabels& labels_;
  const Tree& tree_;
  const PageText& text_;
  const ArticlePlace& place_;
  AuthorNames& names_;
  std::vector<const TextBlock*> near_lines_;
  NodeIndex near_begin_ = 0;
  NodeIndex near_end_ = 0;
};

}  // namespace

void find_printed_authors(const PageLabels& labels, const Tree& tree, const PageText& text,
                          const ArticlePlace& place, AuthorNames& names) {
  Finder(labels, tree, text, place, names).run();
}

}  // namespace dixit::parser
