#include "cli/sources_file.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "parser/feed/opml.h"
#include "parser/knowledge/toml_walk.h"
#include "parser/url/canonical.h"

namespace dixit::cli {
namespace {

using parser::fail_at;
using parser::string_of;

template <typename E>
using Names = std::array<std::pair<std::string_view, E>, 4>;

constexpr Names<crawler::SourceKind> kKinds{{{"auto", crawler::SourceKind::Auto},
                                             {"page", crawler::SourceKind::Page},
                                             {"feed", crawler::SourceKind::Feed},
                                             {"sitemap", crawler::SourceKind::Sitemap}}};
constexpr Names<crawler::SourceScope> kScopes{{{"page", crawler::SourceScope::Page},
                                               {"prefix", crawler::SourceScope::Prefix},
                                               {"host", crawler::SourceScope::Host},
                                               {"site", crawler::SourceScope::Site}}};

template <typename E>
E one_of(const Names<E>& names, const toml::node& node) {
  const std::string word = string_of(node);
  std::string allowed;
  for (const auto& [name, value] : names) {
    if (name == word) return value;
    allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", name);
  }
  fail_at(node, fmt::format("\"{}\" must be one of {}", word, allowed));
}

void set_field(crawler::Source& source, std::string_view key, const toml::node& node) {
  if (key == "url") {
    source.url = string_of(node);
  } else if (key == "name") {
    source.name = string_of(node);
  } else if (key == "kind") {
    source.kind = one_of(kKinds, node);
  } else if (key == "scope") {
    source.scope = one_of(kScopes, node);
  } else if (key == "also") {
    parser::for_each_string(
        node, [&](std::string host, const toml::node&) { source.also.push_back(std::move(host)); });
  } else if (key == "language") {
    source.language = string_of(node);
  } else if (key == "outlet") {
    source.outlet = string_of(node);
  } else {
    fail_at(node, fmt::format("a source has no \"{}\"", key));
  }
}

crawler::Source read_source(const toml::node& node) {
  crawler::Source source;
  for (const auto& [key, value] : parser::table_of(node)) set_field(source, key.str(), value);
  if (source.url.empty()) fail_at(node, "a source needs a \"url\"");
  return source;
}

std::vector<crawler::Source> read_table(const toml::table& table) {
  std::vector<crawler::Source> sources;
  for (const auto& [key, value] : table) {
    const toml::array* list = value.as_array();
    if (key.str() != "source" || list == nullptr) {
      fail_at(value, fmt::format("only [[source]] tables are wanted here, not \"{}\"", key.str()));
    }
    for (const toml::node& node : *list) sources.push_back(read_source(node));
  }
  return sources;
}

bool looks_like_xml(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && text[first] == '<';
}

tl::expected<std::vector<crawler::Source>, std::string> read_opml(const std::string& name,
                                                                  std::string_view text) {
  std::vector<crawler::Source> sources;
  for (parser::OpmlSubscription& entry : parser::parse_opml(text)) {
    crawler::Source& source = sources.emplace_back();
    source.name = std::move(entry.title);
    source.url = std::move(entry.feed_url);
    source.kind = crawler::SourceKind::Feed;
    source.language = std::move(entry.language);
    // The feed may stand on another host than the pages that it lists.
    if (parser::canonicalise_text(entry.site_url)) source.also.push_back(entry.site_url);
  }
  if (sources.empty()) {
    return tl::unexpected(
        fmt::format("{}: no OPML list, or one without an outline with an xmlUrl", name));
  }
  return sources;
}

}  // namespace

tl::expected<std::vector<crawler::Source>, std::string> read_sources(const std::string& name,
                                                                     std::string_view text) {
  if (looks_like_xml(text)) return read_opml(name, text);
  auto sources =
      parser::read_toml<std::vector<crawler::Source>>(parser::NamedText{name, text}, read_table);
  if (sources) return std::move(*sources);
  const auto& error = sources.error();
  return tl::unexpected(fmt::format("{}:{}: {}", error.file, error.line, error.message));
}

}  // namespace dixit::cli
