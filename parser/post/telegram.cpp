#include "parser/post/telegram.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/post/post_text.h"
#include "parser/post/post_values.h"
#include "parser/text/utf8.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

using model::PostRelationKind;

constexpr std::string_view kSite = "https://t.me/";

// "channel/12" of an address or a data-post attribute; "" for what names no message.
std::string message_of(std::string_view reference) {
  const auto url = parse_url(reference);
  std::string path = url ? url->path : "/" + std::string(reference);
  if (path.starts_with("/s/")) path.erase(0, 2);
  const std::string channel = path_segment(path, 0);
  const std::string number = path_segment(path, 1);
  return channel.empty() || number.empty() ? std::string() : channel + "/" + number;
}

std::string handle_of(const std::string& message) {
  return message.empty() ? std::string() : "@" + message.substr(0, message.find('/'));
}

std::string profile_of(const std::string& message) {
  return message.empty() ? std::string()
                         : std::string(kSite) + message.substr(0, message.find('/'));
}

class MessageReader {
 public:
  MessageReader(const Tree& tree, NodeIndex message) : tree_(&tree), message_(message) {}

  PostReading read() {
    PostReading reading;
    reading.platform = model::PostPlatform::Telegram;
    const std::string address = message_of(tree_->attribute(message_, "data-post"));
    reading.own.url = address.empty() ? "" : std::string(kSite) + address;
    reading.own.handle = handle_of(address);
    reading.own.profile_url = profile_of(address);
    reading.own.name = text_of(find_class(*tree_, message_, "tgme_widget_message_owner_name"));
    read_words(reading);
    read_forward(reading);
    read_reply(reading);
    read_meta(reading);
    return reading;
  }

 private:
  [[nodiscard]] std::string text_of(NodeIndex node) const {
    return node == kNoNode ? std::string() : tree_->text(node);
  }

  // The message replied to is shown with the first of its words, in an element of its own.
  [[nodiscard]] NodeIndex reply() const {
    return find_class(*tree_, message_, "tgme_widget_message_reply");
  }

  void read_words(PostReading& reading) const {
    const NodeIndex skipped = reply();
    const NodeIndex skipped_end = skipped == kNoNode ? 0 : (*tree_)[skipped].end;
    for (NodeIndex i = message_; i < (*tree_)[message_].end; ++i) {
      if (i == skipped) i = skipped_end;
      if (i >= (*tree_)[message_].end) break;
      if (!has_class(*tree_, i, "tgme_widget_message_text")) continue;
      PostText text = read_post_markup(*tree_, i);
      reading.own.paragraphs = std::move(text.paragraphs);
      reading.links = std::move(text.links);
      break;
    }
    const NodeIndex preview = find_class(*tree_, message_, "tgme_widget_message_link_preview");
    if (preview != kNoNode) add_post_link(reading.links, tree_->attribute(preview, "href"));
  }

  // A forwarded message is another's: its words go to them. Of people no address is given.
  void read_forward(PostReading& reading) const {
    const NodeIndex name = find_class(*tree_, message_, "tgme_widget_message_forwarded_from_name");
    if (name == kNoNode) return;
    const std::string address = message_of(tree_->attribute(name, "href"));
    PostWords words;
    words.name = text_of(name);
    words.handle = handle_of(address);
    words.profile_url = profile_of(address);
    words.url = address.empty() ? "" : std::string(kSite) + address;
    words.paragraphs = std::exchange(reading.own.paragraphs, {});
    reading.relations.push_back({PostRelationKind::RepostOf, words.url, words.handle});
    reading.passed_on.push_back(std::move(words));
  }

  void read_reply(PostReading& reading) const {
    if (reply() == kNoNode) return;
    const std::string address = message_of(tree_->attribute(reply(), "href"));
    reading.relations.push_back({PostRelationKind::ReplyTo,
                                 address.empty() ? "" : std::string(kSite) + address,
                                 handle_of(address)});
  }

  // An edited message says so in front of its time, in the language of the preview: the only words
  // that stand in the line itself rather than in an element of it.
  void read_meta(PostReading& reading) const {
    const NodeIndex date = find_class(*tree_, message_, "tgme_widget_message_date");
    const NodeIndex time = date == kNoNode ? kNoNode : tree_->find(GUMBO_TAG_TIME, date);
    if (time != kNoNode) {
      reading.published_at =
          post_date(tree_->attribute(time, "datetime"), model::DateSource::TimeElement);
    }
    const NodeIndex meta = find_class(*tree_, message_, "tgme_widget_message_meta");
    if (meta == kNoNode) return;
    for (NodeIndex i = meta; i < (*tree_)[meta].end; ++i) {
      const Node& node = (*tree_)[i];
      if (node.is_text() && node.parent == meta && !trim_white_space(node.text).empty()) {
        reading.edited = true;
      }
    }
  }

  const Tree* tree_;
  NodeIndex message_;
};

}  // namespace

std::vector<PostReading> read_telegram(const Tree& tree) {
  std::vector<PostReading> readings;
  for (NodeIndex i = 0; i < tree.size() && readings.size() < kPostsMax;) {
    const bool is_message =
        tree.has_attribute(i, "data-post") && has_class(tree, i, "tgme_widget_message");
    if (!is_message) {
      ++i;
      continue;
    }
    if (!has_class(tree, i, "service_message")) readings.push_back(MessageReader(tree, i).read());
    i = tree[i].end;
  }
  return readings;
}

bool looks_like_telegram(std::string_view html, const std::string& address) {
  constexpr std::array<std::string_view, 3> kHosts{"t.me", "telegram.me", "telegram.dog"};
  const auto url = parse_url(address);
  const bool elsewhere = url && (url->scheme == "http" || url->scheme == "https") &&
                         std::find(kHosts.begin(), kHosts.end(), url->host) == kHosts.end();
  return !elsewhere && html.find("tgme_widget_message") != std::string_view::npos;
}

}  // namespace dixit::parser
