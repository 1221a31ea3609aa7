#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "model/url.h"
#include "parser/feed/sitemap.h"

namespace dixit::parser {

// The place for which a sitemap speaks: its own address. Internal to this room.
class SitemapBase {
 public:
  explicit SitemapBase(std::string_view url);

  // The absolute URL of a "loc", its fragment cut off; "" for what is none.
  std::string absolute(std::string_view loc) const;

  // True for a text that is a URL by itself, "www." at its front included.
  bool is_absolute(std::string_view text) const;

  // True on the sitemap's own host, in its folder or below.
  bool covers(std::string_view loc) const;

 private:
  std::optional<model::Url> url_;
  std::string folder_;  // up to its last "/"
};

// Reads <urlset> and <sitemapindex>.
[[nodiscard]] tl::expected<Sitemap, SitemapError> read_sitemap_xml(std::string_view bytes,
                                                                   const SitemapBase& base,
                                                                   const SitemapRules& rules);

}  // namespace dixit::parser
