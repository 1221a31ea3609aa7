#pragma once

#include "model/post.h"
#include "report/json.h"

namespace dixit::report {

// What a document that is a public post says beside its words, as an object.
void write_post(JsonWriter& json, const model::Post& post);

}  // namespace dixit::report
