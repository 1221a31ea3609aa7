#include "parser/html/json_ld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/html/json_repair.h"

namespace dixit::parser {
namespace {

using testing::ElementsAre;

LinkedData read(std::string_view json) {
  const ScriptText script{"application/ld+json", "", json};
  return read_linked_data(std::span(&script, 1));
}

// Headlines of all articles found.
std::vector<std::string> headlines(std::string_view json) {
  std::vector<std::string> out;
  for (const LinkedArticle& article : read(json).articles) out.push_back(article.headline);
  return out;
}

TEST(LinkedData, FindsArticlesAtTheTopInArraysAndGraphs) {
  EXPECT_THAT(headlines(R"({"@type":"NewsArticle","headline":"A"})"), ElementsAre("A"));
  EXPECT_THAT(headlines(R"([{"@type":["Article"],"headline":"A"},{"@type":"Thing"}])"),
              ElementsAre("A"));
  EXPECT_THAT(headlines(R"({"@graph":[{"@type":"http://schema.org/Article","headline":"A"}]})"),
              ElementsAre("A"));
  EXPECT_THAT(headlines(R"({"@type":"WebPage","mainEntity":{"@type":"Report","headline":"A"}})"),
              ElementsAre("A"));
}

TEST(LinkedData, LeavesOutWhatIsOnlyListedOrMentioned) {
  EXPECT_THAT(
      headlines(R"({"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"B"}]})"),
      ElementsAre());
  EXPECT_THAT(
      headlines(
          R"({"@type":"Article","headline":"A","mentions":{"@type":"Article","headline":"B"}})"),
      ElementsAre("A"));
}

TEST(LinkedData, FollowsReferencesToAuthors) {
  const LinkedData data =
      read(R"({"@graph":[{"@type":"Article","headline":"A","author":{"@id":"#p"}},)"
           R"({"@type":"Person","@id":"#p","name":"Ada Example"}]})");
  ASSERT_EQ(data.articles.size(), 1U);
  EXPECT_THAT(data.articles[0].people, ElementsAre("Ada Example"));
}

TEST(LinkedData, TellsPeopleFromOrganisations) {
  const LinkedData data = read(
      R"({"@type":"Article","author":[{"@type":"Organization","name":"The Press"},"Ada Example"]})");
  EXPECT_THAT(data.articles[0].people, ElementsAre("Ada Example"));
  EXPECT_THAT(data.articles[0].organisations, ElementsAre("The Press"));
}

TEST(LinkedData, ChoosesTheArticleOfThePage) {
  const LinkedData data = read(
      R"([{"@type":"Article","headline":"B","url":"https://a.example/b"},)"
      R"({"@type":"Article","headline":"A","mainEntityOfPage":{"@id":"https://www.a.example/a/"}}])");
  ASSERT_NE(data.main_article("https://a.example/a?utm=1"), nullptr);
  EXPECT_EQ(data.main_article("https://a.example/a?utm=1")->headline, "A");
  EXPECT_EQ(data.main_article("https://a.example/c")->headline, "B");
}

TEST(LinkedData, ReadsWhatRepairMakesReadable) {
  EXPECT_THAT(
      headlines("/* <![CDATA[ */ {\"@type\":\"Article\",\"headline\":\"A \"b\" c\",} /* ]]> */"),
      ElementsAre("A \"b\" c"));
  EXPECT_THAT(headlines("{\"@type\":\"Article\",\"headline\":\"A\nb\"}"), ElementsAre("A b"));
  EXPECT_THAT(headlines("{\"@type\":\"Article\",\"headline\":"), ElementsAre());
}

TEST(LinkedData, KeepsThePagesOwnDateApart) {
  const LinkedData data = read(R"({"@type":"WebPage","datePublished":"2021-05-01"})");
  EXPECT_TRUE(data.articles.empty());
  EXPECT_EQ(data.page_published, "2021-05-01");
}

TEST(RepairJson, LeavesValidDocumentsAlone) {
  const std::string json = R"({"a":[1,true,null,"b\"\u00e9\\"],"c":{}})";
  EXPECT_EQ(repair_json(json), json);
}

TEST(RepairJson, MendsWhatIsNotInDoubt) {
  EXPECT_EQ(repair_json("x = {\"a\":1,};"), "{\"a\":1}");
  EXPECT_EQ(repair_json("{\"a\":\"b \"c\" d\"}"), "{\"a\":\"b \\\"c\\\" d\"}");
  EXPECT_EQ(repair_json("{\"a\":\"b\tc\"}"), "{\"a\":\"b\\u0009c\"}");
  EXPECT_EQ(repair_json("{\"a\":\"\\'b\"}"), "{\"a\":\"'b\"}");
  EXPECT_EQ(repair_json("no json"), "");
}

}  // namespace
}  // namespace dixit::parser
