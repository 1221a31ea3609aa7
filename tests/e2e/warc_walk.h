#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace dixit::e2e {

// What a walk through all WARC files of an archive found.
struct WarcWalk {
  std::size_t records = 0;
  std::size_t block_digests = 0;       // found right
  std::size_t payload_digests = 0;     // found right
  std::vector<std::string> responses;  // target URIs of response records
  std::vector<std::string> problems;   // "file at byte: what is wrong"
};

// Reads every record of `archive`/warc from the first byte to the last and checks its framing and
// its digests. Shares no code with the program that wrote them: that is its point.
WarcWalk walk_warc(const std::filesystem::path& archive);

}  // namespace dixit::e2e
