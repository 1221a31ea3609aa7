#include "cli/crawl_settings.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/sources_file.h"
#include "cli/version.h"

namespace dixit::cli {
namespace {

constexpr std::size_t kSourcesBytesMax = 16u << 20;  // a hundred thousand sources
constexpr double kDelaySecondsMax = 86'400;          // as long as a Crawl-delay may be
constexpr std::string_view kNothingToCrawl =
    "nothing to crawl: name a URL or a file of sources; the archive has nothing waiting";

// An address on the web may end like a file.
bool is_list(std::string_view word) {
  if (word.find("://") != std::string_view::npos) return false;
  return word.ends_with(".toml") || word.ends_with(".opml") || word.ends_with(".xml");
}

// What reads like an address without its scheme: a host's name before the first slash.
bool looks_like_address(std::string_view word) {
  const std::string_view host = word.substr(0, word.find('/'));
  const bool has_path = host.size() < word.size();
  return has_path && !host.starts_with('.') && host.find('.') != std::string_view::npos;
}

// Seconds, such as "2" or "0.5", as milliseconds.
tl::expected<std::optional<std::int64_t>, UsageError> delay_option(const Arguments& arguments) {
  if (!arguments.has("delay")) return std::nullopt;
  const std::string text = arguments.get("delay");
  double seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc() || stopped != end || !(seconds >= 0 && seconds <= kDelaySecondsMax)) {
    return tl::unexpected(UsageError{
        fmt::format("--delay {}: must be seconds, from 0 to {:.0f}", text, kDelaySecondsMax)});
  }
  return static_cast<std::int64_t>(seconds * 1000);
}

}  // namespace

std::vector<Option> fetch_options() {
  return {{0, "contact", "WHO",
           "e-mail address or URL, sent to every server; else DIXIT_CONTACT; needed for public "
           "hosts"},
          {0, "delay", "SECONDS", "between requests to a host (5); never below 1 but on loopback"},
          {0, "allow-private", "", "fetch from loopback and private networks"}};
}

tl::expected<crawler::CrawlOptions, UsageError> fetch_settings(const Arguments& arguments,
                                                               const Session& session) {
  crawler::CrawlOptions options;
  options.version = kVersion;
  options.contact =
      arguments.has("contact") ? arguments.get("contact") : session.environment("DIXIT_CONTACT");
  options.allow_private = arguments.has("allow-private");
  const auto delay = delay_option(arguments);
  if (!delay) return tl::unexpected(delay.error());
  options.delay_ms = *delay;
  return options;
}

tl::expected<std::vector<crawler::Source>, std::string> sources_of(
    const std::vector<std::string>& words) {
  std::vector<crawler::Source> sources;
  for (const auto& word : words) {
    if (!is_list(word)) {
      sources.push_back({.url = word});
      continue;
    }
    const auto text = read_file(word, kSourcesBytesMax);
    std::error_code error;
    if (!text && looks_like_address(word) && !std::filesystem::exists(word, error)) {
      return tl::unexpected(
          fmt::format("{}; the address is written https://{}", text.error(), word));
    }
    if (!text) return tl::unexpected(text.error());
    auto listed = read_sources(word, *text);
    if (!listed) return tl::unexpected(listed.error());
    for (auto& source : *listed) sources.push_back(std::move(source));
  }
  return sources;
}

int print_crawl_error(Session& session, std::string_view command,
                      const crawler::CrawlError& error) {
  using crawler::CrawlErrorCode;
  switch (error.code) {
    case CrawlErrorCode::NothingToDo:
      return refuse_usage(session, command, kNothingToCrawl);
    case CrawlErrorCode::BadSource:
      print_error(session, error.context,
                  "a source is an http or https URL, or a *.toml or *.opml file");
      return kUsage;
    case CrawlErrorCode::Private:
      print_error(session, error.context, "--allow-private allows them");
      return kUsage;
    case CrawlErrorCode::NoContact:
      print_error(session, error.context,
                  "give --contact with an e-mail address or URL where webmasters reach you");
      return kUsage;
    case CrawlErrorCode::BadContact:
      print_error(session, error.context, "--contact takes an e-mail address or an http(s) URL");
      return kUsage;
    case CrawlErrorCode::Storage:
      print_error(session, error.context, "what was committed before is kept");
      return kFailure;
    case CrawlErrorCode::Network:
      print_error(session, error.context);
      return kFailure;
  }
  return kFailure;
}

}  // namespace dixit::cli
