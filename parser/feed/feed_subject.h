#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "parser/feed/feed.h"
#include "parser/feed/feed_names.h"

namespace dixit::parser {

// The feed, entry or source that elements speak of, and what has been seen of it: the state that
// decides between several elements for one field. Internal to this room.
struct FeedSubject {
  FeedNode* node = nullptr;    // outlives the subject
  FeedEntry* entry = nullptr;  // the same node when it is an entry
  bool title_is_own = false;   // not one of a module's
  bool link_is_own = false;    // not made of the id
  bool has_content = false;
};

// Text inside an element, white space at its ends cut.
std::string plain_text(const pugi::xml_node& element);

void take_title(FeedSubject& subject, FeedElement meaning, FeedText title);

// An entry's second description is its content: RSS has no other place for it.
void take_summary(FeedSubject& subject, FeedElement meaning, FeedText text);
void take_content(FeedSubject& subject, FeedText text);

// RSS has the address as text, Atom in "href" with a relation.
void take_link(FeedSubject& subject, const pugi::xml_node& element, std::string_view base);

// An identifier, which serves as link where it is one and there is no other.
void take_id(FeedSubject& subject, const pugi::xml_node& element, std::string_view base);
void take_enclosure(FeedSubject& subject, const pugi::xml_node& element, std::string_view base);

// Each returns whether `meaning` was one of its own.
bool take_date(FeedNode& node, FeedElement meaning, const pugi::xml_node& element);
bool take_category(FeedNode& node, FeedElement meaning, const pugi::xml_node& element);

}  // namespace dixit::parser
