#include "parser/html/tree.h"

#include <gtest/gtest.h>

#include "parser/html/markup.h"
#include "parser/html/markup_names.h"
#include "parser/html/page_labels.h"
#include "parser/html/page_links.h"
#include "parser/html/page_meta.h"
#include "parser/html/white_space.h"
#include "parser/url/url.h"
#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

TEST(Tree, LaysNodesOutInDocumentOrder) {
  const auto tree = Tree::parse("<p>a<b>c</b></p><p>d</p>");
  ASSERT_TRUE(tree);
  const NodeIndex first = tree->find(GUMBO_TAG_P);
  ASSERT_NE(first, kNoNode);
  EXPECT_EQ(tree->text(first), "ac");
  EXPECT_EQ((*tree)[(*tree)[first].end].tag, GUMBO_TAG_P);
  EXPECT_EQ(tree->text(0), "acd");
}

TEST(Tree, EndsWithItsBudget) {
  const TreeBudget small{300u << 10, std::chrono::seconds(10)};
  EXPECT_FALSE(Tree::parse(std::string(1u << 20, 'x') + "<p>", small));
  EXPECT_TRUE(Tree::parse("<p>x", small));
}

TEST(TextOfMarkup, DecodesEntitiesAndDropsTags) {
  EXPECT_EQ(text_of_markup("A &amp; <b>B</b>&nbsp;c"), "A & B c");
  EXPECT_EQ(text_of_markup("  plain \n text "), "plain text");
}

TEST(CollapseWhiteSpace, KnowsSpacesAndInvisibleMarks) {
  EXPECT_EQ(collapse_white_space(" a\t\nb\xC2\xA0\xE2\x80\xAF"
                                 "c\xC2\xAD"
                                 "d\xE2\x80\x8B "),
            "a b cd");
}

TEST(MarkupAt, CutsTagsCommentsAndText) {
  const std::string_view html = "<a href=\"x>y\">t</a ><!-- c --><!d>";
  std::vector<MarkupKind> kinds;
  for (MarkupToken token = markup_at(html, 0); token.kind != MarkupKind::End;
       token = markup_at(html, token.end)) {
    kinds.push_back(token.kind);
  }
  EXPECT_EQ(kinds,
            (std::vector<MarkupKind>{MarkupKind::StartTag, MarkupKind::Text, MarkupKind::EndTag,
                                     MarkupKind::Comment, MarkupKind::Declaration}));
  EXPECT_EQ(attribute_of(html, markup_at(html, 0), "href"), "x>y");
}

TEST(RolesOfNames, MatchWholeWords) {
  EXPECT_TRUE(roles_of_names("post relatedArticles", "").has(MarkupRole::Related));
  EXPECT_TRUE(roles_of_names("", "article-body").has(MarkupRole::Body));
  EXPECT_TRUE(roles_of_names("c-share_bar", "").has(MarkupRole::Share));
  EXPECT_TRUE(roles_of_names("adequate headline", "").none());
}

TEST(PageLabels, KnowWholeLabelsAndBeginnings) {
  const PageLabels labels(support::built_in_knowledge());
  EXPECT_EQ(labels.whole("» Lire aussi :"), Tag::PageRelated);
  EXPECT_EQ(labels.whole("Kommentare (12)"), Tag::PageComments);
  EXPECT_EQ(labels.whole("Lire aussi notre enquête"), std::nullopt);
  EXPECT_EQ(labels.beginning("Subscribe to our letter"), Tag::PageBoilerplate);
  EXPECT_EQ(labels.prefix_length("Publicado en: Madrid", Tag::PageByline), 0U);
  EXPECT_EQ(labels.prefix_length("By Ada", Tag::PageByline), 3U);
}

TEST(PageMeta, ReadsDeclarationsOnce) {
  const auto tree = Tree::parse(
      "<html lang=' fr '><head><title>A <b></title><base href=/b/><link rel=canonical href=c>"
      "<meta property='OG:Title' content=' d  e '><meta name=robots content='noindex, NoArchive'>"
      "<meta name=tdm-reservation content=1></head><svg><title>x</title></svg>");
  ASSERT_TRUE(tree);
  const PageMeta meta = read_page_meta(*tree);
  EXPECT_EQ(meta.html_language, "fr");
  EXPECT_EQ(meta.title_element, "A <b>");
  EXPECT_EQ(meta.canonical_url, "c");
  EXPECT_EQ(meta.first({"og:title"}), "d e");
  const model::OptOuts out = opt_outs_of(meta);
  EXPECT_TRUE(out.noindex && out.noarchive && out.tdm_reserved);
  EXPECT_FALSE(out.nofollow);
}

TEST(ReadLinks, GivesEachAddressOnce) {
  const auto tree = Tree::parse(
      "<link rel=alternate type=application/rss+xml href=/feed title=News>"
      "<a href=/a#x>A</a><a href=/a>again</a><a href='javascript:x()'>b</a><a href=#top>c</a>"
      "<a rel=nofollow href=//o.example/>O</a>");
  ASSERT_TRUE(tree);
  std::string seen;
  for (const auto& link : read_links(*tree, *parse_url("https://press.example/"))) {
    seen += link.url + "|" + link.text + (link.nofollow ? "|nofollow" : "") + "\n";
  }
  EXPECT_EQ(seen,
            "https://press.example/feed|News\nhttps://press.example/a|A\n"
            "https://o.example/|O|nofollow\n");
}

TEST(ReadLinks, ReadsTheWordsOfLinksInsideLinksOnce) {
  const auto tree = Tree::parse("<a href=/a>A<table><tr><td><a href=/b>B</a></table></a>");
  ASSERT_TRUE(tree);
  const auto links = read_links(*tree, *parse_url("https://press.example/"));
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].text, "AB");
  EXPECT_EQ(links[1].text, "");
}

}  // namespace
}  // namespace dixit::parser
