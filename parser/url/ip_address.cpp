#include "parser/url/ip_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Beyond any 32-bit value, so that a digit more changes nothing.
constexpr std::uint64_t kNumberCeiling = std::uint64_t{1} << 40;

// https://url.spec.whatwg.org/#ipv4-number-parser
std::optional<std::uint64_t> parse_ipv4_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int base = 10;
  if (starts_with_ignoring_ascii_case(text, "0x")) {
    text.remove_prefix(2);
    base = 16;
  } else if (text.size() >= 2 && text[0] == '0') {
    text.remove_prefix(1);
    base = 8;
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = hex_value(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = std::min(value * static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(digit),
                     kNumberCeiling);
  }
  return value;
}

std::vector<std::string_view> split_labels(std::string_view host) {
  std::vector<std::string_view> labels;
  for (std::size_t start = 0; start <= host.size();) {
    const std::size_t dot = std::min(host.find('.', start), host.size());
    labels.push_back(host.substr(start, dot - start));
    start = dot + 1;
  }
  if (labels.size() > 1 && labels.back().empty()) labels.pop_back();
  return labels;
}

// Reads the text form of an IPv6 address, https://url.spec.whatwg.org/#concept-ipv6-parser
class Ipv6Reader {
 public:
  explicit Ipv6Reader(std::string_view text) : text_(text) {}

  std::optional<Ipv6Pieces> read() {
    if (at(0) == ':') {
      if (at(1) != ':') return std::nullopt;
      position_ = 2;
      compress_ = ++count_;
    }
    while (position_ < text_.size()) {
      if (count_ == pieces_.size()) return std::nullopt;
      if (!read_piece()) return std::nullopt;
    }
    return finish();
  }

 private:
  char at(std::size_t ahead) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
  }

  bool read_piece() {
    if (at(0) == ':') {
      if (compress_) return false;
      ++position_;
      compress_ = ++count_;
      return true;
    }
    std::uint32_t value = 0;
    std::size_t length = 0;
    while (length < 4 && position_ < text_.size() && hex_value(at(0)) >= 0) {
      value = value * 16 + static_cast<std::uint32_t>(hex_value(at(0)));
      ++position_;
      ++length;
    }
    if (at(0) == '.') {
      position_ -= length;
      return length > 0 && count_ <= 6 && read_dotted_quad();
    }
    if (at(0) == ':') {
      ++position_;
      if (position_ == text_.size()) return false;
    } else if (position_ < text_.size()) {
      return false;
    }
    pieces_[count_++] = static_cast<std::uint16_t>(value);
    return true;
  }

  bool read_dotted_quad() {
    for (int seen = 0; seen < 4; ++seen) {
      if (seen > 0 && text_[position_++] != '.') return false;
      const std::optional<std::uint16_t> octet = read_octet();
      if (!octet || (seen < 3 && position_ == text_.size())) return false;
      std::uint16_t& piece = pieces_[count_];
      piece = static_cast<std::uint16_t>(piece * 256 + *octet);
      if (seen % 2 == 1) ++count_;
    }
    return position_ == text_.size();
  }

  std::optional<std::uint16_t> read_octet() {
    if (!is_ascii_digit(at(0))) return std::nullopt;
    int value = 0;
    for (std::size_t length = 0; is_ascii_digit(at(0)); ++length, ++position_) {
      if (length == 1 && value == 0) return std::nullopt;
      value = value * 10 + (at(0) - '0');
      if (value > 255) return std::nullopt;
    }
    return static_cast<std::uint16_t>(value);
  }

  std::optional<Ipv6Pieces> finish() {
    if (!compress_) return count_ == pieces_.size() ? std::optional(pieces_) : std::nullopt;
    const auto first = pieces_.begin() + static_cast<std::ptrdiff_t>(*compress_);
    const auto last = pieces_.begin() + static_cast<std::ptrdiff_t>(count_);
    std::rotate(first, last, pieces_.end());
    return pieces_;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  Ipv6Pieces pieces_{};
  std::size_t count_ = 0;
  std::optional<std::size_t> compress_;  // the piece before which zeros were left out
};

struct ZeroRun {
  std::size_t start = 0;
  std::size_t length = 0;
};

ZeroRun longest_zero_run(const Ipv6Pieces& pieces) {
  ZeroRun best;
  for (std::size_t start = 0; start < pieces.size(); ++start) {
    std::size_t end = start;
    while (end < pieces.size() && pieces[end] == 0) ++end;
    if (end - start > best.length) best = {start, end - start};
  }
  return best;
}

}  // namespace

bool ends_in_number(std::string_view host) {
  if (host.empty()) return false;
  const std::vector<std::string_view> labels = split_labels(host);
  const std::string_view last = labels.back();
  const bool all_digits = std::all_of(last.begin(), last.end(), is_ascii_digit);
  return (!last.empty() && all_digits) || parse_ipv4_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view host) {
  const std::vector<std::string_view> labels = split_labels(host);
  if (labels.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::optional<std::uint64_t> number = parse_ipv4_number(labels[i]);
    if (!number) return std::nullopt;
    const bool is_last = i + 1 == labels.size();
    // The last number fills all the bytes that the others leave.
    const std::size_t bits = is_last ? 8 * (5 - labels.size()) : 8;
    if (*number >= (std::uint64_t{1} << bits)) return std::nullopt;
    address = (address << bits) | *number;
  }
  return static_cast<std::uint32_t>(address);
}

std::string serialise_ipv4(std::uint32_t address) {
  return fmt::format("{}.{}.{}.{}", address >> 24, (address >> 16) & 0xFF, (address >> 8) & 0xFF,
                     address & 0xFF);
}

std::optional<Ipv6Pieces> parse_ipv6(std::string_view text) { return Ipv6Reader(text).read(); }

std::string serialise_ipv6(const Ipv6Pieces& pieces) {
  const ZeroRun run = longest_zero_run(pieces);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (run.length > 1 && i == run.start) {
      out += i == 0 ? "::" : ":";
      i += run.length - 1;
      continue;
    }
    out += fmt::format("{:x}", pieces[i]);
    if (i + 1 < pieces.size()) out += ':';
  }
  return out;
}

}  // namespace dixit::parser
