#pragma once

#include <vector>

#include "parser/post/json_fields.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// Objects of ActivityStreams 2.0 as public ActivityPub servers answer them: a Note and its like, a
// Create, Update, Announce or Delete, a Tombstone, and collections of these such as an outbox
// (https://www.w3.org/TR/activitystreams-vocabulary/, https://www.w3.org/TR/activitypub/;
// quotations by FEP-044f and the members that servers used before it). Empty when it is something
// else; what is addressed to a few is left out.
std::vector<PostReading> read_activities(const JsonValue& root);

}  // namespace dixit::parser
