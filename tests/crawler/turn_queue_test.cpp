#include "crawler/turn_queue.h"

#include <gtest/gtest.h>

#include <string>

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

TEST(TurnQueue, GivesOutWhatIsDueAtOneTimeByRank) {
  TurnQueue queue;
  queue.put("a served lately", 10, {7, 0});
  queue.put("b pressing", 10, {3, 1});
  queue.put("c earlier", 10, {2, 5});
  queue.put("d", 10, {3, 5});
  queue.put("e", 10, {3, 5});
  queue.put("f sooner", 9, {9, 9});
  queue.put("d", 10, {8, 5});
  std::string order;
  while (const auto name = queue.take_due(10)) order += *name + "; ";
  EXPECT_EQ(order, "f sooner; c earlier; b pressing; e; a served lately; d; ");
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
