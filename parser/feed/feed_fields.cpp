#include "parser/feed/feed_fields.h"

#include <utility>

namespace dixit::parser {
namespace {

using Fields = std::vector<Field>;
using Values = std::vector<FieldValue>;

FieldValue text_or_nothing(const std::string& text) {
  return text.empty() ? FieldValue{} : FieldValue{text};
}

void add(Fields& fields, std::string_view name, FieldValue value) {
  fields.push_back({std::string(name), std::move(value)});
}

void add_text(Fields& fields, std::string_view name, const std::string& text) {
  if (!text.empty()) add(fields, name, {text});
}

FieldValue detail_of(const FeedText& text) {
  Fields fields;
  add(fields, "value", {text.value});
  add(fields, "type", {text.type});
  add(fields, "base", {text.base});
  add(fields, "language", text_or_nothing(text.language));
  return {std::move(fields)};
}

void add_detail(Fields& fields, std::string_view name, const std::optional<FeedText>& text) {
  if (!text) return;
  add(fields, name, {text->value});
  add(fields, std::string(name) + "_detail", detail_of(*text));
}

void add_date(Fields& fields, const std::string& name, const FeedDate& date) {
  if (date.text.empty()) return;
  add(fields, name, {date.text});
  FieldValue seconds;
  if (date.moment) seconds = {to_unix_seconds(*date.moment)};
  add(fields, name + "_parsed", std::move(seconds));
}

FieldValue person_fields(const FeedPerson& person) {
  Fields fields;
  add_text(fields, "name", person.name);
  add_text(fields, "email", person.email);
  add_text(fields, "href", person.url);
  add_text(fields, "url", person.url);
  return {std::move(fields)};
}

FieldValue link_fields(const FeedLink& link, bool with_rel) {
  Fields fields;
  if (with_rel) add_text(fields, "rel", link.rel);
  add_text(fields, "type", link.type);
  add_text(fields, "href", link.href);
  add_text(fields, "title", link.title);
  add_text(fields, "length", link.length);
  return {std::move(fields)};
}

FieldValue category_fields(const FeedCategory& category) {
  Fields fields;
  add(fields, "term", {category.term});
  add(fields, "scheme", text_or_nothing(category.scheme));
  add(fields, "label", text_or_nothing(category.label));
  return {std::move(fields)};
}

template <typename Item, typename Describe>
void add_list(Fields& fields, std::string_view name, const std::vector<Item>& items,
              Describe describe_item) {
  if (items.empty()) return;
  Values values;
  for (const Item& item : items) values.push_back(describe_item(item));
  add(fields, name, {std::move(values)});
}

void add_links(Fields& fields, const FeedNode& node) {
  add_list(fields, "links", node.links,
           [](const FeedLink& link) { return link_fields(link, true); });
  add_list(fields, "enclosures", enclosures_of(node),
           [](const FeedLink& link) { return link_fields(link, false); });
}

void add_people(Fields& fields, const FeedNode& node) {
  add_text(fields, "author", node.author);
  if (!node.authors.empty()) add(fields, "author_detail", person_fields(node.authors.back()));
  add_list(fields, "authors", node.authors, person_fields);
  add_text(fields, "publisher", node.publisher);
}

Fields node_fields(const FeedNode& node) {
  Fields fields;
  for (const std::string_view name : {"id", "guid"}) add_text(fields, name, node.id);
  add(fields, "guidislink", {node.id_is_link});
  add_text(fields, "link", node.link);
  add_links(fields, node);
  add_detail(fields, "title", node.title);
  add_detail(fields, "subtitle", node.subtitle);
  add_detail(fields, "summary", node.summary);
  add_detail(fields, "description", node.summary ? node.summary : node.subtitle);
  add_detail(fields, "info", node.info);
  add_people(fields, node);
  add_list(fields, "tags", node.categories, category_fields);
  if (!node.categories.empty()) add(fields, "category", {node.categories.front().term});
  add_date(fields, "published", node.published);
  add_date(fields, "updated", node.updated);
  add_date(fields, "created", node.created);
  add_date(fields, "expired", node.expired);
  add_text(fields, "language", node.language);
  return fields;
}

FieldValue entry_fields(const FeedEntry& entry) {
  Fields fields = node_fields(entry);
  add_list(fields, "content", entry.contents, detail_of);
  if (entry.source) {
    Fields source = node_fields(*entry.source);
    add_text(source, "href", entry.source_url);
    add(fields, "source", {std::move(source)});
  }
  return {std::move(fields)};
}

}  // namespace

FieldValue fields_of(const Feed& feed) {
  Fields head = node_fields(feed);
  add_text(head, "ttl", feed.update_minutes);
  Fields cloud;
  for (const auto& [name, value] : feed.cloud) add(cloud, name, {value});
  if (!cloud.empty()) add(head, "cloud", {std::move(cloud)});
  Values entries;
  for (const FeedEntry& entry : feed.entries) entries.push_back(entry_fields(entry));
  Fields fields;
  add(fields, "version", {feed.version});
  add(fields, "encoding", {feed.charset});
  add(fields, "bozo", {feed.flawed});
  add_date(fields, "modified", feed.modified);
  add(fields, "feed", {std::move(head)});
  add(fields, "entries", {std::move(entries)});
  return {std::move(fields)};
}

const FieldValue* find_field(const FieldValue& object, std::string_view name) {
  const auto* fields = std::get_if<Fields>(&object.value);
  if (fields == nullptr) return nullptr;
  for (const Field& field : *fields) {
    if (field.name == name) return &field.value;
  }
  return nullptr;
}

}  // namespace dixit::parser
