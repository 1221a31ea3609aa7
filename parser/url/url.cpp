#include "parser/url/url.h"

#include <algorithm>
#include <utility>

#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/host.h"
#include "parser/url/percent_encoding.h"
#include "parser/url/url_record.h"

namespace dixit::parser {
namespace {

// A failure to pass on; nothing means that the step went well.
using Failure = std::optional<UrlError>;

bool is_c0_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

// Leading and trailing controls and spaces go, tabs and line ends go everywhere, and bytes that are
// no UTF-8 become U+FFFD.
std::string clean_input(std::string_view input) {
  while (!input.empty() && is_c0_control_or_space(input.front())) input.remove_prefix(1);
  while (!input.empty() && is_c0_control_or_space(input.back())) input.remove_suffix(1);
  std::string out = is_ascii(input) ? std::string(input) : replace_invalid_utf8(input);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// The length of a scheme at the start, without its ":"; 0 when there is none.
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_ascii_alpha(text[0])) return 0;
  std::size_t length = 1;
  while (length < text.size() && (is_ascii_alphanumeric(text[length]) || text[length] == '+' ||
                                  text[length] == '-' || text[length] == '.')) {
    ++length;
  }
  return length < text.size() && text[length] == ':' ? length : 0;
}

// Cuts `text` at the first `mark` and returns what followed it.
std::optional<std::string_view> split_off(std::string_view& text, char mark) {
  const std::size_t position = text.find(mark);
  if (position == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(position + 1);
  text = text.substr(0, position);
  return rest;
}

bool is_single_dot(std::string_view segment) {
  return segment == "." || equals_ignoring_ascii_case(segment, "%2e");
}

bool is_double_dot(std::string_view segment) {
  return segment == ".." || equals_ignoring_ascii_case(segment, ".%2e") ||
         equals_ignoring_ascii_case(segment, "%2e.") ||
         equals_ignoring_ascii_case(segment, "%2e%2e");
}

// The standard's state machine, taken apart by component: no state before the query reads past the
// first "?" and none before the fragment past the first "#", so both are cut off beforehand and
// each state becomes a function over the rest.
// https://url.spec.whatwg.org/#concept-basic-url-parser
class UrlReader {
 public:
  UrlReader(std::string_view cleaned, const UrlRecord* base) : rest_(cleaned), base_(base) {
    fragment_ = split_off(rest_, '#');
    query_ = split_off(rest_, '?');
  }

  tl::expected<model::Url, UrlError> read() {
    const Failure failure = read_before_query();
    if (failure) return tl::unexpected(*failure);
    if (query_) {
      record_.query.emplace();
      append_percent_encoded(*record_.query, *query_,
                             is_special() ? EncodeSet::SpecialQuery : EncodeSet::Query);
    }
    if (fragment_) {
      record_.fragment.emplace();
      append_percent_encoded(*record_.fragment, *fragment_, EncodeSet::Fragment);
    }
    return to_url(std::move(record_));
  }

 private:
  bool is_special() const { return is_special_scheme(record_.scheme); }

  // "/" always, and "\" where the scheme is special.
  bool is_slash(char c) const { return c == '/' || (c == '\\' && is_special()); }
  bool slash_at(std::size_t index) const { return index < rest_.size() && is_slash(rest_[index]); }

  Failure read_before_query() {
    const std::size_t length = scheme_length(rest_);
    if (length == 0) return read_without_scheme();
    record_.scheme = ascii_lowercase(rest_.substr(0, length));
    rest_.remove_prefix(length + 1);
    if (record_.scheme == "file") return read_file();
    if (is_special()) {
      const bool may_be_relative = base_ != nullptr && base_->scheme == record_.scheme;
      if (may_be_relative && !rest_.starts_with("//")) return read_relative();
      return read_special_authority();
    }
    if (rest_.starts_with("//")) {
      rest_.remove_prefix(2);
      return read_authority();
    }
    if (rest_.starts_with('/')) return read_path();
    return read_opaque_path();
  }

  Failure read_opaque_path() {
    record_.has_opaque_path = true;
    append_percent_encoded(record_.opaque_path, rest_, EncodeSet::C0Control);
    // A last space would be lost when the serialised form is read again.
    if (record_.opaque_path.ends_with(' ') && (query_ || fragment_)) {
      record_.opaque_path.pop_back();
      record_.opaque_path += "%20";
    }
    return std::nullopt;
  }

  Failure read_without_scheme() {
    if (base_ == nullptr) return UrlError::NoScheme;
    if (base_->has_opaque_path) {
      if (!rest_.empty() || query_ || !fragment_) return UrlError::NoScheme;
      record_ = *base_;
      return std::nullopt;
    }
    record_.scheme = base_->scheme;
    return record_.scheme == "file" ? read_file() : read_relative();
  }

  // Everything before the path from the base; its path too where `with_path`.
  void copy_authority_from_base() {
    record_.username = base_->username;
    record_.password = base_->password;
    record_.host = base_->host;
    record_.port = base_->port;
  }

  Failure read_relative() {
    if (slash_at(0)) {
      if (slash_at(1)) {
        if (is_special()) return read_special_authority();
        rest_.remove_prefix(2);
        return read_authority();
      }
      copy_authority_from_base();
      return read_path();
    }
    copy_authority_from_base();
    return read_path_beside_base();
  }

  // "page", "" and "?query" stand beside the base's last segment.
  Failure read_path_beside_base() {
    record_.path = base_->path;
    if (rest_.empty()) {
      if (!query_) record_.query = base_->query;
      return std::nullopt;
    }
    shorten_path(record_);
    return read_segments();
  }

  Failure read_special_authority() {
    while (slash_at(0)) rest_.remove_prefix(1);
    return read_authority();
  }

  // https://url.spec.whatwg.org/#authority-state
  Failure read_authority() {
    std::size_t end = 0;
    while (end < rest_.size() && !is_slash(rest_[end])) ++end;
    std::string_view authority = rest_.substr(0, end);
    rest_.remove_prefix(end);
    const std::size_t at = authority.rfind('@');
    if (at != std::string_view::npos) {
      read_credentials(authority.substr(0, at));
      authority.remove_prefix(at + 1);
      if (authority.empty()) return UrlError::MissingHost;
    }
    if (const Failure failure = read_host_and_port(authority)) return failure;
    return read_path();
  }

  void read_credentials(std::string_view credentials) {
    const std::size_t colon = std::min(credentials.find(':'), credentials.size());
    append_percent_encoded(record_.username, credentials.substr(0, colon), EncodeSet::UserInfo);
    if (colon == credentials.size()) return;
    append_percent_encoded(record_.password, credentials.substr(colon + 1), EncodeSet::UserInfo);
  }

  Failure read_host_and_port(std::string_view text) {
    std::size_t colon = 0;
    for (bool in_brackets = false; colon < text.size(); ++colon) {
      if (text[colon] == '[') in_brackets = true;
      if (text[colon] == ']') in_brackets = false;
      if (text[colon] == ':' && !in_brackets) break;
    }
    const std::string_view host = text.substr(0, colon);
    if (host.empty() && (is_special() || colon < text.size())) return UrlError::MissingHost;
    auto parsed = is_special() ? parse_domain_host(host) : parse_opaque_host(host);
    if (!parsed) return parsed.error();
    record_.host = *std::move(parsed);
    return colon < text.size() ? read_port(text.substr(colon + 1)) : std::nullopt;
  }

  Failure read_port(std::string_view digits) {
    if (digits.empty()) return std::nullopt;
    std::uint32_t port = 0;
    for (const char c : digits) {
      if (!is_ascii_digit(c)) return UrlError::InvalidPort;
      port = port * 10 + static_cast<std::uint32_t>(c - '0');
      if (port > 0xFFFF) return UrlError::InvalidPort;
    }
    const auto value = static_cast<std::uint16_t>(port);
    if (default_port(record_.scheme) != value) record_.port = value;
    return std::nullopt;
  }

  // https://url.spec.whatwg.org/#file-state
  Failure read_file() {
    record_.host = "";
    const bool has_file_base = base_ != nullptr && base_->scheme == "file";
    if (slash_at(0)) {
      if (slash_at(1)) {
        rest_.remove_prefix(2);
        return read_file_host();
      }
      if (has_file_base) {
        record_.host = base_->host;
        const bool base_has_drive =
            !base_->path.empty() && is_normalised_windows_drive_letter(base_->path[0]);
        if (base_has_drive && !starts_with_drive_letter(rest_.substr(1))) {
          record_.path.push_back(base_->path[0]);
        }
      }
      return read_path();
    }
    if (!has_file_base) return read_path();
    record_.host = base_->host;
    if (starts_with_drive_letter(rest_)) return read_segments();
    return read_path_beside_base();
  }

  bool starts_with_drive_letter(std::string_view text) const {
    return is_windows_drive_letter(text.substr(0, 2)) && (text.size() == 2 || is_slash(text[2]));
  }

  // https://url.spec.whatwg.org/#file-host-state
  Failure read_file_host() {
    std::size_t end = 0;
    while (end < rest_.size() && !is_slash(rest_[end])) ++end;
    const std::string_view host = rest_.substr(0, end);
    if (is_windows_drive_letter(host)) return read_segments();
    if (!host.empty()) {
      auto parsed = parse_domain_host(host);
      if (!parsed) return parsed.error();
      record_.host = *parsed == "localhost" ? "" : *std::move(parsed);
    }
    rest_.remove_prefix(end);
    return read_path();
  }

  // https://url.spec.whatwg.org/#path-start-state: a special URL always has a path.
  Failure read_path() {
    if (rest_.empty() && !is_special()) return std::nullopt;
    if (slash_at(0)) rest_.remove_prefix(1);
    return read_segments();
  }

  // https://url.spec.whatwg.org/#path-state
  Failure read_segments() {
    for (bool more = true; more;) {
      std::size_t end = 0;
      while (end < rest_.size() && !is_slash(rest_[end])) ++end;
      more = end < rest_.size();
      add_segment(rest_.substr(0, end), more);
      rest_.remove_prefix(more ? end + 1 : end);
    }
    return std::nullopt;
  }

  void add_segment(std::string_view segment, bool slash_follows) {
    if (is_double_dot(segment)) {
      shorten_path(record_);
      if (!slash_follows) record_.path.emplace_back();
      return;
    }
    if (is_single_dot(segment)) {
      if (!slash_follows) record_.path.emplace_back();
      return;
    }
    std::string encoded;
    const bool is_drive =
        record_.scheme == "file" && record_.path.empty() && is_windows_drive_letter(segment);
    append_percent_encoded(encoded, segment, EncodeSet::Path);
    if (is_drive) encoded = {segment[0], ':'};
    record_.path.push_back(std::move(encoded));
  }

  std::string_view rest_;
  std::optional<std::string_view> query_;
  std::optional<std::string_view> fragment_;
  const UrlRecord* base_;
  UrlRecord record_;
};

tl::expected<model::Url, UrlError> read(std::string_view input, const UrlRecord* base) {
  if (input.size() > kUrlInputBytesMax) return tl::unexpected(UrlError::TooLong);
  const std::string cleaned = clean_input(input);
  return UrlReader(cleaned, base).read();
}

}  // namespace

tl::expected<model::Url, UrlError> parse_url(std::string_view input) {
  return read(input, nullptr);
}

tl::expected<model::Url, UrlError> parse_url(std::string_view input, const model::Url& base) {
  if (base.href.empty()) return parse_url(input);
  const UrlRecord record = to_record(base);
  return read(input, &record);
}

std::string host_with_port(const model::Url& url) {
  return url.port ? url.host + ":" + std::to_string(*url.port) : url.host;
}

std::string origin_of(const model::Url& url) { return url.scheme + "://" + host_with_port(url); }

}  // namespace dixit::parser
