#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "parser/post/posts.h"

namespace dixit::parser {

// Payloads of our own writing in the platforms' documented shapes.
inline std::string post_fixture(const std::string& name) {
  std::ifstream in(std::string(DIXIT_POSTS_DIRECTORY) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::vector<PostReading> posts_in(const std::string& name) {
  const std::string bytes = post_fixture(name);
  return find_posts({bytes, "", ""});
}

}  // namespace dixit::parser
