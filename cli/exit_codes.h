#pragma once

namespace dixit::cli {

// What a script may rely on. `dixit help exit-codes` prints the same table.
inline constexpr int kSuccess = 0;
inline constexpr int kFailure = 1;       // something was tried and did not work; stderr says what
inline constexpr int kUsage = 2;         // the command line could not be read; nothing was done
inline constexpr int kNothingFound = 3;  // the question was understood and its answer is empty
// The archive is missing, locked or not an archive; or a new one is wanted and there is something.
inline constexpr int kNoArchive = 4;
inline constexpr int kInterrupted = 130;  // stopped by Ctrl-C (128 + SIGINT), state kept

}  // namespace dixit::cli
