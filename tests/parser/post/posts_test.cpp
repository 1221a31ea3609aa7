#include "parser/post/posts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/post/fixture.h"

namespace dixit::parser {
namespace {

using model::PostRelation;
using model::PostRelationKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// --- Mastodon's API
// -------------------------------------------------------------------------------

TEST(MastodonStatuses, LeaveOutWhatIsNotPublic) {
  EXPECT_THAT(posts_in("mastodon_statuses.json"), SizeIs(3));
}

TEST(MastodonStatuses, NameAuthorWordsTimeAndLinks) {
  const PostReading status = posts_in("mastodon_statuses.json").at(0);
  EXPECT_EQ(status.platform, model::PostPlatform::ActivityPub);
  EXPECT_EQ(status.own.handle, "@brigade@salt.example");
  EXPECT_EQ(status.own.name, "The Salt Brigade");
  EXPECT_EQ(status.own.url, "https://salt.example/@brigade/114000000000000001");
  EXPECT_THAT(status.own.paragraphs,
              ElementsAre("We will burn down the lighthouse of Courlis unless the mayor resigns "
                          "by Friday.",
                          "More at https://salt.example/notes/12 #courlis"));
  EXPECT_THAT(status.links, ElementsAre("https://salt.example/notes/12"));
  EXPECT_EQ(status.published_at->value, "2026-01-14T08:30Z");
  EXPECT_EQ(status.language, "en");
  EXPECT_FALSE(status.edited);
}

TEST(MastodonStatuses, GiveABoostsWordsToTheirAuthor) {
  const PostReading boost = posts_in("mastodon_statuses.json").at(1);
  EXPECT_EQ(boost.own.handle, "@brigade@salt.example");
  EXPECT_THAT(boost.own.paragraphs, IsEmpty());
  EXPECT_THAT(boost.relations,
              ElementsAre(PostRelation{PostRelationKind::RepostOf, "https://far.example/@rook/7",
                                       "@rook@far.example"}));
  ASSERT_THAT(boost.passed_on, SizeIs(1));
  EXPECT_THAT(boost.passed_on[0].paragraphs, ElementsAre("We will kill Odile Sarraute."));
}

TEST(MastodonStatuses, KnowWarningsEditsRepliesAndQuotes) {
  const PostReading reply = posts_in("mastodon_statuses.json").at(2);
  EXPECT_THAT(reply.own.paragraphs,
              ElementsAre("Harbour news", "@brigade The ferry sails at noon.", "Bring a coat."));
  EXPECT_TRUE(reply.edited);
  EXPECT_EQ(reply.edited_at, "2026-01-14T10:20Z");
  EXPECT_THAT(reply.relations,
              ElementsAre(PostRelation{PostRelationKind::QuoteOf,
                                       "https://salt.example/@brigade/114000000000000001",
                                       "@brigade@salt.example"},
                          PostRelation{PostRelationKind::ReplyTo, "", "@brigade@salt.example"}));
  EXPECT_THAT(reply.links, IsEmpty()) << "those mentioned are no links";
}

// --- ActivityPub
// ----------------------------------------------------------------------------------

TEST(Activities, ReadNotesOfAnOutboxThatArePublic) {
  const auto posts = posts_in("activity_outbox.json");
  ASSERT_THAT(posts, SizeIs(3));
  EXPECT_EQ(posts[0].own.handle, "@brigade@salt.example");
  EXPECT_EQ(posts[0].own.url, "https://salt.example/@brigade/1");
  EXPECT_EQ(posts[0].edited_at, "2026-01-14T08:45Z");
  EXPECT_EQ(posts[0].language, "en");
  EXPECT_THAT(
      posts[0].relations,
      ElementsAre(PostRelation{PostRelationKind::ReplyTo,
                               "https://far.example/users/rook/statuses/7", "@rook@far.example"},
                  PostRelation{PostRelationKind::QuoteOf,
                               "https://far.example/users/rook/statuses/6", "@rook@far.example"}));
}

TEST(Activities, KnowAnnouncementsAndWhatWasTakenBack) {
  const auto posts = posts_in("activity_outbox.json");
  EXPECT_EQ(posts.at(1).relations.at(0).kind, PostRelationKind::RepostOf);
  EXPECT_TRUE(posts.at(2).deleted);
  EXPECT_EQ(posts.at(2).own.url, "https://salt.example/users/brigade/statuses/3");
  EXPECT_EQ(posts.at(2).own.handle, "@brigade@salt.example");
}

// --- feeds
// ----------------------------------------------------------------------------------------

TEST(StatusFeed, ReadsItemsWithoutTitlesAtStatusAddresses) {
  const auto posts = posts_in("mastodon_feed.rss");
  ASSERT_THAT(posts, SizeIs(1));
  EXPECT_EQ(posts[0].own.handle, "@brigade@salt.example");
  EXPECT_EQ(posts[0].own.name, "The Salt Brigade");
  EXPECT_EQ(posts[0].own.profile_url, "https://salt.example/@brigade");
  EXPECT_THAT(posts[0].own.paragraphs,
              ElementsAre("We will burn down the lighthouse of Courlis.", "See the note."));
  EXPECT_EQ(posts[0].published_at->value, "2026-01-14T08:30Z");
}

TEST(StatusFeed, LeavesNewsFeedsAlone) {
  const std::string feed =
      "<rss version='2.0'><channel><title>News</title><link>https://press.example/</link><item>"
      "<title>Harbour "
      "closed</title><link>https://press.example/@desk/1</link></item></channel></rss>";
  EXPECT_THAT(find_posts({feed, "", ""}), IsEmpty());
}

// --- Bluesky
// --------------------------------------------------------------------------------------

TEST(BlueskyPosts, ReadAnAuthorsFeed) {
  const auto posts = posts_in("bluesky_author_feed.json");
  ASSERT_THAT(posts, SizeIs(2)) << "one author is shown to members alone";
  EXPECT_EQ(posts[0].platform, model::PostPlatform::Bluesky);
  EXPECT_EQ(posts[0].own.handle, "@brigade.salt.example");
  EXPECT_EQ(posts[0].own.url, "https://bsky.app/profile/brigade.salt.example/post/3lfqz2abcde2x");
  EXPECT_THAT(posts[0].own.paragraphs,
              ElementsAre("We will burn down the lighthouse.", "Read on salt.example/notes/12"));
  EXPECT_THAT(posts[0].links, ElementsAre("https://salt.example/notes/12"));
  EXPECT_EQ(posts[0].relations.at(0).kind, PostRelationKind::ReplyTo);
  EXPECT_EQ(posts[0].relations.at(1).handle, "@harbour.example");
  EXPECT_THAT(posts[0].passed_on.at(0).paragraphs, ElementsAre("The lighthouse stays."));
}

TEST(BlueskyPosts, DateARepostByItsOwnTime) {
  const PostReading repost = posts_in("bluesky_author_feed.json").at(1);
  EXPECT_EQ(repost.own.handle, "@rook.example");
  EXPECT_EQ(repost.published_at->value, "2026-01-14T09:30Z");
  EXPECT_THAT(repost.own.paragraphs, IsEmpty());
  EXPECT_EQ(repost.relations.at(0).url,
            "https://bsky.app/profile/harbour.example/post/3lfqz0abcde2x");
}

TEST(BlueskyPosts, ReadAThreadWithWhatIsMissingInIt) {
  const auto posts = posts_in("bluesky_thread.json");
  ASSERT_THAT(posts, SizeIs(3));
  EXPECT_EQ(posts[0].own.handle, "@did:plc:rook0000000000000000") << "its handle is not valid";
  EXPECT_THAT(posts[1].own.paragraphs, ElementsAre("Nobody knows."));
  EXPECT_TRUE(posts[2].deleted);
  EXPECT_EQ(posts[2].own.url,
            "https://bsky.app/profile/did:plc:saltbrigade00000000000/post/3lfqz4abcde2x");
}

// --- Telegram
// -------------------------------------------------------------------------------------

TEST(TelegramPreview, ReadsMessagesButNoServiceOnes) {
  const auto posts = posts_in("telegram_preview.html");
  ASSERT_THAT(posts, SizeIs(2));
  EXPECT_EQ(posts[0].platform, model::PostPlatform::Telegram);
  EXPECT_EQ(posts[0].own.handle, "@saltbrigade");
  EXPECT_EQ(posts[0].own.name, "The Salt Brigade");
  EXPECT_EQ(posts[0].own.url, "https://t.me/saltbrigade/12");
  EXPECT_THAT(posts[0].own.paragraphs, ElementsAre("We will burn down the lighthouse of Courlis.",
                                                   "Full text: salt.example/notes/12 #courlis"));
  EXPECT_THAT(posts[0].links, ElementsAre("https://salt.example/notes/12"));
  EXPECT_EQ(posts[0].published_at->value, "2026-01-14T08:30Z");
  EXPECT_TRUE(posts[0].edited);
  EXPECT_THAT(posts[0].relations,
              ElementsAre(PostRelation{PostRelationKind::ReplyTo, "https://t.me/saltbrigade/10",
                                       "@saltbrigade"}));
}

TEST(TelegramPreview, GivesForwardedWordsToTheChannelTheyComeFrom) {
  const PostReading forward = posts_in("telegram_preview.html").at(1);
  EXPECT_FALSE(forward.edited);
  EXPECT_THAT(forward.own.paragraphs, IsEmpty());
  EXPECT_EQ(forward.passed_on.at(0).handle, "@rookspost");
  EXPECT_THAT(forward.passed_on.at(0).paragraphs, ElementsAre("We will kill Odile Sarraute."));
}

TEST(TelegramPreview, IsLookedForOnTelegramsHostsAlone) {
  const std::string page = post_fixture("telegram_preview.html");
  EXPECT_THAT(find_posts({page, "https://t.me/s/saltbrigade", "text/html"}), SizeIs(2));
  EXPECT_THAT(find_posts({page, "https://press.example/copy", "text/html"}), IsEmpty());
}

// --- what is none
// ---------------------------------------------------------------------------------

TEST(FindPosts, IsEmptyForOtherPayloads) {
  for (const char* bytes : {"", "{}", "[]", "[1, null, {}]", "{\"feed\": [{}]}", "{\"thread\": 3}",
                            "not JSON", "{\"a\":", "<html><body><p>Words</p></body></html>",
                            "{\"@context\": 1, \"type\": \"Person\"}",
                            "{\"posts\": [{\"uri\": \"at://x\", \"author\": 1}]}"}) {
    EXPECT_THAT(find_posts({bytes, "", ""}), IsEmpty()) << bytes;
  }
}

}  // namespace
}  // namespace dixit::parser
