#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/source.h"
#include "model/url.h"
#include "policy/scope.h"

namespace dixit::crawler {

struct ScopeSettings {
  int depth_max = policy::kDepthMax;
  int year_now = 0;  // for the calendar trap
};

// Which URLs belong to the crawl: the scopes of all sources together, asked through policy.
//
// Thread-safe once made.
class CrawlScope {
 public:
  // Fails with a sentence that names the source which cannot be read.
  [[nodiscard]] static tl::expected<CrawlScope, std::string> create(std::span<const Source> sources,
                                                                    const ScopeSettings& settings);

  policy::ScopeDecision decide(const model::Url& url, int depth) const;

  // The same for what a source of the operator's own choice lists: it may name any host, but no
  // trap.
  policy::ScopeDecision decide_listed(const model::Url& url, int depth) const;

  // The same for a feed or sitemap: it may stand anywhere on a host or site that is in scope, since
  // what it lists is asked about by itself.
  policy::ScopeDecision decide_list(const model::Url& url, int depth) const;

  // The source that `url` belongs to, or the one that named it; null when neither is known.
  const Source* source_of(const model::Url& url, const std::string& found_on) const;

  // The sources' canonical URLs, in their order.
  const std::vector<model::Url>& seeds() const { return seeds_; }
  bool is_seed(const std::string& url) const { return source_by_url_.contains(url); }
  const std::vector<Source>& sources() const { return sources_; }
  int depth_max() const { return settings_.depth_max; }

 private:
  policy::ScopeDecision ask(std::vector<policy::ScopeRoot> roots, const model::Url& url,
                            int depth) const;
  void add_root(policy::ScopeReach reach, const model::Url& url, std::size_t source);
  const std::vector<std::size_t>* find(const std::string& name) const;

  struct Root {
    policy::ScopeRoot root;
    std::size_t source = 0;
  };

  ScopeSettings settings_;
  std::vector<Source> sources_;
  std::vector<model::Url> seeds_;
  std::map<std::string, std::size_t, std::less<>> source_by_url_;
  std::vector<Root> roots_;
  // Positions in `roots_` by host with port and by registrable domain, so that a thousand sources
  // cost a link no more than one.
  std::map<std::string, std::vector<std::size_t>, std::less<>> roots_by_name_;
};

}  // namespace dixit::crawler
