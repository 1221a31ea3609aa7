#include <memory>
#include <optional>

#include "cli/inspect_kinds.h"
#include "parser/url/canonical.h"
#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"
#include "report/field_line.h"

namespace dixit::cli {
namespace {

struct UrlReading {
  std::string input;
  std::optional<model::Url> url;
  std::string why_no_url;
  std::optional<model::Url> canonical;
  std::string why_not_canonical;
  std::optional<std::string> registrable_domain;
};

// The parts as the URL Standard's API spells them (https://url.spec.whatwg.org/#api).
void write_parts(const model::Url& url, report::JsonWriter& json) {
  const std::string port = url.port ? std::to_string(*url.port) : "";
  json.member("href", url.href);
  json.member("protocol", url.scheme + ":");
  json.member("host", port.empty() ? url.host : url.host + ":" + port);
  json.member("hostname", url.host);
  json.member("port", port);
  json.member("pathname", url.path);
  json.member("search", url.query && !url.query->empty() ? "?" + *url.query : "");
  json.member("hash", url.fragment && !url.fragment->empty() ? "#" + *url.fragment : "");
}

void write(const UrlReading& reading, report::JsonWriter& json) {
  json.member("in", reading.input);
  json.member_boolean("failure", !reading.url.has_value());
  json.member_or_null("error", reading.why_no_url);
  if (reading.url) write_parts(*reading.url, json);
  json.member_or_null("canonical", reading.canonical ? reading.canonical->href : "");
  json.member_or_null("refused", reading.why_not_canonical);
  json.member_or_null("registrable_domain", reading.registrable_domain.value_or(""));
}

std::string text(const UrlReading& reading, const report::Style& style) {
  using report::StyledText;
  using report::Tone;
  std::string out = StyledText().add(Tone::Heading, reading.input).block(style, "", 0);
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += report::field_line(style, name, StyledText().add(value));
  };
  field("no URL:", reading.why_no_url);
  if (reading.url) {
    field("href", reading.url->href);
    field("host", reading.url->host);
    field("path", reading.url->path);
    field("query", reading.url->query.value_or(""));
  }
  if (reading.canonical) field("canonical", reading.canonical->href);
  field("refused:", reading.why_not_canonical);
  field("domain", reading.registrable_domain.value_or(""));
  return out;
}

void read_url(const std::string& base_text, UrlReading& reading) {
  std::optional<model::Url> base;
  if (!base_text.empty()) {
    const auto parsed = parser::parse_url(base_text);
    if (!parsed) {
      reading.why_no_url = "the base is no URL: " + std::string(describe(parsed.error()));
      return;
    }
    base = *parsed;
  }
  const auto url =
      base ? parser::parse_url(reading.input, *base) : parser::parse_url(reading.input);
  if (url) {
    reading.url = *url;
  } else {
    reading.why_no_url = describe(url.error());
  }
  // Without a base, an address is also taken as a person types it.
  const auto canonical = base ? parser::canonicalise_link(reading.input, *base)
                              : parser::canonicalise_text(reading.input);
  if (canonical) {
    reading.canonical = *canonical;
  } else {
    reading.why_not_canonical = describe(canonical.error());
  }
}

}  // namespace

tl::expected<InspectAnswer, std::string> inspect_url(const InspectRequest& request,
                                                     const parser::Knowledge&) {
  auto reading = std::make_shared<UrlReading>();
  const bool is_host = request.has("host") && !request.has("in");
  reading->input = request.first_of({"in", "ref", "url", "host"});
  if (!is_host) read_url(request.first_of({"base"}), *reading);
  std::string host;
  if (is_host) {
    host = reading->input;
  } else if (const auto& url = reading->canonical; url) {
    host = url->host;
  }
  reading->registrable_domain = parser::registrable_domain(host);
  return InspectAnswer{[reading](report::JsonWriter& json) { write(*reading, json); },
                       [reading](const report::Style& style) { return text(*reading, style); }};
}

}  // namespace dixit::cli
