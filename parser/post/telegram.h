#pragma once

#include <string>
#include <vector>

#include "parser/html/tree.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// The public preview of a Telegram channel (https://t.me/s/NAME) and of one message
// (https://t.me/NAME/NUMBER?embed=1): the markup of the widget that
// https://core.telegram.org/widgets/post documents, as served in 2024 to 2026. Service messages
// have no words and are left out. Empty when the page holds no message.
std::vector<PostReading> read_telegram(const Tree& tree);

// Whether the bytes of a page are worth that look.
bool looks_like_telegram(std::string_view html, const std::string& url);

}  // namespace dixit::parser
