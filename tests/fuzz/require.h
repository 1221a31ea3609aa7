#pragma once

#include <cstdlib>

namespace dixit::fuzz {

// What must hold of an answer to any bytes: libFuzzer keeps the input of a run that stops here.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace dixit::fuzz
