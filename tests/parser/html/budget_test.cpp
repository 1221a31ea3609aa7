// Hostile pages end with a clear outcome, and their metadata are read all the same.
#include <algorithm>

#include "parser/html/blank.h"
#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

constexpr std::string_view kHead =
    "<html lang=en><head><title>A long day - The Press</title>"
    "<meta property=og:title content='A long day'><link rel=canonical href=/day>"
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A long day\","
    "\"author\":{\"@type\":\"Person\",\"name\":\"Ada Example\"},"
    "\"datePublished\":\"2021-05-06T07:08:09+02:00\"}</script></head><body><h1>A long day</h1>";

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

Article read_bomb(const std::string& body) {
  const Article article = read_html(std::string(kHead) + body);
  EXPECT_EQ(article.title, "A long day");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Ada Example"});
  EXPECT_EQ(published(article), "2021-05-06T07:08+02:00");
  EXPECT_EQ(article.canonical_url, "https://www.press.example/day");
  return article;
}

TEST(PageBudget, EndsOnNestedElements) {
  EXPECT_EQ(read_bomb(repeated("<div>", 100000)).outcome, ParseOutcome::BudgetSpent);
  EXPECT_EQ(read_bomb(repeated("<b>", 100000)).outcome, ParseOutcome::BudgetSpent);
}

TEST(PageBudget, CutsTenMegabytesOfBrackets) {
  EXPECT_NE(read_bomb(std::string(10u << 20, '<')).outcome, ParseOutcome::Complete);
}

TEST(PageBudget, EndsOnAMillionAttributes) {
  std::string tag = "<p";
  for (int i = 0; i < 1000000; ++i) tag += " a" + std::to_string(i) + "=1";
  EXPECT_NE(read_bomb(tag + ">x").outcome, ParseOutcome::Complete);
}

TEST(PageBudget, CutsFiftyMegabytesOfText) {
  const Article article = read_bomb("<p>" + repeated("word ", 10u << 20));
  EXPECT_EQ(article.outcome, ParseOutcome::Truncated);
}

TEST(PageBudget, ReadsOnBehindATextThatIsTooLong) {
  const Article article =
      read_bomb("<p>" + repeated("word ", 400u << 10) + "</p><p>" + repeated("A sentence. ", 40));
  EXPECT_EQ(article.outcome, ParseOutcome::Truncated);
  EXPECT_TRUE(keeps(article, "A sentence."));
  std::size_t longest = 0;
  for (const ArticleBlock& block : article.blocks) longest = std::max(longest, block.text.size());
  EXPECT_LE(longest, kTextRunBytesMax);
}

TEST(PageBudget, ReadsOnInsideATagThatIsTooWide) {
  std::string tag = "<div";
  for (int i = 0; i < 20000; ++i) tag += " a" + std::to_string(i) + "=1";
  const Article article = read_bomb(tag + "><p>" + repeated("A sentence. ", 40));
  EXPECT_EQ(article.outcome, ParseOutcome::Truncated);
  EXPECT_TRUE(keeps(article, "A sentence."));
}

TEST(PageBudget, KeepsATagThatIsMerelyLong) {
  const Article article = read_bomb("<p data-picture='" + std::string(200u << 10, 'x') + "'>" +
                                    repeated("A sentence. ", 40));
  EXPECT_EQ(article.outcome, ParseOutcome::Complete);
}

TEST(PageBudget, CutsATextBetweenCharacters) {
  const BlankedPage page = blank_page("<p>x" + repeated("é", kTextRunBytesMax));
  EXPECT_TRUE(page.cut);
  EXPECT_TRUE(page.html.ends_with("é"));
}

TEST(PageBudget, WalksDeepTreesWithoutRecursion) {
  const Article article = read_bomb(repeated("<div>", 2000) + "<p>" + repeated("A sentence. ", 40));
  EXPECT_EQ(article.outcome, ParseOutcome::Complete);
  EXPECT_TRUE(keeps(article, "A sentence."));
}

TEST(PageBudget, SurvivesDeepLinkedData) {
  const Article article = read_html("<script type='application/ld+json'>" + repeated("[", 1000000) +
                                    "</script>" + std::string(kHead) + "<p>x");
  EXPECT_EQ(article.title, "A long day");
}

}  // namespace
}  // namespace dixit::parser
