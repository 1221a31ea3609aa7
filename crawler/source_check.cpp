#include "crawler/source_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "parser/url/canonical.h"
#include "parser/url/url.h"
#include "policy/robots.h"
#include "policy/user_agent.h"
#include "storage/archive.h"
#include "storage/http_message.h"

namespace dixit::crawler {
namespace {

using storage::UrlKind;
using storage::UrlState;

constexpr int kRedirectsMax = 10;

// A check is watched by a person: what a host asks to wait longer for is said instead.
constexpr std::int64_t kPatienceMs = 20'000;

// Where sites that name no feed or sitemap keep them all the same.
struct UsualPlace {
  std::string_view path;
  UrlKind kind;
};
constexpr std::array<UsualPlace, 6> kUsualPlaces{{{"/feed", UrlKind::Feed},
                                                  {"/rss.xml", UrlKind::Feed},
                                                  {"/feed.xml", UrlKind::Feed},
                                                  {"/atom.xml", UrlKind::Feed},
                                                  {"/sitemap.xml", UrlKind::Sitemap},
                                                  {"/news-sitemap.xml", UrlKind::Sitemap}}};

SourceKind source_kind(UrlKind kind) {
  return kind == UrlKind::Feed      ? SourceKind::Feed
         : kind == UrlKind::Sitemap ? SourceKind::Sitemap
                                    : SourceKind::Auto;
}

UrlKind url_kind(SourceKind kind) {
  return kind == SourceKind::Feed      ? UrlKind::Feed
         : kind == SourceKind::Sitemap ? UrlKind::Sitemap
                                       : UrlKind::Page;
}

// Reads what a crawl has left in the archive of one address.
class Inspector {
 public:
  Inspector(const storage::Archive& archive, const parser::Knowledge& knowledge)
      : archive_(&archive), knowledge_(&knowledge) {}

  [[nodiscard]] CheckedUrl inspect(const Source& source) const {
    CheckedUrl checked;
    checked.url = source.url;
    const auto url = parser::canonicalise_text(source.url);
    if (!url) {
      checked.problem = parser::describe(url.error());
      checked.remedy = "write the whole address, such as https://press.example/feed";
      return checked;
    }
    const auto record = last_record(url->href);
    if (!record) {
      checked.problem = "was not asked";
      checked.remedy = "try again later";
      return checked;
    }
    if (record->url != url->href) checked.ends_at = record->url;
    checked.robots = robots_of(record->url, *record);
    if (record->state == UrlState::Fetched) {
      read(source, *record, checked);
    } else {
      explain(*record, checked);
    }
    return checked;
  }

  // The sitemaps that the origin's robots.txt names.
  [[nodiscard]] std::vector<FoundUrl> sitemaps_of(const std::string& address) const {
    std::vector<FoundUrl> found;
    const auto robots = robots_record(address);
    if (!robots) return found;
    for (const auto& sitemap : policy::parse_robots(robots->body).sitemaps) {
      found.push_back({sitemap.url, UrlKind::Sitemap, false, ""});
    }
    return found;
  }

 private:
  // After redirects.
  [[nodiscard]] std::optional<storage::UrlRecord> last_record(const std::string& url) const {
    auto record = archive_->url(url);
    for (int i = 0; record && record->state == UrlState::Redirected && i < kRedirectsMax; ++i) {
      const auto capture = archive_->capture(record->capture_id);
      if (!capture || capture->redirect_target.empty()) break;
      auto next = archive_->url(capture->redirect_target);
      if (!next) break;
      record = std::move(next);
    }
    return record;
  }

  [[nodiscard]] std::optional<storage::RobotsRecord> robots_record(
      const std::string& address) const {
    const auto url = parser::parse_url(address);
    return url ? archive_->robots(parser::origin_of(*url)) : std::nullopt;
  }

  [[nodiscard]] std::string robots_of(const std::string& address,
                                      const storage::UrlRecord& record) const {
    if (record.state == UrlState::Disallowed) return record.reason;
    const auto robots = robots_record(address);
    if (!robots) return "not known";
    const auto delay =
        policy::crawl_delay_ms(policy::parse_robots(robots->body), policy::kProductToken);
    if (!delay) return "allowed";
    return fmt::format("allowed, {:g} s apart", static_cast<double>(*delay) / 1000);
  }

  void read(const Source& source, const storage::UrlRecord& record, CheckedUrl& checked) const {
    const auto capture = archive_->capture(record.capture_id);
    const auto bytes =
        capture ? archive_->payload(*capture) : tl::expected<std::string, storage::StorageError>();
    if (!capture || !bytes) {
      checked.problem = record.reason.empty() ? "its answer was not kept" : record.reason;
      checked.remedy = "the publisher does not want it archived: leave the source out";
      return;
    }
    Payload payload;
    payload.bytes = *bytes;
    payload.url = record.url;
    payload.content_type = storage::header_value(capture->headers, "content-type").value_or("");
    payload.content_encoding =
        storage::header_value(capture->headers, "content-encoding").value_or("");
    payload.kind = url_kind(source.kind);
    checked.reading = read_source(*knowledge_, payload);
    checked.problem = checked.reading.problem;
    if (!checked.is_good()) {
      checked.remedy = "open it in a browser: it may have moved, or want a reader's consent first";
    } else if (source.kind == SourceKind::Feed && checked.reading.kind == "page") {
      checked.problem = "a page, not a feed";
      checked.remedy = "name the feed's own address; what the page offers is listed below it";
    } else if (checked.reading.entries == 0 && checked.reading.kind != "page") {
      checked.problem = "lists nothing";
      checked.remedy = "wait for its first entry, or name another";
    }
  }

  static void explain(const storage::UrlRecord& record, CheckedUrl& checked) {
    checked.problem = record.reason;
    switch (record.state) {
      case UrlState::Disallowed:
        checked.remedy = "ask the publisher for leave, or leave the source out";
        break;
      case UrlState::Gone:
        checked.remedy = "check the site's front page instead: it names its feeds";
        break;
      case UrlState::Refused:
        checked.remedy = "name the address that it leads to";
        break;
      default:
        checked.remedy = "check the spelling, or try again later";
    }
    if (checked.problem.empty()) checked.problem = "no answer yet";
  }

  const storage::Archive* archive_;
  const parser::Knowledge* knowledge_;
};

CrawlOptions one_step(const CrawlOptions& options, std::vector<Source> sources) {
  CrawlOptions step = options;
  step.sources = std::move(sources);
  for (Source& source : step.sources) {
    source.scope = SourceScope::Page;
    source.also.clear();
  }
  step.max_depth = 0;
  step.max_pages = 0;
  step.patience_ms = std::min(step.patience_ms, kPatienceMs);
  return step;
}

bool can_be_asked(const Source& source) {
  const auto url = parser::canonicalise_text(source.url);
  return url && (url->scheme == "http" || url->scheme == "https");
}

// What a page might have for us, each address once: what it names, what robots.txt names, and the
// usual places where it names none of a kind.
std::vector<Source> candidates_of(const Inspector& inspector, const CheckedUrl& page) {
  const std::string& address = page.ends_at.empty() ? page.url : page.ends_at;
  std::vector<FoundUrl> named = page.reading.lists;
  for (FoundUrl& sitemap : inspector.sitemaps_of(address)) named.push_back(std::move(sitemap));
  const auto base = parser::canonicalise_text(address);
  for (const UsualPlace& place : kUsualPlaces) {
    const bool has_kind = std::any_of(named.begin(), named.end(), [&](const FoundUrl& found) {
      return !found.listed && found.kind == place.kind;
    });
    if (base && !has_kind) {
      // "listed" tells a guess from what was named.
      named.push_back({parser::origin_of(*base) + std::string(place.path), place.kind, true, ""});
    }
  }
  std::vector<Source> sources;
  std::set<std::string> seen{address};
  for (const FoundUrl& found : named) {
    Source source{.url = found.url, .kind = source_kind(found.kind)};
    if (sources.size() < kOffersMax && can_be_asked(source) && seen.insert(found.url).second) {
      sources.push_back(std::move(source));
    }
  }
  return sources;
}

}  // namespace

tl::expected<std::vector<SourceCheck>, CrawlError> check_sources(const CrawlOptions& options,
                                                                 storage::Archive& scratch,
                                                                 const parser::Knowledge& knowledge,
                                                                 CrawlObserver& observer,
                                                                 const StopToken& stop) {
  std::vector<Source> askable;
  std::copy_if(options.sources.begin(), options.sources.end(), std::back_inserter(askable),
               can_be_asked);
  const auto ask = [&](std::vector<Source> sources) -> tl::expected<void, CrawlError> {
    if (sources.empty()) return {};
    const auto asked =
        crawl(one_step(options, std::move(sources)), scratch, knowledge, observer, stop);
    if (!asked) return tl::unexpected(asked.error());
    return {};
  };
  if (const auto asked = ask(askable); !asked) return tl::unexpected(asked.error());

  const Inspector inspector(scratch, knowledge);
  std::vector<SourceCheck> checks;
  std::vector<std::vector<Source>> candidates;
  std::vector<Source> second;
  for (const Source& source : options.sources) {
    checks.push_back({source, inspector.inspect(source), {}});
    const bool is_page = checks.back().found.reading.kind == "page";
    candidates.push_back(is_page ? candidates_of(inspector, checks.back().found)
                                 : std::vector<Source>());
    second.insert(second.end(), candidates.back().begin(), candidates.back().end());
  }
  if (const auto asked = ask(std::move(second)); !asked) return tl::unexpected(asked.error());
  for (std::size_t i = 0; i < checks.size(); ++i) {
    for (const Source& candidate : candidates[i]) {
      CheckedUrl offer = inspector.inspect(candidate);
      const bool is_source = offer.is_good() && offer.reading.kind != "page";
      if (is_source) checks[i].offers.push_back(std::move(offer));
    }
  }
  return checks;
}

}  // namespace dixit::crawler
