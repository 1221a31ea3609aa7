#include "parser/feed/feed_reader.h"

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

#include "parser/feed/feed_date.h"
#include "parser/feed/feed_markup.h"
#include "parser/feed/feed_names.h"
#include "parser/feed/feed_people.h"
#include "parser/feed/feed_subject.h"
#include "parser/feed/feed_text.h"
#include "parser/feed/feed_version.h"
#include "parser/feed/xml_tree.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// RSS and Atom nest six deep; modules add a few. What lies deeper is left out, which bounds the
// recursion over elements.
constexpr int kFeedDepthMax = 32;

// Where the walk stands. `base` and `language` point into the frames of visit().
struct Scope {
  FeedSubject* subject = nullptr;
  std::string_view base;
  std::string_view language;
  int depth = 0;
};

std::string with_hyphen(std::string_view language) {
  std::string out(language);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

class FeedReader {
 public:
  FeedReader(Feed& feed, const XmlTree& tree) : feed_(feed), tree_(tree) {}

  void read(std::string_view base, std::string_view language) {
    FeedSubject subject{&feed_};
    Scope scope{&subject, base, language, 0};
    for (const pugi::xml_node& child : tree_.document) visit(child, scope);
  }

 private:
  void visit(const pugi::xml_node& element, Scope scope) {
    if (element.type() != pugi::node_element || ++scope.depth > kFeedDepthMax) return;
    const std::size_t mark = bindings_.size();
    bind_namespaces(bindings_, element);
    const FeedElement meaning = classify(element);
    std::string base;
    std::string_view reference = attribute_value(element, "xml:base");
    if (reference.empty()) reference = attribute_value(element, "base");
    if (!reference.empty()) {
      base = resolve_base(reference, scope.base);
      scope.base = base;
    }
    std::string language;
    if (element.attribute("xml:lang")) {
      language = with_hyphen(attribute_value(element, "xml:lang"));
      scope.language = language;
      const bool is_root = meaning == FeedElement::Rss || meaning == FeedElement::Rdf ||
                           meaning == FeedElement::AtomFeed;
      if (is_root && !language.empty()) feed_.language = language;
    }
    take(meaning, element, scope);
    bindings_.resize(mark);
  }

  void visit_children(const pugi::xml_node& element, const Scope& scope) {
    for (const pugi::xml_node& child : element) visit(child, scope);
  }

  FeedElement classify(const pugi::xml_node& element) const {
    const auto [prefix, local] = split_name(element.name());
    const std::string* uri = find_namespace(bindings_, prefix);
    const char* vocabulary = uri != nullptr ? vocabulary_of(*uri) : nullptr;
    return feed_element(vocabulary != nullptr ? vocabulary : prefix, local);
  }

  void take(FeedElement meaning, const pugi::xml_node& element, const Scope& scope) {
    FeedNode& node = *scope.subject->node;
    switch (meaning) {
      case FeedElement::Entry:
        return take_entry(element, scope);
      case FeedElement::Source:
        return take_source(element, scope);
      case FeedElement::Skipped:
      case FeedElement::Contributor:
        return;
      case FeedElement::Link:
        return take_link(*scope.subject, element, scope.base);
      case FeedElement::Id:
        return take_id(*scope.subject, element, scope.base);
      case FeedElement::Enclosure:
        return take_enclosure(*scope.subject, element, scope.base);
      case FeedElement::Author:
        return take_author(element, scope);
      case FeedElement::Publisher:
        node.publisher = person_line(read_person(element, scope));
        return;
      case FeedElement::Language:
        node.language = with_hyphen(plain_text(element));
        return;
      case FeedElement::UpdateMinutes:
        feed_.update_minutes = plain_text(element);
        return;
      case FeedElement::Cloud:
        feed_.cloud.clear();
        for (const pugi::xml_attribute& attribute : element.attributes()) {
          feed_.cloud.emplace_back(ascii_lowercase(attribute.name()), attribute.value());
        }
        return;
      case FeedElement::ItunesCategory:
        take_category(node, meaning, element);
        return visit_children(element, scope);
      default:
        if (take_date(node, meaning, element) || take_category(node, meaning, element) ||
            take_text(meaning, element, scope)) {
          return;
        }
        visit_children(element, scope);
    }
  }

  bool take_text(FeedElement meaning, const pugi::xml_node& element, const Scope& scope) {
    FeedSubject& subject = *scope.subject;
    switch (meaning) {
      case FeedElement::Title:
      case FeedElement::MediaTitle:
        take_title(subject, meaning, text_of(element, scope, "text/plain"));
        return true;
      case FeedElement::Summary:
      case FeedElement::Abstract:
        take_summary(subject, meaning, text_of(element, scope, "text/plain"));
        return true;
      case FeedElement::Description:
        take_summary(subject, meaning, text_of(element, scope, "text/html"));
        return true;
      case FeedElement::Content:
        take_content(subject, text_of(element, scope, "text/plain"));
        return true;
      case FeedElement::EncodedContent:
        take_content(subject, text_of(element, scope, "text/html"));
        return true;
      case FeedElement::Body:
        take_content(subject, text_of(element, scope, "application/xhtml+xml"));
        return true;
      case FeedElement::Subtitle:
        subject.node->subtitle = text_of(element, scope, "text/plain");
        return true;
      case FeedElement::Info:
        subject.node->info = text_of(element, scope, "text/plain");
        return true;
      default:
        return false;
    }
  }

  FeedText text_of(const pugi::xml_node& element, const Scope& scope, std::string_view type) const {
    return read_feed_text(element, {type, scope.base, scope.language, feed_.version}, bindings_);
  }

  void take_entry(const pugi::xml_node& element, const Scope& scope) {
    if (feed_.entries.size() >= kFeedEntriesMax) {
      feed_.truncated = true;
      return;
    }
    FeedEntry entry;
    FeedSubject subject{&entry, &entry};
    entry.id = attribute_value(element, "rdf:about");
    if (feed_.version == "cdf") {
      entry.link = resolve_reference(attribute_value(element, "href"), scope.base);
      entry.updated.text = attribute_value(element, "lastmod");
      entry.updated.moment = parse_feed_date(entry.updated.text);
    }
    visit_children(element, {&subject, scope.base, scope.language, scope.depth});
    feed_.entries.push_back(std::move(entry));
  }

  // In RSS the name of another feed and its address, in Atom that feed's own head.
  void take_source(const pugi::xml_node& element, const Scope& scope) {
    FeedEntry* const entry = scope.subject->entry;
    if (entry == nullptr) return;
    FeedNode source;
    FeedSubject subject{&source};
    if (has_child_elements(element)) {
      visit_children(element, {&subject, scope.base, scope.language, scope.depth});
    } else {
      source.title = text_of(element, scope, "text/plain");
      entry->source_url = resolve_reference(attribute_value(element, "url"), scope.base);
    }
    entry->source = std::move(source);
  }

  void take_author(const pugi::xml_node& element, const Scope& scope) {
    FeedPerson person = read_person(element, scope);
    if (person == FeedPerson{}) return;
    FeedNode& node = *scope.subject->node;
    // A line stays as it is written; of parts the line is made.
    node.author = has_child_elements(element) ? person_line(person) : plain_text(element);
    node.authors.push_back(std::move(person));
  }

  FeedPerson read_person(const pugi::xml_node& element, const Scope& scope) const {
    if (!has_child_elements(element)) return parse_person(plain_text(element));
    FeedPerson person;
    for (const pugi::xml_node& child : element) {
      if (child.type() != pugi::node_element) continue;
      const FeedElement meaning = classify(child);
      if (meaning == FeedElement::Name) person.name = plain_text(child);
      if (meaning == FeedElement::Email) person.email = plain_text(child);
      if (meaning == FeedElement::Url) {
        person.url = resolve_reference(plain_text(child), scope.base);
      }
    }
    return person;
  }

  Feed& feed_;
  const XmlTree& tree_;
  std::vector<NamespaceBinding> bindings_;
};

}  // namespace

Feed read_xml_feed(const FeedInput& input) {
  Feed feed;
  const XmlTree tree = read_xml(input.bytes, input.content_type);
  feed.charset = tree.charset;
  feed.flawed = tree.flawed;
  feed.version = feed_version(tree);
  if (feed.version.empty()) {
    feed.flawed = true;
    return feed;
  }
  feed.language = with_hyphen(input.content_language);
  const std::string base = resolve_base(input.content_location, input.url);
  FeedReader(feed, tree).read(base, feed.language);
  return feed;
}

}  // namespace dixit::parser
