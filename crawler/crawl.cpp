#include "crawler/crawl.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string_view>
#include <utility>

#include "crawler/crawl_scope.h"
#include "crawler/crawl_world.h"
#include "crawler/curl_fetcher.h"
#include "crawler/system_resolver.h"
#include "parser/url/canonical.h"
#include "parser/url/url.h"
#include "policy/address_guard.h"
#include "policy/user_agent.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

// Whether a host is on our own machine or network by its name alone.
bool is_private_by_name(std::string_view host) {
  if (host == "localhost" || host.ends_with(".localhost")) return true;
  const auto address = policy::parse_ip_address(host);
  return address && policy::classify_address(*address) != policy::AddressClass::Public;
}

// The first reason why these hosts may not be crawled with these options.
std::optional<CrawlError> objection(const CrawlOptions& options,
                                    const std::vector<model::Url>& urls) {
  const auto problem = policy::check_contact(options.contact);
  if (problem != policy::ContactProblem::None && problem != policy::ContactProblem::Missing)
    return CrawlError{CrawlErrorCode::BadContact,
                      fmt::format("{}: {}", options.contact, policy::describe(problem))};
  for (const model::Url& url : urls) {
    const bool is_private = is_private_by_name(url.host);
    if (!is_private && problem == policy::ContactProblem::Missing)
      return CrawlError{CrawlErrorCode::NoContact,
                        fmt::format("{}: {}", url.href, policy::describe(problem))};
    if (const auto address = policy::parse_ip_address(url.host);
        address && !policy::may_dial(*address, address_rules(options)))
      return CrawlError{
          CrawlErrorCode::Private,
          fmt::format("{}: a {} address is not crawled unless private networks are allowed",
                      url.href, policy::name_of(policy::classify_address(*address)))};
  }
  return std::nullopt;
}

// Everything that this crawl will ask: its sources and what a former one left queued. The latter
// matters only without a contact, and to read it takes time.
tl::expected<std::vector<model::Url>, CrawlError> places(const CrawlOptions& options,
                                                         const storage::Archive& archive) {
  auto scope = CrawlScope::create(options.sources, {});
  if (!scope) return crawl_failure(CrawlErrorCode::BadSource, scope.error());
  std::vector<model::Url> urls = scope->seeds();
  if (!options.contact.empty()) return urls;
  for (const auto& backlog : archive.backlog())
    if (auto url = parser::parse_url("http://" + backlog.host + "/"))
      urls.push_back(*std::move(url));
  return urls;
}

}  // namespace

tl::expected<CrawlSummary, CrawlError> crawl(const CrawlOptions& options, storage::Archive& archive,
                                             const parser::Knowledge& knowledge,
                                             CrawlObserver& observer, const StopToken& stop) {
  const auto urls = places(options, archive);
  if (!urls) return tl::unexpected(urls.error());
  if (auto objected = objection(options, *urls)) return tl::unexpected(*std::move(objected));
  const auto user_agent = policy::make_user_agent(options.version, options.contact);
  if (!user_agent) return crawl_failure(CrawlErrorCode::BadContact, options.contact);
  auto fetcher = CurlFetcher::create(
      {*user_agent, [rules = address_rules(options)](std::string_view address) {
         return policy::may_dial(address, rules)
                    ? std::nullopt
                    : std::optional<std::string>("private networks are not allowed");
       }});
  if (!fetcher) return crawl_failure(CrawlErrorCode::Network, fetcher.error());
  const SystemClock clock;
  SystemResolver resolver(clock, [&fetcher] { (*fetcher)->wake(); });
  const CrawlWorld world{**fetcher, resolver, clock, std::random_device()()};
  return crawl_in(world, options, archive, knowledge, observer, stop);
}

}  // namespace dixit::crawler
