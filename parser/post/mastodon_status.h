#pragma once

#include <vector>

#include "parser/post/json_fields.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// Statuses as Mastodon's REST API gives them to anybody: a Status, a list of them (an account's, a
// tag's) or a Context (Mastodon API 4.5, https://docs.joinmastodon.org/entities/Status/ and
// .../Context/, .../Quote/). Empty when it is something else; statuses that are not public are left
// out.
std::vector<PostReading> read_mastodon_statuses(const JsonValue& root);

}  // namespace dixit::parser
