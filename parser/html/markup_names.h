#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dixit::parser {

// What the words in an element's class and id say it holds. Names of markup are chosen by
// programmers and much the same on every site; this is the one table of them.
enum class MarkupRole : std::uint32_t {
  None = 0,
  Body = 1u << 0,       // the words of the article
  Comment = 1u << 1,    // readers' comments and forms for them
  Related = 1u << 2,    // other articles
  Share = 1u << 3,      // share bars and links to networks
  Promotion = 1u << 4,  // newsletters, subscriptions, donations, shops
  Advert = 1u << 5,
  Navigation = 1u << 6,
  Byline = 1u << 7,  // author boxes, dates, tags
  Caption = 1u << 8,
  Consent = 1u << 9,
  Hidden = 1u << 10,
  Standfirst = 1u << 11,
  Player = 1u << 12,  // audio and video controls
  Credit = 1u << 13,
};

class MarkupRoles {
 public:
  void add(MarkupRole role) { bits_ |= static_cast<std::uint32_t>(role); }
  void add(MarkupRoles other) { bits_ |= other.bits_; }
  [[nodiscard]] bool has(MarkupRole role) const {
    return (bits_ & static_cast<std::uint32_t>(role)) != 0;
  }
  [[nodiscard]] bool none() const { return bits_ == 0; }

 private:
  std::uint32_t bits_ = 0;
};

// The roles that a class or id value names. Values are cut into words at everything but letters,
// and where a capital follows a small letter; a table entry matches whole words in a row.
MarkupRoles roles_of_names(std::string_view class_value, std::string_view id_value);

}  // namespace dixit::parser
