#include "cli/interrupt.h"

#include <gtest/gtest.h>

#include <csignal>

namespace dixit::cli {
namespace {

TEST(Interrupt, TurnsTheFirstSignalIntoAStopRequest) {
  const Interrupt interrupt;
  EXPECT_FALSE(interrupt.token().requested());
  std::raise(SIGINT);
  EXPECT_TRUE(interrupt.token().requested());
}

TEST(Interrupt, LetsTheSecondSignalEndTheProgram) {
  EXPECT_EXIT(
      {
        const Interrupt interrupt;
        std::raise(SIGTERM);
        std::raise(SIGTERM);
      },
      ::testing::KilledBySignal(SIGTERM), "");
}

TEST(Interrupt, BeginsAnewEachTime) {
  {
    const Interrupt interrupt;
    std::raise(SIGTERM);
  }
  const Interrupt interrupt;
  EXPECT_FALSE(interrupt.token().requested());
}

}  // namespace
}  // namespace dixit::cli
