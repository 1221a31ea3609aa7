#include "parser/post/embed_kinds.h"
#include "parser/post/post_values.h"

namespace dixit::parser {

std::optional<PostReading> read_telegram_embed(const Tree& tree, NodeIndex element) {
  if (tree[element].tag != GUMBO_TAG_SCRIPT) return std::nullopt;
  const std::string path = "/" + std::string(tree.attribute(element, "data-telegram-post"));
  const std::string channel = path_segment(path, 0);
  const std::string number = path_segment(path, 1);
  if (channel.empty() || number.empty()) return std::nullopt;
  PostReading reading;
  reading.platform = model::PostPlatform::Telegram;
  reading.own.handle = "@" + channel;
  reading.own.profile_url = "https://t.me/" + channel;
  reading.own.url = reading.own.profile_url + "/" + number;
  return reading;
}

}  // namespace dixit::parser
