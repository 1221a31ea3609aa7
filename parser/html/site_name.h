#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// The names under which a page's outlet goes, for telling them from headlines and authors.
class SiteNames {
 public:
  // `names` as printed, empty ones allowed; `host` of the page.
  SiteNames(const std::vector<std::string_view>& names, std::string_view host);

  // Whether the text is the outlet's name or address, or says no more than it does.
  [[nodiscard]] bool is_site(std::string_view text) const;

  // A headline as metadata give it, without the outlet's name at its ends.
  [[nodiscard]] std::string without_site(std::string_view title) const;

 private:
  std::vector<std::string> names_;  // comparable
  std::string host_;                // letters and digits of its own label: "example"
};

// A title element cut where separators part a headline from a section or a site's name.
std::vector<std::string_view> title_segments(std::string_view title);

// The host without the "www." that says nothing.
std::string_view without_www(std::string_view host);

// Whether a link leads to a site's home page.
bool leads_home(std::string_view href);

// Lower case letters and digits alone, words parted by one space: what makes two titles the same.
std::string comparable(std::string_view text);

}  // namespace dixit::parser
