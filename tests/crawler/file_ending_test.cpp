#include "crawler/file_ending.h"

#include <gtest/gtest.h>

namespace dixit::crawler {
namespace {

TEST(PathMayHoldText, JudgesByTheEndingOfTheLastSegment) {
  for (const char* path : {"/", "", "/news/", "/a.html", "/2026/01/report", "/sitemap.xml.gz",
                           "/v1.2", "/the.photographs", "/a.jpg/page", "/talk.of.the.town"})
    EXPECT_TRUE(path_may_hold_text(path)) << path;
  for (const char* path : {"/a.jpg", "/B.JPEG", "/a/b/c.pdf", "/x.7z", "/film.webm"})
    EXPECT_FALSE(path_may_hold_text(path)) << path;
}

}  // namespace
}  // namespace dixit::crawler
