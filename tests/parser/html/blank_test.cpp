#include "parser/html/blank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/html/tree.h"
#include "tests/support/tree_outline.h"

namespace dixit::parser {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string outline_of(const std::string& html) {
  const auto tree = Tree::parse(html);
  return tree ? tests::outline(*tree) : "";
}

// Blanks `html`, after showing that the tree outside the emptied elements stays as it is.
std::string blanked(const std::string& html) {
  std::string out = blank_page(html).html;
  EXPECT_EQ(outline_of(html), outline_of(out)) << html;
  return out;
}

TEST(BlankPage, EmptiesScriptsStylesDrawingsAndComments) {
  EXPECT_EQ(blanked("<p>a<script>b</script><style>c</style><svg><path/></svg><!-- d -->e</p>"),
            "<p>a<script></script><style></style><svg></svg><!---->e</p>");
}

TEST(BlankPage, KeepsScriptsAside) {
  const std::string html =
      "<script type=\"application/ld+json\">{}</script><script id=state>x = 1</script>";
  std::vector<std::string> seen;
  for (const ScriptText& script : blank_page(html).scripts) {
    seen.push_back(std::string(script.type) + "|" + std::string(script.id) + "|" +
                   std::string(script.text));
  }
  EXPECT_THAT(seen, ElementsAre("application/ld+json||{}", "|state|x = 1"));
}

TEST(BlankPage, FollowsTheEscapedStatesOfScripts) {
  EXPECT_EQ(blanked("<script><!-- <script> </script> --></script><p>a"), "<script></script><p>a");
  EXPECT_EQ(blanked("<script><!-- </script><p>a"), "<script></script><p>a");
  EXPECT_EQ(blanked("<script>\"<!--<script>\"</script><p>a</script><p>b"), "<script></script><p>b");
}

TEST(BlankPage, LetsAnUnendedScriptReachTheEnd) {
  EXPECT_EQ(blanked("<p>a<script>b <p>c"), "<p>a<script>");
}

TEST(BlankPage, EndsCommentsAsTheStandardDoes) {
  EXPECT_EQ(blanked("<!-->a<!--->b<!-- c --!>d<!-- e -- f -->g"),
            "<!---->a<!---->b<!---->d<!---->g");
  EXPECT_EQ(blanked("<p>a<!-- b <p>c"), "<p>a<!-- b <p>c");  // unended: nothing is sure
}

TEST(BlankPage, KeepsDeclarationsAndTextElements) {
  for (const std::string html : {"<!doctype html><?x?></ y><p>a", "<title>a<!-- b</title><p>c",
                                 "<textarea><script></textarea><p>a"}) {
    EXPECT_EQ(blanked(html), html);
  }
}

TEST(BlankPage, ReadsCdataInDrawings) {
  EXPECT_EQ(blanked("<svg><![CDATA[</svg>]]><g/></svg><p>a"), "<svg></svg><p>a");
}

TEST(BlankPage, StopsBlankingWhereOnlyATreeKnows) {
  for (const std::string html :
       {"<svg><p>a</p></svg><style>b</style>", "<math><mi></math><style>a</style>",
        "<select><svg>a</svg></select><style>b</style>", "<frameset><style>a</style>",
        "<svg><title><b>a</b></title></svg><style>b</style>",
        // Gumbo leaves a drawing open whose end tag says more than its name.
        "<svg></svg ><style><p></style>", "<svg></svg/><style><p></style>",
        "<svg><svg></svg a></svg><style><p></style>"}) {
    EXPECT_EQ(blanked(html), html);
  }
}

TEST(BlankPage, KeepsWhatFollowsPlaintext) {
  EXPECT_EQ(blanked("<plaintext><script>a</script>"), "<plaintext><script>a</script>");
}

TEST(SummaryOf, KeepsWhatMetadataStandIn) {
  const std::string summary = summary_of(
      "<html lang=en><head><title>A</title><meta name=b content=c><link rel=canonical href=d>"
      "<script>e</script></head><body><h1>F</h1><p>g</p>" +
      std::string(100, '<'));
  EXPECT_THAT(summary, HasSubstr("<html lang=en>"));
  EXPECT_THAT(summary, HasSubstr("<title>A</title>"));
  EXPECT_THAT(summary, HasSubstr("<meta name=b content=c>"));
  EXPECT_THAT(summary, HasSubstr("<link rel=canonical href=d>"));
  EXPECT_THAT(summary, HasSubstr("<h1>F</h1>"));
  EXPECT_THAT(summary, Not(HasSubstr("<p>")));
}

}  // namespace
}  // namespace dixit::parser
