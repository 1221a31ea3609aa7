#include "parser/html/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>

#include "parser/html/json_repair.h"
#include "parser/html/tree.h"
#include "parser/html/white_space.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A page's own articles are few; a hostile page must not make us keep a million.
constexpr std::size_t kArticlesMax = 64;
constexpr std::size_t kAuthorsMax = 32;
constexpr std::size_t kObjectsMax = 20000;
constexpr std::size_t kTextBytesMax = 1024;

constexpr auto kArticleTypes = std::to_array<std::string_view>({"article",
                                                                "newsarticle",
                                                                "reportagenewsarticle",
                                                                "analysisnewsarticle",
                                                                "opinionnewsarticle",
                                                                "backgroundnewsarticle",
                                                                "reviewnewsarticle",
                                                                "askpublicnewsarticle",
                                                                "blogposting",
                                                                "liveblogposting",
                                                                "socialmediaposting",
                                                                "discussionforumposting",
                                                                "techarticle",
                                                                "scholarlyarticle",
                                                                "medicalscholarlyarticle",
                                                                "report",
                                                                "satiricalarticle",
                                                                "advertisercontentarticle",
                                                                "claimreview",
                                                                "recipe",
                                                                "review",
                                                                "criticreview",
                                                                "podcastepisode"});

using NamesById = std::map<std::string, object, std::less<>>;

// The element under `key`, or nothing when it is absent.
std::optional<element> member(const object& from, std::string_view key) {
  element found;
  if (from.at_key(key).get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
  return found;
}

// A string as it stands: itself, the first of an array, an object's @value, name or @id.
std::string_view raw_string(const element& value) {
  element current = value;
  for (int depth = 0; depth < 4; ++depth) {  // deeper wrapping says nothing
    std::string_view text;
    if (current.get(text) == simdjson::SUCCESS) return text;
    array items;
    object fields;
    if (current.get(items) == simdjson::SUCCESS) {
      if (items.begin() == items.end()) return {};
      current = *items.begin();
    } else if (current.get(fields) == simdjson::SUCCESS) {
      auto inner = member(fields, "@value");
      if (!inner) inner = member(fields, "name");
      if (!inner) inner = member(fields, "@id");
      if (!inner) return {};
      current = *inner;
    } else {
      return {};
    }
  }
  return {};
}

std::string_view raw_string(const object& from, std::string_view key) {
  const auto found = member(from, key);
  return found ? raw_string(*found) : std::string_view();
}

std::string plain(std::string_view text) {
  return text_of_markup(truncate_utf8(text, kTextBytesMax));
}

// Whether the object's @type, or one of them, satisfies `accept`; schema.org prefixes are dropped.
template <typename Accept>
bool has_type(const object& from, Accept accept) {
  const auto type = member(from, "@type");
  if (!type) return false;
  const auto is_accepted = [&](const element& value) {
    std::string_view name;
    if (value.get(name) != simdjson::SUCCESS) return false;
    const std::size_t prefix = name.find_last_of("/:#");
    if (prefix != std::string_view::npos) name.remove_prefix(prefix + 1);
    return accept(ascii_lowercase(name));
  };
  array items;
  if (type->get(items) != simdjson::SUCCESS) return is_accepted(*type);
  return std::ranges::any_of(items.begin(), items.end(), is_accepted);
}

bool is_article_type(std::string_view name) {
  return std::ranges::find(kArticleTypes, name) != kArticleTypes.end();
}

class Reader {
 public:
  void read(const element& root, LinkedData& out) {
    std::vector<object> found;
    collect(root, found);
    for (const object& item : found) {
      const std::string_view id = raw_string(item, "@id");
      if (!id.empty() && member(item, "name")) by_id_.try_emplace(std::string(id), item);
    }
    for (const object& item : found) describe(item, out);
  }

 private:
  // Objects of the page's own, without recursion.
  static void collect(const element& root, std::vector<object>& found) {
    std::vector<element> waiting{root};
    for (std::size_t next = 0; next < waiting.size() && next < kObjectsMax; ++next) {
      array items;
      object fields;
      if (waiting[next].get(items) == simdjson::SUCCESS) {
        for (const element item : items) waiting.push_back(item);
      } else if (waiting[next].get(fields) == simdjson::SUCCESS) {
        found.push_back(fields);
        for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
          if (const auto inner = member(fields, key)) waiting.push_back(*inner);
        }
      }
    }
  }

  void describe(const object& item, LinkedData& out) const {
    if (has_type(item, [](std::string_view t) { return t == "website"; }) &&
        out.site_name.empty()) {
      out.site_name = plain(raw_string(item, "name"));
    }
    if (out.page_published.empty() &&
        has_type(item, [](std::string_view t) { return t.ends_with("webpage"); })) {
      out.page_published = std::string(raw_string(item, "datePublished").substr(0, kTextBytesMax));
    }
    if (!has_type(item, is_article_type) || out.articles.size() >= kArticlesMax) return;
    LinkedArticle article;
    article.type = std::string(raw_string(item, "@type"));
    article.headline = plain(raw_string(item, "headline"));
    if (article.headline.empty()) article.headline = plain(raw_string(item, "name"));
    article.description = plain(raw_string(item, "description"));
    for (const std::string_view key : {"author", "creator"}) {
      const auto authors = member(item, key);
      if (authors && article.people.empty()) add_authors(*authors, article);
    }
    article.published = std::string(raw_string(item, "datePublished").substr(0, kTextBytesMax));
    article.language = std::string(raw_string(item, "inLanguage").substr(0, kTextBytesMax));
    if (const auto publisher = member(item, "publisher")) article.publisher = name_of(*publisher);
    article.url = std::string(raw_string(item, "mainEntityOfPage"));
    if (article.url.empty()) article.url = std::string(raw_string(item, "url"));
    article.body = std::string(raw_string(item, "articleBody"));
    out.has_live_blog |= has_type(item, [](std::string_view t) { return t == "liveblogposting"; });
    out.articles.push_back(std::move(article));
  }

  // The object itself, or the one that its @id refers to when it has no name of its own.
  object resolve(const object& reference) const {
    if (member(reference, "name")) return reference;
    const auto found = by_id_.find(raw_string(reference, "@id"));
    return found == by_id_.end() ? reference : found->second;
  }

  std::string name_of(const element& value) const {
    object fields;
    if (value.get(fields) != simdjson::SUCCESS) return plain(raw_string(value));
    return plain(raw_string(resolve(fields), "name"));
  }

  void add_authors(const element& authors, LinkedArticle& article) const {
    std::vector<element> waiting{authors};
    for (std::size_t next = 0; next < waiting.size() && next < kAuthorsMax; ++next) {
      array items;
      if (waiting[next].get(items) == simdjson::SUCCESS) {
        for (const element item : items) waiting.push_back(item);
        continue;
      }
      object fields;
      bool is_person = true;
      if (waiting[next].get(fields) == simdjson::SUCCESS) {
        const object author = resolve(fields);
        is_person = !member(author, "@type") ||
                    has_type(author, [](std::string_view t) { return t == "person"; });
        const auto name = member(author, "name");
        array names;
        if (name && name->get(names) == simdjson::SUCCESS) {
          for (const element item : names) waiting.push_back(item);
          continue;
        }
      }
      std::string name = name_of(waiting[next]);
      if (!name.empty())
        (is_person ? article.people : article.organisations).push_back(std::move(name));
    }
  }

  NamesById by_id_;
};

bool is_linked_data(const ScriptText& script) {
  return ascii_lowercase(script.type).find("ld+json") != std::string::npos;
}

std::string_view without_scheme_and_query(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace

const LinkedArticle* LinkedData::main_article(std::string_view page_url) const {
  const auto same_page = [&](const LinkedArticle& article) {
    return !article.url.empty() && !page_url.empty() &&
           without_scheme_and_query(article.url) == without_scheme_and_query(page_url);
  };
  auto found = std::ranges::find_if(articles, same_page);
  if (found == articles.end()) {
    found = std::ranges::find_if(articles, [](const auto& a) { return !a.headline.empty(); });
  }
  if (found == articles.end()) return articles.empty() ? nullptr : &articles.front();
  return &*found;
}

LinkedData read_linked_data(std::span<const ScriptText> scripts) {
  LinkedData out;
  for (const ScriptText& script : scripts) {
    if (!is_linked_data(script)) continue;
    simdjson::dom::parser parser;
    element root;
    // A parser's document lives until its next parse, so that a repaired text needs its own.
    if (parser.parse(script.text.data(), script.text.size()).get(root) == simdjson::SUCCESS) {
      Reader().read(root, out);
      continue;
    }
    const std::string repaired = repair_json(script.text);
    if (parser.parse(repaired).get(root) == simdjson::SUCCESS) Reader().read(root, out);
  }
  return out;
}

}  // namespace dixit::parser
