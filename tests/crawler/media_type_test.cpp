#include "crawler/media_type.h"

#include <gtest/gtest.h>

namespace dixit::crawler {
namespace {

TEST(MediaType, TakesWhateverMayBeAPageAFeedASitemapOrAPost) {
  for (const char* type :
       {"text/html; charset=utf-8", "application/xhtml+xml", "application/rss+xml", "text/xml",
        "application/activity+json", "application/vnd.api+json", "application/gzip",
        "application/octet-stream", "", "nonsense"})
    EXPECT_TRUE(may_hold_text(type)) << type;
}

TEST(MediaType, RefusesPicturesSoundFilmsAndOfficeFiles) {
  for (const char* type :
       {"image/png", "IMAGE/JPEG", "image/svg+xml", "video/mp4; codecs=avc1", "audio/mpeg",
        "application/pdf", "application/zip", "font/woff2", "application/vnd.ms-excel"})
    EXPECT_FALSE(may_hold_text(type)) << type;
}

TEST(MediaType, JudgesAPathByTheEndingOfItsLastSegment) {
  for (const char* path : {"/", "", "/news/", "/a.html", "/2026/01/report", "/sitemap.xml.gz",
                           "/v1.2", "/the.photographs", "/a.jpg/page", "/talk.of.the.town"})
    EXPECT_TRUE(path_may_hold_text(path)) << path;
  for (const char* path : {"/a.jpg", "/B.JPEG", "/a/b/c.pdf", "/x.7z", "/film.webm"})
    EXPECT_FALSE(path_may_hold_text(path)) << path;
}

}  // namespace
}  // namespace dixit::crawler
