#include "crawler/turn_queue.h"

#include <gtest/gtest.h>

namespace dixit::crawler {
namespace {

TEST(TurnQueue, GivesOutWhatIsDueInTheOrderOfTime) {
  TurnQueue queue;
  queue.put("late", 30);
  queue.put("early", 10);
  queue.put("middle", 20);

  EXPECT_EQ(queue.first()->second, "early");
  EXPECT_EQ(queue.take_due(20), "early");
  EXPECT_EQ(queue.take_due(20), "middle");
  EXPECT_EQ(queue.take_due(20), std::nullopt);
  EXPECT_EQ(queue.take_due(30), "late");
  EXPECT_FALSE(queue.first());
}

TEST(TurnQueue, HoldsEachNameOnceAtItsNewestTime) {
  TurnQueue queue;
  queue.put("a", 10);
  queue.put("a", 50);
  EXPECT_EQ(queue.take_due(49), std::nullopt);
  queue.put("a", 20);
  EXPECT_EQ(queue.take_due(49), "a");
  EXPECT_FALSE(queue.contains("a"));
  EXPECT_EQ(queue.take_due(100), std::nullopt);
}

TEST(TurnQueue, ForgetsWhatIsRemoved) {
  TurnQueue queue;
  queue.put("a", 10);
  queue.remove("a");
  queue.remove("never there");
  EXPECT_EQ(queue.take_due(100), std::nullopt);
}

}  // namespace
}  // namespace dixit::crawler
