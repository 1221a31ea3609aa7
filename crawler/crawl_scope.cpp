#include "crawler/crawl_scope.h"

#include <fmt/format.h>

#include <utility>

#include "parser/url/canonical.h"
#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"

namespace dixit::crawler {
namespace {

std::string domain_of(const model::Url& url) {
  return parser::registrable_domain(url.host).value_or("");
}

policy::ScopeReach reach_of(SourceScope scope) {
  switch (scope) {
    case SourceScope::Prefix:
      return policy::ScopeReach::PathPrefix;
    case SourceScope::Host:
      return policy::ScopeReach::Host;
    default:
      return policy::ScopeReach::RegistrableDomain;
  }
}

}  // namespace

tl::expected<CrawlScope, std::string> CrawlScope::create(std::span<const Source> sources,
                                                         const ScopeSettings& settings) {
  CrawlScope scope;
  scope.settings_ = settings;
  for (const Source& source : sources) {
    auto url = parser::canonicalise_text(source.url);
    if (!url)
      return tl::unexpected(fmt::format("{}: {}", source.url, parser::describe(url.error())));
    if (url->scheme != "http" && url->scheme != "https")
      return tl::unexpected(fmt::format("{}: only http and https are crawled", source.url));
    const std::size_t number = scope.sources_.size();
    scope.sources_.push_back(source);
    scope.source_by_url_.emplace(url->href, number);
    if (source.scope != SourceScope::Page) scope.add_root(reach_of(source.scope), *url, number);
    for (const std::string& host : source.also) {
      const auto also = parser::canonicalise_text(host);
      if (!also) return tl::unexpected(fmt::format("{}: {} is no host", source.url, host));
      scope.add_root(policy::ScopeReach::Host, *also, number);
    }
    scope.seeds_.push_back(*std::move(url));
  }
  return scope;
}

void CrawlScope::add_root(policy::ScopeReach reach, const model::Url& url, std::size_t source) {
  Root root;
  root.root = {reach, parser::host_with_port(url), domain_of(url), url.path};
  root.source = source;
  const std::size_t number = roots_.size();
  roots_by_name_[root.root.host].push_back(number);
  if (reach == policy::ScopeReach::RegistrableDomain && !root.root.registrable_domain.empty() &&
      root.root.registrable_domain != root.root.host)
    roots_by_name_[root.root.registrable_domain].push_back(number);
  roots_.push_back(std::move(root));
}

const std::vector<std::size_t>* CrawlScope::find(const std::string& name) const {
  const auto found = roots_by_name_.find(name);
  return found == roots_by_name_.end() ? nullptr : &found->second;
}

policy::ScopeDecision CrawlScope::ask(std::vector<policy::ScopeRoot> roots, const model::Url& url,
                                      int depth) const {
  const std::string host = parser::host_with_port(url);
  const std::string domain = domain_of(url);
  policy::ScopeRules rules;
  rules.roots = std::move(roots);
  rules.depth_max = settings_.depth_max;
  rules.year_now = settings_.year_now;
  const std::string_view query = url.query ? std::string_view(*url.query) : "";
  return policy::decide_scope(rules, {url.href, host, domain, url.path, query, depth});
}

policy::ScopeDecision CrawlScope::decide(const model::Url& url, int depth) const {
  std::vector<policy::ScopeRoot> roots;
  for (const auto* numbers : {find(parser::host_with_port(url)), find(domain_of(url))})
    if (numbers)
      for (const std::size_t number : *numbers) roots.push_back(roots_[number].root);
  return ask(std::move(roots), url, depth);
}

policy::ScopeDecision CrawlScope::decide_listed(const model::Url& url, int depth) const {
  return ask({{policy::ScopeReach::Anywhere, "", "", ""}}, url, depth);
}

policy::ScopeDecision CrawlScope::decide_list(const model::Url& url, int depth) const {
  const bool near = find(parser::host_with_port(url)) || find(domain_of(url));
  return near ? decide_listed(url, depth) : decide(url, depth);
}

const Source* CrawlScope::source_of(const model::Url& url, const std::string& found_on) const {
  for (const std::string& address : {url.href, found_on})
    if (const auto found = source_by_url_.find(address); found != source_by_url_.end())
      return &sources_[found->second];
  for (const auto* numbers : {find(parser::host_with_port(url)), find(domain_of(url))})
    if (numbers) return &sources_[roots_[numbers->front()].source];
  return nullptr;
}

}  // namespace dixit::crawler
