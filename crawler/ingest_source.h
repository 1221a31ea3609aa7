#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "crawler/file_walk.h"
#include "storage/archive.h"

namespace dixit::crawler {

// One thing found in a file: an exchange, or nothing that is a page. An exchange with a problem is
// good enough to be taken.
struct IngestedItem {
  std::optional<storage::Exchange> exchange;
  std::string problem;  // what is wrong with it, ""
};

// The pages in one file, one after the other.
class IngestSource {
 public:
  // By the file's first bytes: a WARC file or a page. Null for a file that is neither; of a file
  // found in a directory, also when its name does not end as a page's or a WARC file's does. Fails
  // with a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<IngestSource>, std::string> open(
      const WalkedFile& file, const std::string& base_url);

  virtual ~IngestSource() = default;
  virtual std::optional<IngestedItem> next() = 0;
};

}  // namespace dixit::crawler
