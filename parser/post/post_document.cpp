#include "parser/post/post_document.h"

#include <utility>

#include "parser/html/white_space.h"
#include "parser/knowledge/knowledge.h"
#include "parser/quote/analysis.h"
#include "parser/quote/own_words.h"
#include "parser/quote/quotation_room.h"
#include "parser/quote/quotations.h"
#include "parser/reader.h"
#include "parser/text/language.h"
#include "parser/text/utf8.h"
#include "parser/url/page_url.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// An account is an outlet of its own: its address without the scheme, which is the same on every
// page that shows it.
std::string outlet_of(const PostWords& words, model::PostPlatform platform) {
  // A person of an ActivityPub server has two addresses, one for people and one for machines.
  const std::size_t server = words.handle.rfind('@');
  if (platform == model::PostPlatform::ActivityPub && server != std::string::npos && server > 0) {
    return words.handle.substr(server + 1) + "/" + words.handle.substr(0, server);
  }
  const auto url = parse_url(words.profile_url);
  if (url) return host_with_port(*url) + url->path;
  if (!words.handle.empty()) return words.handle;
  const auto post = parse_url(words.url);
  return post ? host_with_port(*post) : std::string();
}

// "Name (@handle)", as far as either is known.
std::string byline_of(const PostWords& words) {
  const std::string name = collapse_white_space(words.name);
  if (name.empty() || words.handle.empty()) return name + words.handle;
  return name + " (" + words.handle + ")";
}

class Writer {
 public:
  explicit Writer(model::Document& document) : document_(&document) {}

  // Lays out one author's words; nothing when there are none.
  std::optional<OwnWords> write(const PostWords& words, model::BlockKind kind) {
    OwnWords own;
    const std::string byline = byline_of(words);
    own.name = words.handle.empty() ? byline : words.handle;
    if (!byline.empty()) {
      const model::Span line = add_line(byline, model::BlockKind::Heading, words);
      const std::size_t begin = line.start + byline.rfind(own.name);
      own.source = {.start = begin, .end = begin + own.name.size()};
    }
    named_ = own.source;
    for (const std::string& paragraph : words.paragraphs) {
      own.stretches.push_back(add_line(paragraph, kind, words));
    }
    if (own.stretches.empty()) return std::nullopt;
    return own;
  }

  // Where the author of the words written last is named, in bytes.
  [[nodiscard]] model::Span named() const { return named_; }

 private:
  // The line's place in bytes; its block counts code points.
  model::Span add_line(const std::string& line, model::BlockKind kind, const PostWords& words) {
    std::string& text = document_->text;
    if (!text.empty()) {
      text += '\n';
      ++code_points_;
    }
    const std::size_t length = count_code_points(line);
    model::Block block{.kind = kind, .span = {code_points_, code_points_ + length}};
    if (kind == model::BlockKind::EmbeddedPost) {
      block.author = words.handle;
      block.url = words.url;
    }
    document_->blocks.push_back(std::move(block));
    const model::Span bytes{.start = text.size(), .end = text.size() + line.size()};
    text += line;
    code_points_ += length;
    return bytes;
  }

  model::Document* document_;
  model::Span named_;
  std::size_t code_points_ = 0;
};

std::vector<OwnWords> lay_out(const PostReading& reading, model::Document& document) {
  std::vector<OwnWords> voices;
  Writer writer(document);
  const model::Hop outlet{.role = model::HopRole::Outlet, .name = document.outlet};
  if (auto own = writer.write(reading.own, model::BlockKind::Paragraph)) {
    own->hops = {outlet};
    voices.push_back(*std::move(own));
  }
  const model::Hop republisher{
      .role = model::HopRole::Republisher, .name = reading.own.handle, .span = writer.named()};
  for (const PostWords& words : reading.passed_on) {
    auto other = writer.write(words, model::BlockKind::EmbeddedPost);
    if (!other) continue;
    // The account where the words were posted is where they come from.
    other->hops = {{.role = model::HopRole::Outlet, .name = outlet_of(words, reading.platform)},
                   republisher,
                   outlet};
    other->report_status = model::ReportStatus::Relayed;
    voices.push_back(*std::move(other));
  }
  return voices;
}

std::string words_of(const PostReading& reading) {
  std::string words;
  for (const std::string& line : reading.own.paragraphs) words += line + '\n';
  if (!words.empty()) return words;
  for (const PostWords& other : reading.passed_on) {
    for (const std::string& line : other.paragraphs) words += line + '\n';
  }
  return words;
}

void read_quotations(const Knowledge& knowledge, std::vector<OwnWords> voices,
                     model::Document& document) {
  const Language* language = knowledge.language(document.language);
  if (language == nullptr) {
    document.quotations = quote_unread(document.text, document.language, voices);
    return;
  }
  const Analysis analysis(document.text, *language, knowledge.entities());
  QuoteContext context;
  context.outlet = document.outlet;
  context.own_words = std::move(voices);
  set_quotations(document, find_quotations(analysis, context));
}

model::Post post_of(PostReading reading) {
  model::Post post;
  post.platform = reading.platform;
  post.handle = std::move(reading.own.handle);
  post.name = collapse_white_space(reading.own.name);
  post.profile_url = std::move(reading.own.profile_url);
  post.links = std::move(reading.links);
  post.relations = std::move(reading.relations);
  post.edited = reading.edited;
  post.edited_at = std::move(reading.edited_at);
  post.deleted = reading.deleted;
  return post;
}

}  // namespace

model::Document post_document(const Knowledge& knowledge, PostReading reading,
                              const std::string& url, const std::string& language_hint) {
  model::Document document;
  document.url = url;
  document.canonical_url = reading.own.url.empty() ? url : reading.own.url;
  document.page_url = post_page_url(url, reading.own.url);
  document.outlet = outlet_of(reading.own, reading.platform);
  document.title = reading.title.empty() ? byline_of(reading.own) : reading.title;
  const std::string& author = reading.own.name.empty() ? reading.own.handle : reading.own.name;
  if (!author.empty()) document.authors.push_back(collapse_white_space(author));
  document.published_at = reading.published_at;
  const std::string& hint = reading.language.empty() ? language_hint : reading.language;
  document.language = detect_language(words_of(reading), hint).code;
  document.extractor_version = kExtractorVersion;
  read_quotations(knowledge, lay_out(reading, document), document);
  document.post = post_of(std::move(reading));
  return document;
}

}  // namespace dixit::parser
