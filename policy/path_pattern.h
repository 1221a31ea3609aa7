#pragma once

#include <string_view>

// The pattern language of robots.txt, which scope rules share: a pattern is anchored at the start
// of the path, `*` stands for any run of characters, and a `$` at the end for the path's end.
//
// RFC 9309 §2.2.3. Case counts. Nothing is decoded here: see robots_path.h.
namespace dixit::policy {

// Takes time linear in the lengths of both, whatever the pattern: each stretch between two `*` is
// looked for once, from where the stretch before it ended.
bool pattern_matches(std::string_view pattern, std::string_view path);

}  // namespace dixit::policy
