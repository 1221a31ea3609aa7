#include "parser/url/registrable_domain.h"

#include <libpsl.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/ip_address.h"

namespace dixit::parser {
namespace {

// Longest name in DNS (RFC 1035), with room for its Unicode spelling.
constexpr std::size_t kHostBytesMax = 1024;

std::string lowercase(std::string_view host) {
  if (is_ascii(host)) return ascii_lowercase(host);
  std::string out;
  icu::UnicodeString::fromUTF8({host.data(), static_cast<std::int32_t>(host.size())})
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

bool has_empty_label(std::string_view host) {
  return host.starts_with('.') || host.ends_with('.') || host.find("..") != std::string_view::npos;
}

bool is_public_suffix(const std::string& domain) {
  // Without the star rule, by which the list takes every unknown last label for a suffix.
  return psl_is_public_suffix2(psl_builtin(), domain.c_str(),
                               PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) == 1;
}

}  // namespace

std::optional<std::string> registrable_domain(std::string_view host) {
  if (host.empty() || host.size() > kHostBytesMax || has_empty_label(host)) return std::nullopt;
  if (host.front() == '[' || ends_in_number(host)) return std::nullopt;
  const std::string name = lowercase(host);
  std::string candidate = name;
  while (!is_public_suffix(candidate)) {
    const std::size_t dot = candidate.find('.');
    if (dot == std::string::npos) return std::nullopt;
    const std::string parent = candidate.substr(dot + 1);
    if (is_public_suffix(parent)) return candidate;
    candidate = parent;
  }
  return std::nullopt;
}

}  // namespace dixit::parser
