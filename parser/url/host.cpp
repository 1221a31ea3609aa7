#include "parser/url/host.h"

#include <unicode/uidna.h>

#include <algorithm>
#include <memory>

#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/ip_address.h"
#include "parser/url/percent_encoding.h"

namespace dixit::parser {
namespace {

// DNS allows 253 octets and IDNA may shrink a longer Unicode spelling; far beyond both, a host is
// refused before it costs ICU any time.
constexpr std::size_t kHostBytesMax = 4096;

struct UidnaCloser {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

// ICU documents UIDNA objects as immutable, so one serves all threads.
const UIDNA* shared_idna() {
  static const std::unique_ptr<UIDNA, UidnaCloser> kIdna = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<UIDNA, UidnaCloser>(uidna_openUTS46(
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &status));
  }();
  return kIdna.get();
}

// What UTS 46 reports even when CheckHyphens and VerifyDnsLength are off, as the standard wants.
constexpr std::uint32_t kIgnoredIdnaErrors =
    UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
    UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

bool is_forbidden_in_host(char c) {
  constexpr std::string_view kForbidden("\0\t\n\r #/:<>?@[\\]^|", 17);
  return kForbidden.find(c) != std::string_view::npos;
}

bool is_forbidden_in_domain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_forbidden_in_host(c) || byte < 0x20 || c == '%' || byte == 0x7F;
}

// https://url.spec.whatwg.org/#concept-domain-to-ascii, beStrict false
tl::expected<std::string, UrlError> domain_to_ascii(std::string_view domain) {
  // The standard takes ASCII as it is, even "xn--" labels that no Unicode text gives: hosts with
  // such names exist and answer.
  if (is_ascii(domain)) return ascii_lowercase(domain);
  const UIDNA* idna = shared_idna();
  if (idna == nullptr) return tl::unexpected(UrlError::InvalidHost);
  // Punycode takes at most a few bytes for each code point of the input.
  std::string out(domain.size() * 5 + 64, '\0');
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      uidna_nameToASCII_UTF8(idna, domain.data(), static_cast<std::int32_t>(domain.size()),
                             out.data(), static_cast<std::int32_t>(out.size()), &info, &status);
  if (U_FAILURE(status) || (info.errors & ~kIgnoredIdnaErrors) != 0 || length <= 0) {
    return tl::unexpected(UrlError::InvalidHost);
  }
  out.resize(static_cast<std::size_t>(length));
  return out;
}

tl::expected<std::string, UrlError> parse_bracketed(std::string_view text) {
  if (text.back() != ']') return tl::unexpected(UrlError::InvalidHost);
  const auto pieces = parse_ipv6(text.substr(1, text.size() - 2));
  if (!pieces) return tl::unexpected(UrlError::InvalidHost);
  return "[" + serialise_ipv6(*pieces) + "]";
}

}  // namespace

tl::expected<std::string, UrlError> parse_domain_host(std::string_view text) {
  if (text.size() > kHostBytesMax) return tl::unexpected(UrlError::TooLong);
  if (text.starts_with('[')) return parse_bracketed(text);
  const std::string domain = replace_invalid_utf8(percent_decode(text));
  auto ascii = domain_to_ascii(domain);
  if (!ascii) return ascii;
  if (ascii->empty() || std::any_of(ascii->begin(), ascii->end(), is_forbidden_in_domain)) {
    return tl::unexpected(UrlError::InvalidHost);
  }
  if (!ends_in_number(*ascii)) return ascii;
  const auto address = parse_ipv4(*ascii);
  if (!address) return tl::unexpected(UrlError::InvalidHost);
  return serialise_ipv4(*address);
}

tl::expected<std::string, UrlError> parse_opaque_host(std::string_view text) {
  if (text.size() > kHostBytesMax) return tl::unexpected(UrlError::TooLong);
  if (text.starts_with('[')) return parse_bracketed(text);
  if (std::any_of(text.begin(), text.end(), is_forbidden_in_host)) {
    return tl::unexpected(UrlError::InvalidHost);
  }
  std::string out;
  append_percent_encoded(out, text, EncodeSet::C0Control);
  return out;
}

}  // namespace dixit::parser
