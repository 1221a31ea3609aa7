#include "parser/post/post_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/reader.h"
#include "parser/text/utf8.h"
#include "tests/parser/post/fixture.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

model::Document document_of(PostReading reading) {
  return post_document(support::built_in_knowledge(), std::move(reading),
                       "https://salt.example/api/v1/statuses/1", "");
}

model::Document fixture_document(const std::string& name, std::size_t index) {
  return document_of(posts_in(name).at(index));
}

std::string covered(const model::Document& document, const model::Span& span) {
  const CodePointIndex index(document.text);
  return document.text.substr(index.to_byte(span.start),
                              index.to_byte(span.end) - index.to_byte(span.start));
}

TEST(PostDocument, IsNoArticleAndNamesItsAuthor) {
  const model::Document document = fixture_document("mastodon_statuses.json", 0);
  EXPECT_FALSE(document.is_article);
  EXPECT_EQ(document.title, "The Salt Brigade (@brigade@salt.example)");
  EXPECT_THAT(document.authors, ElementsAre("The Salt Brigade"));
  EXPECT_EQ(document.outlet, "salt.example/@brigade");
  EXPECT_EQ(document.url, "https://salt.example/api/v1/statuses/1");
  EXPECT_EQ(document.canonical_url, "https://salt.example/@brigade/114000000000000001");
  EXPECT_EQ(document.language, "en");
  ASSERT_TRUE(document.post);
  EXPECT_EQ(document.post->handle, "@brigade@salt.example");
}

TEST(PostDocument, QuotesItsAuthorDirectly) {
  const model::Document document = fixture_document("mastodon_statuses.json", 0);
  ASSERT_THAT(document.quotations, SizeIs(2));
  const model::Quotation& words = document.quotations[0];
  EXPECT_EQ(words.form, model::QuotationForm::Direct);
  EXPECT_EQ(words.medium, model::Medium::SocialPost);
  EXPECT_EQ(words.report_status, model::ReportStatus::FirstHand);
  EXPECT_EQ(words.source->name, "@brigade@salt.example");
  EXPECT_EQ(words.source->text, "@brigade@salt.example");
  EXPECT_EQ(covered(document, words.source->span), "@brigade@salt.example");
  EXPECT_EQ(covered(document, words.span), words.text);
  EXPECT_EQ(words.group, document.quotations[1].group);
}

TEST(PostDocument, ThreatensByItself) {
  const model::Threat threat = fixture_document("mastodon_statuses.json", 0).quotations[0].threat;
  EXPECT_EQ(threat.threat_class, model::ThreatClass::Violent);
  EXPECT_TRUE(threat.conditional);
  EXPECT_EQ(threat.target->text, "the lighthouse of Courlis");
}

TEST(PostDocument, GivesRepostedWordsToTheirAuthorThroughTheReposter) {
  const model::Document document = fixture_document("telegram_preview.html", 1);
  ASSERT_THAT(document.quotations, SizeIs(1));
  const model::Quotation& words = document.quotations[0];
  EXPECT_EQ(words.source->name, "@rookspost");
  EXPECT_EQ(words.report_status, model::ReportStatus::Relayed);
  std::vector<std::string> hops;
  for (const model::Hop& hop : words.hops) hops.push_back(hop.name);
  EXPECT_THAT(hops, ElementsAre("t.me/rookspost", "@saltbrigade", "t.me/saltbrigade"));
  EXPECT_EQ(document.blocks.back().kind, model::BlockKind::EmbeddedPost);
  EXPECT_EQ(document.blocks.back().url, "https://t.me/rookspost/7");
}

TEST(PostDocument, OfOnePersonHasOneOutletWhicheverWayItIsRead) {
  EXPECT_EQ(fixture_document("activity_outbox.json", 0).outlet,
            fixture_document("mastodon_feed.rss", 0).outlet);
}

TEST(PostDocument, InAnUnknownLanguageStillQuotesItsAuthor) {
  PostReading reading;
  reading.own.handle = "@ülle@salt.example";
  reading.own.paragraphs = {"Täna on sadamas külm ja tuuline ilm, praam väljub kell kaksteist."};
  reading.language = "et";
  const model::Document document = document_of(reading);
  ASSERT_THAT(document.quotations, SizeIs(1));
  EXPECT_EQ(document.quotations[0].text, reading.own.paragraphs[0]);
  EXPECT_EQ(document.quotations[0].source->text, "@ülle@salt.example");
  EXPECT_EQ(document.quotations[0].language, document.language);
}

TEST(PostDocument, WithoutAuthorHasNoSource) {
  PostReading reading;
  reading.own.paragraphs = {"We will burn down the lighthouse."};
  const model::Document document = document_of(reading);
  ASSERT_THAT(document.quotations, SizeIs(1));
  EXPECT_FALSE(document.quotations[0].source);
}

TEST(ReadPage, MakesEmbeddedPostsDocumentsOfTheirOwn) {
  const std::string html = post_fixture("embeds.html");
  PageInput input;
  input.bytes = html;
  input.url = "https://ledger.example/lighthouse";
  const Page page = read_page(support::built_in_knowledge(), input);
  ASSERT_THAT(page.posts, SizeIs(6));
  EXPECT_EQ(page.posts[0].url, input.url);
  EXPECT_EQ(page.posts[0].canonical_url, "https://x.com/saltbrigade/status/1879091234567890123");
  EXPECT_EQ(page.posts[0].quotations.at(0).threat.threat_class, model::ThreatClass::Violent);
}

}  // namespace
}  // namespace dixit::parser
