#include "parser/feed/feed_people.h"

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// What addresses in feeds are made of; RFC 5322's quoted local parts do not occur.
bool is_address_character(char c) {
  return is_ascii_alphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '+';
}

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The first "local@domain" with a dot in its domain.
Range find_address(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    Range range{at, at + 1};
    while (range.begin > 0 && is_address_character(text[range.begin - 1])) --range.begin;
    while (range.end < text.size() && is_address_character(text[range.end])) ++range.end;
    const std::string_view domain = text.substr(at + 1, range.end - at - 1);
    if (range.begin < at && domain.find('.') != std::string_view::npos) return range;
  }
  return {};
}

void erase_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.erase(at, what.size());
  }
}

}  // namespace

FeedPerson parse_person(std::string_view text) {
  // A line of names and addresses; beyond this it is something else.
  constexpr std::size_t kPersonBytesMax = 1024;
  text = trim_ascii(text.substr(0, kPersonBytesMax));
  FeedPerson person;
  const Range address = find_address(text);
  person.email = text.substr(address.begin, address.end - address.begin);
  std::string name(text.substr(0, address.begin));
  name += text.substr(address.end);
  if (!person.email.empty()) {
    erase_all(name, "()");
    erase_all(name, "<>");
    erase_all(name, "&lt;&gt;");
  }
  std::string_view rest = trim_ascii(name);
  if (!person.email.empty()) {
    if (rest.starts_with('(')) rest.remove_prefix(1);
    if (rest.ends_with(')')) rest.remove_suffix(1);
  }
  person.name = trim_ascii(rest);
  return person;
}

std::string person_line(const FeedPerson& person) {
  if (person.email.empty()) return person.name;
  if (person.name.empty()) return person.email;
  return person.name + " (" + person.email + ")";
}

}  // namespace dixit::parser
