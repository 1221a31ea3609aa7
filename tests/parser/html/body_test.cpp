#include "parser/html/body.h"

#include <gmock/gmock.h>

#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

using model::BlockKind;

constexpr std::string_view kMayor = "The mayor promised";  // begins the last paragraph of "%"

Article read(std::string_view body) {
  return read_html(page("<title>A long day</title><meta property=og:type content=article>", body));
}

TEST(Body, KeepsTheParagraphsUnderTheTitle) {
  const Article article = read("<h1>A long day</h1><div>%</div>");
  EXPECT_TRUE(article.is_article);
  ASSERT_EQ(article.blocks.size(), 3U);
  EXPECT_EQ(article.blocks[0].kind, BlockKind::Paragraph);
  EXPECT_TRUE(article.blocks[2].text.starts_with(kMayor));
}

TEST(Body, TypesItsBlocks) {
  const Article article = read(
      "<h1>A long day</h1><div>%<h2>What happened before</h2><p>The bridge was built by the "
      "grandparents of those who now complain of it.</p><blockquote cite=/q>We will not pay for "
      "it, whatever the council says.</blockquote><ul><li>The work takes at least one year, as "
      "the engineers say.</li></ul><p>That is all that anybody knows of it at this time, as far "
      "as we could hear.</p></div>");
  std::vector<BlockKind> kinds;
  for (const ArticleBlock& block : article.blocks) kinds.push_back(block.kind);
  EXPECT_THAT(kinds,
              testing::ElementsAre(BlockKind::Paragraph, BlockKind::Paragraph, BlockKind::Paragraph,
                                   BlockKind::Heading, BlockKind::Paragraph, BlockKind::Blockquote,
                                   BlockKind::ListItem, BlockKind::Paragraph));
}

TEST(Body, KeepsTextAroundQuotationMarksAsItIs) {
  const Article article = read(
      "<h1>A long day</h1><div>%<p>« Nous&nbsp;<a href=/x class=promo>ne</a> paierons "
      "<b>pas</b>&#8239;», a dit la mairesse de la petite ville hier soir.</p></div>");
  EXPECT_TRUE(keeps(article, "« Nous ne paierons pas », a dit la mairesse")) << text_of(article);
}

TEST(Body, LeavesOutOtherArticles) {
  const Article article = read(
      "<h1>A long day</h1><div>%</div><div class=related-articles><p>Another story that has a "
      "sentence of its own, long enough for prose. <a href=/b>Read it</a></p></div>");
  EXPECT_FALSE(keeps(article, "Another story"));
  EXPECT_EQ(rule_for(article, "Another story"), "name.related");
}

TEST(Body, LeavesOutListsOfTeasers) {
  std::string list = "<ul>";
  for (const char* name : {"first", "second", "third", "fourth"}) {
    list += std::string("<li class=x><a href=/") + name + ">The headline of the " + name +
            " story</a></li>";
  }
  const Article article = read("<h1>A long day</h1><div>%" + list + "</ul></div>");
  EXPECT_FALSE(keeps(article, "The headline of"));
  EXPECT_EQ(rule_for(article, "The headline of the second"), "group.teasers");
}

TEST(Body, LeavesOutWhatStandsUnderALabel) {
  const Article article = read(
      "<h1>A long day</h1><div>%<div><h3>Read also</h3><p><a href=/b>A story about another "
      "bridge</a></p></div></div>");
  EXPECT_FALSE(keeps(article, "another bridge"));
}

TEST(Body, LeavesOutCommentsByNameAndByThread) {
  const std::string comment =
      "<li><p>I have seen this bridge every day of my life and it was always closed.</p>"
      "<a href=#>Reply</a></li>";
  EXPECT_FALSE(keeps(read("<h1>A long day</h1><div>%</div><ul class=comments>" + comment + "</ul>"),
                     "every day of my life"));
  std::string prose;  // the article must outweigh the thread
  for (int i = 0; i < 8; ++i) {
    prose += "<p>The engineers wrote in their report number " + std::to_string(i) +
             " that the old stones cannot carry a lorry, nor two cars at once.</p>";
  }
  const Article article = read("<h1>A long day</h1><div>%" + prose + "<ul class=x>" + comment +
                               comment + comment + comment + "</ul></div>");
  EXPECT_FALSE(keeps(article, "every day of my life"));
  EXPECT_EQ(rule_for(article, "I have seen this bridge"), "section.thread");
}

TEST(Body, LeavesOutBoxesAndBars) {
  const Article article = read(
      "<h1>A long day</h1><div class=share>Share it with all your friends today, please.</div>"
      "<div>%<div class=newsletter>Get our letter each morning in your box, for free.</div>"
      "<aside>Something else that stands beside it, a sentence long.</aside></div>"
      "<div id=cookie-consent>We use cookies to make this site better for everybody.</div>");
  EXPECT_EQ(article.blocks.size(), 3U) << text_of(article);
  EXPECT_EQ(rule_for(article, "Share it"), "name.share");
  EXPECT_EQ(rule_for(article, "Get our letter"), "name.promotion");
  EXPECT_EQ(rule_for(article, "Something else"), "tag.aside");
  EXPECT_EQ(rule_for(article, "We use cookies"), "name.consent");
}

TEST(Body, LeavesOutTheNextArticleOfAnEndlessPage) {
  const std::string next =
      "<article><h1>Another long day</h1><p>This is the article that follows when the reader goes "
      "on, and it is about something else.</p><p>It has a second paragraph too, so that nobody can "
      "take it for a teaser of a story.</p></article>";
  const Article article = read(
      "<main><article><h1>A long day</h1><div>%<p>It was late when the last of them went home, and "
      "the lights of the hall went out behind them.</p></div></article>" +
      next + "</main>");
  EXPECT_FALSE(keeps(article, "when the reader goes on")) << text_of(article);
  EXPECT_TRUE(keeps(article, kMayor));
}

TEST(Body, BeginsWithTheStandfirstBesideTheTitle) {
  EXPECT_TRUE(keeps(read("<header><hgroup><h1>A long day</h1><h2>What the town council said of the "
                         "bridge, and what it left out.</h2></hgroup></header><div>%</div>"),
                    "What the town council said"));
  EXPECT_TRUE(
      keeps(read("<h1>A long day</h1><div class=teaser-text itemprop=description><p>What the "
                 "town council said of the bridge, and what it left out.</p></div>"
                 "<div>%</div>"),
            "What the town council said"));
}

TEST(Body, BelievesNamesOnlyWithinReason) {
  const Article article = read("<h1>A long day</h1><div class=newsletter>%</div>");
  EXPECT_TRUE(keeps(article, kMayor));
}

TEST(Body, ReadsShortNotesWhereTheirTitleStands) {
  const Article article = read_html(
      page("<title>Three things seen</title>",
           "<article><h1>Three things seen</h1><ul><li>A cat on the roof of the town hall</li>"
           "<li>A boat in the trees behind the mill, upside down</li><li>Nobody at the counter of "
           "the bank</li></ul>"
           "</article><div><p>This site keeps small files on your machine to know you "
           "again.</p></div>"));
  EXPECT_TRUE(keeps(article, "A cat on the roof")) << text_of(article);
  EXPECT_FALSE(keeps(article, "This site keeps"));
}

TEST(Body, KeepsEmbeddedPostsWithAuthorAndLink) {
  const Article article = read(
      "<h1>A long day</h1><div>%<blockquote class=twitter-tweet><p>The bridge will fall if you "
      "drive over it once more.</p>&mdash; Ada (@ada_example) "
      "<a href=https://twitter.com/ada_example/status/12345>May 1, 2021</a></blockquote>"
      "<p>Nobody answered to that post before the evening of the same day.</p></div>");
  const auto post = std::ranges::find(article.blocks, BlockKind::EmbeddedPost, &ArticleBlock::kind);
  ASSERT_NE(post, article.blocks.end());
  EXPECT_EQ(post->text, "The bridge will fall if you drive over it once more.");
  EXPECT_EQ(post->author, "@ada_example");
  EXPECT_EQ(post->url, "https://twitter.com/ada_example/status/12345");
}

TEST(Body, FallsBackOnDataWhenTheTreeIsEmpty) {
  std::string body;
  for (int i = 0; i < 6; ++i) {
    body += "<p>Paragraph number " + std::to_string(i) +
            " of a story that a program writes into the page when it runs.</p>";
  }
  const Article state =
      read_html(page("<script>x={\"body\":\"" + body + "\"}</script>", "<div id=app></div>"));
  EXPECT_TRUE(keeps(state, "Paragraph number 5 of a story"));
  const Article linked =
      read_html(page("<script type='application/ld+json'>{\"@type\":\"Article\","
                     "\"articleBody\":\"" +
                         body + "\"}</script>",
                     "<div id=app></div>"));
  EXPECT_TRUE(keeps(linked, "Paragraph number 5 of a story"));
}

TEST(Body, TakesNoProgramForProse) {
  std::string code;
  for (int i = 0; i < 9; ++i) {
    code +=
        "f(\".holder img, .gallery img, .content img, .embed img, .inline-gallery, .view, .link" +
        std::to_string(i) + "\");";
  }
  EXPECT_TRUE(read_html(page("<script>" + code + "</script>", "<div></div>")).blocks.empty());
}

}  // namespace
}  // namespace dixit::parser
