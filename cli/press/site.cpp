#include "cli/press/site.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <functional>
#include <optional>

#include "cli/press/latin1.h"
#include "report/html.h"
#include "storage/gzip.h"

namespace dixit::cli {
namespace {

constexpr std::string_view kIndex = "index.html";
constexpr std::string_view kPageSuffix = ".html";

struct MediaType {
  std::string_view suffix;
  std::string_view type;
};

constexpr std::array<MediaType, 4> kMediaTypes{{
    {".txt", "text/plain; charset=utf-8"},
    {"feed.xml", "application/rss+xml; charset=utf-8"},
    {"atom.xml", "application/atom+xml; charset=utf-8"},
    {".xml", "application/xml"},
}};

std::string_view media_type_of(std::string_view path) {
  for (const MediaType& media : kMediaTypes) {
    if (path.ends_with(media.suffix)) return media.type;
  }
  return "application/octet-stream";
}

// Layouts, and whatever else is not for readers, have names that begin with an underscore.
bool is_hidden(std::string_view path) { return path.find("/_") != std::string_view::npos; }

std::string_view field_of(const PageFields& fields, std::string_view name,
                          std::string_view otherwise) {
  const auto field = fields.find(name);
  return field == fields.end() ? otherwise : std::string_view(field->second);
}

int number_of(const PageFields& fields, std::string_view name, int otherwise) {
  const std::string_view value = field_of(fields, name, "");
  int number = otherwise;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

std::string entity_tag_of(std::string_view body) {
  return fmt::format("\"{:x}\"", std::hash<std::string_view>{}(body));
}

SiteAnswer not_found(std::string_view path) {
  return {.status = 404,
          .content_type = "text/html; charset=utf-8",
          .body = fmt::format("<!DOCTYPE html><title>404</title><h1>404</h1><p>{}</p>",
                              report::html_escaped(path))};
}

void compress(SiteAnswer& answer) {
  answer.body = storage::gzip_member(answer.body);
  answer.headers.emplace_back("Content-Encoding", "gzip");
  answer.headers.emplace_back("Vary", "Accept-Encoding");
}

}  // namespace

Site::Site(const Outlet& outlet, std::uint16_t port, std::span<const config::EmbeddedFile> files) {
  for (const Outlet& other : kOutlets) names_.emplace(other.key, origin_of(other, port));
  names_.emplace("self", origin_of(outlet, port));
  names_.emplace("outlet", outlet.name);
  for (const config::EmbeddedFile& file : files) {
    const std::size_t slash = file.name.find('/');
    if (file.name.substr(0, slash) == outlet.key) {
      files_.emplace(file.name.substr(slash), file.text);
    }
  }
}

SiteAnswer Site::answer(const SiteRequest& request) const {
  std::string path(request.path);
  if (path.ends_with('/')) path += kIndex;
  auto file = files_.find(path);
  if (file == files_.end()) file = files_.find(path.append(kPageSuffix));
  if (file == files_.end() || is_hidden(path)) return not_found(request.path);

  SiteAnswer answer = path.ends_with(kPageSuffix)
                          ? page(request.path, file->second)
                          : SiteAnswer{.content_type = std::string(media_type_of(path)),
                                       .body = fill_in(file->second, names_)};
  if (answer.status != 200) return answer;
  const std::string entity_tag = entity_tag_of(answer.body);
  answer.headers.emplace_back("ETag", entity_tag);
  if (request.if_none_match == entity_tag) {
    answer.status = 304;
    answer.body.clear();
  } else if (request.accepts_gzip && answer.compressible) {
    compress(answer);
  }
  return answer;
}

std::vector<std::string> Site::paths() const {
  std::vector<std::string> paths;
  for (const auto& [path, text] : files_) {
    if (!is_hidden(path)) paths.push_back(path);
  }
  return paths;
}

SiteAnswer Site::page(std::string_view path, std::string_view text) const {
  PageFile file = read_page_file(text);
  PageFields& fields = file.fields;
  fields.insert(names_.begin(), names_.end());
  fields.emplace("path", path);
  for (auto& [name, value] : fields) value = fill_in(value, names_);
  fields.emplace("body", fill_in(file.body, fields));

  SiteAnswer answer;
  answer.status = number_of(fields, "status", 200);
  answer.delay = std::chrono::milliseconds(number_of(fields, "delay_ms", 0));
  answer.compressible = field_of(fields, "encoding", "") == "gzip";
  if (const auto robots = fields.find("robots"); robots != fields.end()) {
    answer.headers.emplace_back("X-Robots-Tag", robots->second);
  }
  if (const auto location = fields.find("location"); location != fields.end()) {
    answer.headers.emplace_back("Location", location->second);
  }
  const auto layout = files_.find(fmt::format("/_{}.html", field_of(fields, "layout", "layout")));
  answer.body = fill_in(layout == files_.end() ? "{{body}}" : layout->second, fields);
  const std::string_view charset = field_of(fields, "charset", "utf-8");
  if (charset == "iso-8859-1") answer.body = to_latin1(answer.body);
  answer.content_type = fmt::format("text/html; charset={}", charset);
  return answer;
}

}  // namespace dixit::cli
