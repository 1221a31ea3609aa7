#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/wording.h"

namespace dixit::storage {

// Keys under which quotations that may pass on one utterance meet, so that a new one is compared
// with a few others and not with all. Two quotations meet when they share any key.
struct Signature {
  std::string exact;                  // all words, in order
  std::vector<std::string> shingles;  // some runs of four words
  std::vector<std::string> bands;     // MinHash bands over the content words
  std::uint64_t sketch = 0;           // a bit for each content word, to reject chance meetings
};

// Shingles are chosen by winnowing: any run of 8 words that two quotations share gives them a
// shingle in common. Bands find 85 of 100 pairs with an overlap of .45, 93 of .5, 99 of .6 (20
// bands of 3 rows). A quotation with few content words has its exact key alone.
Signature signature_of(const Wording& wording, std::string_view language);

// Whether two sketches leave an overlap worth the comparison possible.
bool sketches_meet(std::uint64_t a, std::uint64_t b);

}  // namespace dixit::storage
