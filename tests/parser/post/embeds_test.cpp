#include "parser/post/embeds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/post/fixture.h"

namespace dixit::parser {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<PostReading> embedded_in(std::string html) {
  const auto tree = Tree::parse(std::move(html));
  return tree ? read_embedded_posts(*tree) : std::vector<PostReading>();
}

class Embeds : public ::testing::Test {
 protected:
  std::vector<PostReading> posts_ = embedded_in(post_fixture("embeds.html"));
};

TEST_F(Embeds, AreFoundInTheOrderOfThePage) {
  std::vector<model::PostPlatform> platforms;
  for (const PostReading& post : posts_) platforms.push_back(post.platform);
  EXPECT_THAT(platforms,
              ElementsAre(model::PostPlatform::X, model::PostPlatform::Bluesky,
                          model::PostPlatform::ActivityPub, model::PostPlatform::Telegram,
                          model::PostPlatform::Instagram, model::PostPlatform::YouTube));
}

TEST_F(Embeds, OfXTellTheirTimeByTheirNumber) {
  EXPECT_EQ(posts_.at(0).own.handle, "@saltbrigade");
  EXPECT_EQ(posts_.at(0).own.name, "The Salt Brigade");
  EXPECT_EQ(posts_.at(0).own.url, "https://x.com/saltbrigade/status/1879091234567890123");
  EXPECT_EQ(posts_.at(0).published_at->value, "2025-01-14T09:00Z");
  EXPECT_EQ(posts_.at(0).language, "en");
  EXPECT_THAT(posts_.at(0).links, ElementsAre("https://t.co/abcdef"));
  EXPECT_THAT(posts_.at(0).own.paragraphs,
              ElementsAre("We will burn down the lighthouse of Courlis. #courlis "
                          "https://t.co/abcdef"));
}

TEST_F(Embeds, OfBlueskyLeaveOutTheWidgetsOwnLink) {
  EXPECT_EQ(posts_.at(1).own.handle, "@rook.example");
  EXPECT_EQ(posts_.at(1).own.name, "Rook");
  EXPECT_EQ(posts_.at(1).own.url, "https://bsky.app/profile/rook.example/post/3lfqz5abcde2x");
  EXPECT_THAT(posts_.at(1).own.paragraphs, ElementsAre("Who wrote this?"));
  EXPECT_THAT(posts_.at(1).links, IsEmpty());
}

TEST_F(Embeds, WithoutWordsKeepAddressAndAuthor) {
  EXPECT_EQ(posts_.at(2).own.url, "https://salt.example/@brigade/114000000000000001");
  EXPECT_EQ(posts_.at(2).own.handle, "@brigade@salt.example");
  EXPECT_EQ(posts_.at(3).own.url, "https://t.me/saltbrigade/12");
  EXPECT_EQ(posts_.at(3).own.handle, "@saltbrigade");
  EXPECT_EQ(posts_.at(5).own.url, "https://www.youtube.com/watch?v=aBcDeFgHiJk");
  EXPECT_EQ(posts_.at(5).title, "The lighthouse of Courlis");
}

TEST_F(Embeds, OfInstagramShowTheCaption) {
  EXPECT_EQ(posts_.at(4).own.url, "https://www.instagram.com/p/CaBcDeFgHiJ/");
  EXPECT_EQ(posts_.at(4).own.handle, "@harbour.office");
  EXPECT_THAT(posts_.at(4).own.paragraphs, ElementsAre("The lighthouse at dawn"));
  EXPECT_EQ(posts_.at(4).published_at->value, "2025-01-13T07:00Z");
}

TEST(EmbeddedPosts, StandOnceForEachAddress) {
  const std::string frame = "<iframe src='//www.youtube-nocookie.com/embed/abc'></iframe>";
  EXPECT_THAT(embedded_in(frame + frame), SizeIs(1));
}

TEST(EmbeddedPosts, AreNotJustAnyQuotationsAndFrames) {
  for (const char* html :
       {"<blockquote><p>Words</p></blockquote>", "<blockquote class='twitter-tweet'></blockquote>",
        "<blockquote class='bluesky-embed' data-bluesky-uri='at://x/app.bsky.graph.list/1'>",
        "<iframe src='https://maps.example/embed/1'></iframe>", "<iframe class='mastodon-embed'>",
        "<script data-telegram-post='channel'></script>",
        "<blockquote class='instagram-media'></blockquote>",
        "<iframe src='https://www.youtube.com/embed/videoseries?list=1'></iframe>"}) {
    EXPECT_THAT(embedded_in(html), IsEmpty()) << html;
  }
}

}  // namespace
}  // namespace dixit::parser
