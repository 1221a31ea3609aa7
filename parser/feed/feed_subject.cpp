#include "parser/feed/feed_subject.h"

#include <algorithm>
#include <utility>

#include "parser/feed/character_references.h"
#include "parser/feed/feed_date.h"
#include "parser/feed/feed_markup.h"
#include "parser/feed/feed_text.h"
#include "parser/feed/xml_tree.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Longer lists of tags are spam.
constexpr std::size_t kCategoriesMax = 200;

constexpr std::string_view kItunesScheme = "http://www.itunes.com/";
constexpr std::string_view kMediaScheme = "http://search.yahoo.com/mrss/category_schema";

void add_category(FeedNode& node, FeedCategory category) {
  const bool is_known =
      std::find(node.categories.begin(), node.categories.end(), category) != node.categories.end();
  if (category.term.empty() || is_known || node.categories.size() >= kCategoriesMax) return;
  node.categories.push_back(std::move(category));
}

void add_listed_categories(FeedNode& node, std::string_view list, std::string_view scheme) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    add_category(node, {std::string(trim_ascii(list.substr(0, comma))), std::string(scheme), ""});
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

std::string attribute_or(const pugi::xml_node& element, std::string_view name,
                         std::string_view otherwise) {
  const std::string_view value = attribute_value(element, name);
  return std::string(value.empty() ? otherwise : value);
}

FeedCategory read_category(const pugi::xml_node& element) {
  FeedCategory category;
  category.scheme = attribute_or(element, "scheme", attribute_value(element, "domain"));
  category.term = attribute_value(element, "term");
  if (category.term.empty()) category.term = plain_text(element);
  category.label = attribute_value(element, "label");
  return category;
}

}  // namespace

std::string plain_text(const pugi::xml_node& element) {
  return without_c1_controls(trim_ascii(text_inside(element)));
}

void take_title(FeedSubject& subject, FeedElement meaning, FeedText title) {
  if (subject.title_is_own || (title.value.empty() && subject.node->title)) return;
  subject.title_is_own = meaning == FeedElement::Title && !title.value.empty();
  subject.node->title = std::move(title);
}

void take_summary(FeedSubject& subject, FeedElement meaning, FeedText text) {
  if (subject.entry == nullptr && meaning != FeedElement::Summary) {
    subject.node->subtitle = std::move(text);
  } else if (subject.entry != nullptr && subject.node->summary && !subject.has_content) {
    take_content(subject, std::move(text));
  } else {
    subject.node->summary = std::move(text);
  }
}

void take_content(FeedSubject& subject, FeedText text) {
  subject.has_content = true;
  const bool is_readable = text.type == "text/plain" || is_markup_type(text.type);
  if (is_readable && !subject.node->summary) subject.node->summary = text;
  if (subject.entry != nullptr) subject.entry->contents.push_back(std::move(text));
}

void take_link(FeedSubject& subject, const pugi::xml_node& element, std::string_view base) {
  FeedLink link;
  link.rel = attribute_or(element, "rel", "alternate");
  link.type = media_type_of_text(
      attribute_or(element, "type", link.rel == "self" ? "application/atom+xml" : "text/html"));
  link.title = attribute_value(element, "title");
  link.length = attribute_value(element, "length");
  const bool has_href = static_cast<bool>(element.attribute("href"));
  const std::string reference = has_href ? element.attribute("href").value() : plain_text(element);
  if (!has_href && reference.empty()) return;
  link.href = resolve_reference(reference, base);
  const bool leads_to_page = link.rel == "alternate" && is_markup_type(link.type);
  if (!has_href || (leads_to_page && !subject.link_is_own)) {
    subject.node->link = link.href;
    subject.link_is_own = true;
  }
  subject.node->links.push_back(std::move(link));
}

void take_id(FeedSubject& subject, const pugi::xml_node& element, std::string_view base) {
  std::string value = plain_text(element);
  const std::string permalink = attribute_or(element, "ispermalink", "true");
  const bool is_link = equals_ignoring_ascii_case(permalink, "true");
  if (is_link && !value.empty()) value = resolve_reference(value, base);
  subject.node->id_is_link = is_link && subject.node->link.empty();
  if (subject.node->id_is_link) subject.node->link = value;
  subject.node->id = std::move(value);
}

void take_enclosure(FeedSubject& subject, const pugi::xml_node& element, std::string_view base) {
  const std::string_view url = attribute_value(element, "url");
  if (url.empty()) return;
  FeedLink link;
  link.rel = "enclosure";
  link.type = attribute_value(element, "type");
  link.href = resolve_reference(url, base);
  link.length = attribute_value(element, "length");
  subject.node->links.push_back(std::move(link));
}

bool take_date(FeedNode& node, FeedElement meaning, const pugi::xml_node& element) {
  FeedDate* date = meaning == FeedElement::Published ? &node.published
                   : meaning == FeedElement::Updated ? &node.updated
                   : meaning == FeedElement::Created ? &node.created
                   : meaning == FeedElement::Expired ? &node.expired
                                                     : nullptr;
  if (date == nullptr) return false;
  date->text = plain_text(element);
  date->moment = parse_feed_date(date->text);
  return true;
}

bool take_category(FeedNode& node, FeedElement meaning, const pugi::xml_node& element) {
  switch (meaning) {
    case FeedElement::Category:
      add_category(node, read_category(element));
      return true;
    case FeedElement::MediaCategory: {
      FeedCategory category = read_category(element);
      if (category.scheme.empty()) category.scheme = kMediaScheme;
      add_category(node, std::move(category));
      return true;
    }
    case FeedElement::ItunesCategory:
      add_category(node, {attribute_or(element, "text", ""), std::string(kItunesScheme), ""});
      return true;
    case FeedElement::ItunesKeywords:
      add_listed_categories(node, plain_text(element), kItunesScheme);
      return true;
    case FeedElement::Tags:
      add_listed_categories(node, plain_text(element), "");
      return true;
    default:
      return false;
  }
}

}  // namespace dixit::parser
