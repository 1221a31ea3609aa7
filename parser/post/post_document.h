#pragma once

#include <string>

#include "model/document.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

class Knowledge;

// Makes a document of a post. Its text has a line that names the author, then the author's words,
// then the same of each post that it passes on; what anybody wrote is a direct quotation of theirs.
// `url` is where the post was found.
model::Document post_document(const Knowledge& knowledge, PostReading reading,
                              const std::string& url, const std::string& language_hint);

}  // namespace dixit::parser
