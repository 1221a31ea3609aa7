#include <algorithm>
#include <array>

#include "parser/http/media_type.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Comments, licences and style sheet instructions before a root element are seldom longer.
constexpr std::size_t kSniffBytesMax = 8u << 10;

// The share of a text's start that may be control bytes, for wrong charsets' sake: none.
bool has_binary_byte(std::string_view bytes) {
  // https://mimesniff.spec.whatwg.org/#binary-data-byte
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x08 || byte == 0x0B || (byte >= 0x0E && byte <= 0x1A) ||
           (byte >= 0x1C && byte <= 0x1F);
  });
}

// UTF-16 text in ASCII's range without its zero bytes, so that its markup can be recognised.
std::string narrowed(std::string_view bytes) {
  std::string out(bytes.substr(0, kSniffBytesMax));
  const bool is_wide = out.starts_with("\xFF\xFE") || out.starts_with("\xFE\xFF") ||
                       out.starts_with(std::string_view("<\0", 2)) ||
                       out.starts_with(std::string_view("\0<", 2));
  if (is_wide) std::erase(out, '\0');
  if (out.starts_with("\xFF\xFE") || out.starts_with("\xFE\xFF")) out.erase(0, 2);
  if (out.starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
  return out;
}

// The name of the first element, in lower case and without a prefix; "" when text comes first.
std::string root_element(std::string_view text) {
  while (true) {
    text = trim_ascii(text);
    if (!text.starts_with('<')) return "";
    std::string_view end = ">";
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = "?>";
    } else if (!text.starts_with("<!")) {
      break;
    }
    std::size_t close = text.find(end);
    // A document type's own declarations stand in brackets.
    const std::size_t bracket = text.find('[');
    if (text.starts_with("<!D") && bracket < close) close = text.find(end, text.find(']'));
    if (close == std::string_view::npos) return "";
    if (starts_with_ignoring_ascii_case(text, "<!doctype html")) return "html";
    text.remove_prefix(close + end.size());
  }
  std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  name.remove_prefix(std::min(name.find(':') + 1, name.size()));
  return ascii_lowercase(name);
}

std::optional<ContentKind> kind_of_root(std::string_view root) {
  constexpr std::array<std::string_view, 3> kFeeds{"rss", "feed", "rdf"};
  constexpr std::array<std::string_view, 2> kSitemaps{"urlset", "sitemapindex"};
  constexpr std::array<std::string_view, 14> kHtml{"html", "head", "body",  "title", "meta",
                                                   "link", "div",  "table", "p",     "script",
                                                   "a",    "br",   "h1",    "iframe"};
  const auto is_in = [root](const auto& names) {
    return std::find(names.begin(), names.end(), root) != names.end();
  };
  if (is_in(kFeeds)) return ContentKind::Feed;
  if (is_in(kSitemaps)) return ContentKind::Sitemap;
  if (is_in(kHtml)) return ContentKind::Html;
  return std::nullopt;
}

std::optional<ContentKind> kind_of_header(std::string_view content_type) {
  const std::optional<MediaType> media_type = parse_media_type(content_type);
  if (!media_type) return std::nullopt;
  const std::string& type = media_type->type;
  const std::string& subtype = media_type->subtype;
  if (subtype == "html" || subtype == "xhtml+xml") return ContentKind::Html;
  if (subtype == "rss+xml" || subtype == "atom+xml" || subtype == "rdf+xml") {
    return ContentKind::Feed;
  }
  if (subtype == "feed+json") return ContentKind::JsonFeed;
  if (subtype == "xml" || subtype.ends_with("+xml")) return ContentKind::Xml;
  if (subtype == "json" || subtype.ends_with("+json")) return ContentKind::Json;
  if (subtype == "pdf") return ContentKind::Pdf;
  if (type == "text") return ContentKind::Text;
  if (type == "image" || type == "audio" || type == "video" || type == "font") {
    return ContentKind::Binary;
  }
  return std::nullopt;
}

ContentKind kind_of_json(std::string_view text) {
  return text.find("https://jsonfeed.org/version/") != std::string_view::npos ||
                 text.find("https:\\/\\/jsonfeed.org\\/version\\/") != std::string_view::npos
             ? ContentKind::JsonFeed
             : ContentKind::Json;
}

}  // namespace

ContentKind sniff_content(std::string_view content_type, std::string_view bytes) {
  const std::string start = narrowed(bytes);
  const std::string_view text = trim_ascii(start);
  if (text.empty()) return ContentKind::Empty;
  if (text.starts_with("%PDF-")) return ContentKind::Pdf;
  const std::optional<ContentKind> declared = kind_of_header(content_type);
  if (has_binary_byte(text)) {
    // A page of many-byte text may hold a stray control; a stranger's file without a label may not.
    return declared == ContentKind::Html ? ContentKind::Html : ContentKind::Binary;
  }
  const std::string root = root_element(text);
  if (const auto kind = kind_of_root(root)) return *kind;
  const bool looks_like_json = text.starts_with('{') || text.starts_with('[');
  if (looks_like_json && declared != ContentKind::Html) return kind_of_json(text);
  if (declared) return *declared;
  if (text.starts_with("<?xml")) return ContentKind::Xml;
  return root.empty() ? ContentKind::Text : ContentKind::Html;
}

}  // namespace dixit::parser
