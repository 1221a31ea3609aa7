#pragma once

#include <string>
#include <vector>

#include "tests/cli/command_line.h"
#include "tests/support/temp_dir.h"

namespace dixit::cli {

// An archive of three invented pages, ingested through the command line. The Gull, English: on 2
// March 2021 Ivo Lanz threatens in a letter and Mara Quill answers; on 10 May Oskar Venn of the
// dockers sets a condition. Le Héron, French: on 3 March the letter again, hedged, through an
// agency, and Quill.
class SmallArchive {
 public:
  SmallArchive();

  std::string directory() const { return (directory_ / "archive").string(); }
  const Said& ingested() const { return ingested_; }

  // `dixit WORDS...` with this archive.
  Said dixit(std::vector<std::string> words, const Terminal& terminal = {}) const;

  // Of the first quotation that a full-text search for `text` finds.
  std::string id_of(const std::string& text) const;

 private:
  support::TempDir directory_;
  Said ingested_;
};

// One for all tests that only look into it.
const SmallArchive& small_archive();

}  // namespace dixit::cli
