#include "storage/keys.h"

#include <gtest/gtest.h>

#include <limits>

namespace dixit::storage {
namespace {

TEST(NumberKey, SortsAsNumbersDo) {
  EXPECT_LT(number_key(1), number_key(2));
  EXPECT_LT(number_key(255), number_key(256));
  EXPECT_EQ(read_number_key(number_key(0x0123'4567'89AB'CDEF)), 0x0123'4567'89AB'CDEFU);
}

TEST(TimeKey, SortsTimesBefore1970First) {
  EXPECT_LT(time_key(-1), time_key(0));
  EXPECT_LT(time_key(std::numeric_limits<std::int64_t>::min()), time_key(-1));
  EXPECT_LT(time_key(0), time_key(std::numeric_limits<std::int64_t>::max()));
  EXPECT_EQ(read_time_key(time_key(-62'135'596'800)), -62'135'596'800);
}

TEST(PrefixEnd, IsAboveEveryKeyWithThePrefix) {
  EXPECT_EQ(prefix_end("ab"), "ac");
  EXPECT_EQ(prefix_end("a\xff"), "b");
  EXPECT_EQ(prefix_end("\xff\xff"), "");
  EXPECT_EQ(prefix_end(""), "");
}

TEST(IndexKey, ReadsBackAndSortsByTimeThenId) {
  const std::string key = index_key("afp", 12, "ABCDEFGH");
  const IndexKey read = read_index_key(key);
  EXPECT_EQ(read.term_hash, short_hash("afp"));
  EXPECT_EQ(read.time, 12);
  EXPECT_EQ(read.id, "ABCDEFGH");
  EXPECT_LT(index_key("afp", -5, "Z"), index_key("afp", 12, "A"));
  EXPECT_LT(index_key("afp", 12, "A"), index_key("afp", 12, "B"));
}

}  // namespace
}  // namespace dixit::storage
