#include "parser/html/site_name.h"

#include <algorithm>
#include <array>

#include "parser/text/tokens.h"

namespace dixit::parser {
namespace {

// What parts the headline from the site's name in a title element.
constexpr auto kSeparators = std::to_array<std::string_view>(
    {" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " ‹ ", " « ",
     " / ", "│",   "ㅣ",  "｜",  " ▷ ", " ⋆ ", " ~ ",  " |",  "| ",  "--"});

// Shorter names are found in any address.
constexpr std::size_t kNameBytesMin = 3;

std::string squeezed(std::string_view comparable_text) {
  std::string out;
  for (const char c : comparable_text) {
    const bool is_mark = c == ' ' || c == '-' || c == '.' || c == '\'' || c == '&';
    if (!is_mark) out += c;
  }
  return out;
}

// "example" of "www.example.co.uk": the last label that is no suffix.
std::string own_label(std::string_view host) {
  constexpr std::size_t kSuffixBytesMax = 3;
  std::string_view rest = host.substr(0, host.rfind('.'));
  while (true) {
    const std::size_t dot = rest.rfind('.');
    const std::string_view label = dot == std::string_view::npos ? rest : rest.substr(dot + 1);
    if (label.size() > kSuffixBytesMax || dot == std::string_view::npos) {
      return squeezed(comparable(label));
    }
    const std::string_view before = rest.substr(0, dot);
    if (before == "www") return squeezed(comparable(label));
    rest = before;
  }
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// The earliest separator at or after `from`: its offset and length, or npos.
std::pair<std::size_t, std::size_t> next_separator(std::string_view title, std::size_t from) {
  std::pair<std::size_t, std::size_t> best{std::string_view::npos, 0};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.find(separator, from);
    if (at < best.first) best = {at, separator.size()};
  }
  return best;
}

}  // namespace

std::string comparable(std::string_view text) {
  std::string out;
  const JoiningRules none;
  const std::string folded = fold_word(text);
  for (const Token& token : tokenize(folded, none)) {
    if (token.kind == TokenKind::Punctuation) continue;
    if (!out.empty()) out += ' ';
    out.append(folded, token.start, token.end - token.start);
  }
  return out;
}

std::vector<std::string_view> title_segments(std::string_view title) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  while (true) {
    const auto [at, length] = next_separator(title, begin);
    const std::string_view segment =
        trimmed(title.substr(begin, at == std::string_view::npos ? at : at - begin));
    if (!segment.empty()) segments.push_back(segment);
    if (at == std::string_view::npos) return segments;
    begin = at + length;
  }
}

std::string_view without_www(std::string_view host) {
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool leads_home(std::string_view href) {
  const std::size_t scheme = href.find("://");
  if (scheme != std::string_view::npos) {
    const std::size_t slash = href.find('/', scheme + 3);
    href = slash == std::string_view::npos ? "/" : href.substr(slash);
  }
  return href == "/" || href == "./" || href == "/index.html" || href == "/index.php";
}

SiteNames::SiteNames(const std::vector<std::string_view>& names, std::string_view host)
    : host_(own_label(host)) {
  names_.push_back(comparable(without_www(host)));
  for (const std::string_view name : names) {
    std::string key = comparable(name);
    if (!key.empty()) names_.push_back(std::move(key));
  }
}

bool SiteNames::is_site(std::string_view text) const {
  const std::string key = comparable(text);
  if (key.empty()) return false;
  if (std::ranges::find(names_, key) != names_.end()) return true;
  const std::string joined = squeezed(key);
  if (joined.size() < kNameBytesMin || host_.size() < kNameBytesMin) return false;
  // "Example" and "Example News" of example.com, "example.com" itself.
  return joined == host_ || (joined.starts_with(host_) && joined.size() <= host_.size() + 6) ||
         (host_.starts_with(joined) && joined.size() * 2 > host_.size());
}

std::string SiteNames::without_site(std::string_view title) const {
  const std::vector<std::string_view> segments = title_segments(title);
  std::size_t first = 0;
  std::size_t last = segments.size();
  while (last - first > 1 && is_site(segments[last - 1])) --last;
  while (last - first > 1 && is_site(segments[first])) ++first;
  if (segments.empty()) return std::string(title);
  const char* begin = segments[first].data();
  const char* end = segments[last - 1].data() + segments[last - 1].size();
  return {begin, end};
}

}  // namespace dixit::parser
