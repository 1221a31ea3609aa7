#include "parser/html/embedded_posts.h"

#include <algorithm>
#include <array>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Classes that the platforms' own embedding markup carries.
constexpr auto kEmbedClasses = std::to_array<std::string_view>(
    {"twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed", "mastodon-embed",
     "tiktok-embed", "fb-post", "telegram-post", "tgme_widget_message", "threads-post",
     "text-post-media", "reddit-embed-bq"});

// More posts than any article shows; a hostile page has a million.
constexpr std::size_t kPostsMax = 200;

bool has_embed_class(std::string_view classes) {
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    const std::string_view word = classes.substr(0, end);
    const bool is_embed = std::ranges::any_of(kEmbedClasses, [&](std::string_view name) {
      return equals_ignoring_ascii_case(word, name);
    });
    if (is_embed) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

std::string_view path_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  const std::size_t slash = url.find('/', scheme + 3);
  return slash == std::string_view::npos ? std::string_view() : url.substr(slash);
}

bool is_number(std::string_view text) {
  text = text.substr(0, text.find_first_of("?#/"));
  return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

// The user name in the address of a post: /NAME/status/1, /@NAME/1, /profile/NAME/post/x. Nothing
// for the address of anything else.
std::string_view author_in_address(std::string_view url) {
  std::string_view path = path_of(url);
  if (path.size() < 2) return {};
  path.remove_prefix(1);
  if (path.starts_with("profile/")) path.remove_prefix(8);
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view name = path.substr(0, slash);
  const std::string_view rest = path.substr(slash + 1);
  if (rest.starts_with("status/") && is_number(rest.substr(7))) return name;
  if (rest.starts_with("statuses/") && is_number(rest.substr(9))) return name;
  if (rest.starts_with("post/") || (name.starts_with('@') && is_number(rest))) return name;
  return {};
}

// The name in a signature such as "— Name (@handle)", the handle when there is one.
std::string handle_in(std::string_view text) {
  const std::size_t open = text.rfind("(@");
  if (open == std::string_view::npos) return {};
  const std::size_t close = text.find(')', open);
  if (close == std::string_view::npos) return {};
  return std::string(text.substr(open + 1, close - open - 1));
}

EmbeddedPost describe(const Tree& tree, NodeIndex node) {
  EmbeddedPost post{node, {}, std::string(tree.attribute(node, "cite"))};
  std::string_view name = author_in_address(post.url);
  for (const std::string_view attribute :
       {"data-instgrm-permalink", "data-text-post-permalink", "data-href"}) {
    if (post.url.empty()) post.url = tree.attribute(node, attribute);
  }
  // A post's own link is its last; those before stand in its words.
  for (NodeIndex i = node; i < tree[node].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_A) continue;
    const std::string_view href = tree.attribute(i, "href");
    const std::string_view found = author_in_address(href);
    if (found.empty()) continue;
    name = found;
    post.url = href;
  }
  post.author = handle_in(tree.text(node));
  if (post.author.empty() && !name.empty()) {
    post.author = name.starts_with('@') ? std::string(name) : "@" + std::string(name);
  }
  return post;
}

}  // namespace

std::vector<EmbeddedPost> find_embedded_posts(const Tree& tree) {
  std::vector<EmbeddedPost> posts;
  for (NodeIndex i = 0; i < tree.size() && posts.size() < kPostsMax;) {
    const bool is_box = tree[i].tag == GUMBO_TAG_BLOCKQUOTE || tree[i].tag == GUMBO_TAG_DIV;
    if (!is_box || !has_embed_class(tree.attribute(i, "class"))) {
      ++i;
      continue;
    }
    posts.push_back(describe(tree, i));
    i = tree[i].end;
  }
  return posts;
}

const EmbeddedPost* embedded_post_of(const std::vector<EmbeddedPost>& posts, const Tree& tree,
                                     const TextBlock& block) {
  const auto after = std::ranges::upper_bound(posts, block.first, {}, &EmbeddedPost::node);
  if (after == posts.begin()) return nullptr;
  const EmbeddedPost& post = *std::prev(after);
  return block.first < tree[post.node].end ? &post : nullptr;
}

}  // namespace dixit::parser
