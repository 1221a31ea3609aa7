#include "parser/html/published.h"

#include "parser/html/address_date.h"
#include "parser/html/local_day.h"
#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

using model::DateSource;

std::string date(std::string_view head, std::string_view body,
                 std::string_view url = "https://press.example/a") {
  return published(read_html(page(head, body), url));
}

std::string linked(std::string_view members) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A day\"," +
         std::string(members) + "}</script>";
}

TEST(Published, PrefersLinkedDataToMetaToMicrodataToTime) {
  const std::string body =
      "<h1>A day</h1><span itemprop=datePublished content=2021-05-03></span>"
      "<time datetime=2021-05-04>x</time>%";
  const std::string meta =
      "<meta property=article:published_time content='2021-05-02T10:00+02:00'>";
  EXPECT_EQ(date(meta + linked("\"datePublished\":\"2021-05-01T10:00+02:00\""), body),
            "2021-05-01T10:00+02:00");
  EXPECT_EQ(date(meta, body), "2021-05-02T10:00+02:00");
  EXPECT_EQ(date("", body), "2021-05-03");
  EXPECT_EQ(date("", "<h1>A day</h1><time datetime=2021-05-04>x</time>%"), "2021-05-04");
}

TEST(Published, IsNeverADateOfChange) {
  EXPECT_EQ(date(linked("\"dateModified\":\"2021-05-01\""), "%"), "");
  EXPECT_EQ(date("<meta property=article:modified_time content=2021-05-01>", "%"), "");
  EXPECT_EQ(date("", "<h1>A day</h1><time class=updated datetime=2021-05-01>x</time>%"), "");
  EXPECT_EQ(date("", "<h1>A day</h1><p>Last updated 1 May 2021</p>%"), "");
}

TEST(Published, ReadsDatesPrintedNearTheTitle) {
  EXPECT_EQ(date("", "<h1>A day</h1><p class=date>1 May 2021</p>%"), "2021-05-01");
  EXPECT_EQ(date("", "<h1>A day</h1><p>Publié le 1er mai 2021</p>%"), "2021-05-01");
  EXPECT_EQ(date("", "<h1>A day</h1><p>Veröffentlicht am 1. Mai 2021</p>%"), "2021-05-01");
  EXPECT_EQ(date("", "<h1>A day</h1><p>1 de mayo de 2021</p>%"), "2021-05-01");
  EXPECT_EQ(date("", "<h1>A day</h1><p>1 de maio de 2021</p>%"), "2021-05-01");
  EXPECT_EQ(date("", "<h1>A day</h1><p>١ مايو ٢٠٢١</p>%"), "2021-05-01");
  EXPECT_EQ(date("", "<h1>A day</h1><div><b>Ada Example</b><i>May 1, 2021</i></div>%"),
            "2021-05-01");
}

TEST(Published, ReadsMonthsOfLanguagesWithoutAFile) {
  EXPECT_EQ(date("", "<p class=date>15 августа 2016, 13:43</p><h1>A day</h1>%"),
            "2016-08-15T13:43");
  EXPECT_EQ(date("", "<h1>A day</h1><p class=date>20 septembrie 2020</p>%"), "2020-09-20");
  EXPECT_EQ(date("", "<h1>A day</h1><p class=date>5. října 2021</p>%"), "2021-10-05");
  EXPECT_EQ(date("", "<h1>A day</h1><p class=date>5. nicht 2021</p>%"), "");
}

TEST(Published, TakesALabelInTheLineBefore) {
  const std::string far = "<h1>A day</h1>%" + std::string(10, '-') + "<div><p>";
  EXPECT_EQ(date("", far + "Mise en ligne</p><p>23 mai 2019</p></div>"), "2019-05-23");
  EXPECT_EQ(date("", "<h1>A day</h1><p>Mise à jour</p><p>23 mai 2019</p>%"), "");
}

TEST(Published, PrefersWhatIsShownToADateOfTheContentSystem) {
  const std::string loose = "<meta name=date content=2021-04-20>";
  EXPECT_EQ(date(loose, "<h1>A day</h1><time datetime=2021-05-04>x</time>%"), "2021-05-04");
  EXPECT_EQ(date(loose, "<h1>A day</h1>%"), "2021-04-20");
}

TEST(Published, IsInTheNumberOfAPostOfX) {
  const std::string url = "https://twitter.com/AdaExample/status/1879091234567890123/photo/1";
  const auto article = read_html(page("", "<p>A post"), url);
  EXPECT_EQ(published(article), "2025-01-14T09:00Z");
  EXPECT_EQ(article.published_at->source, DateSource::Url);
  EXPECT_EQ(date("", "%", "https://press.example/AdaExample/status/1879091234567890123"), "");
}

TEST(Published, LooksPastDatesOfOtherArticles) {
  EXPECT_EQ(date("",
                 "<h1>A day</h1>%<div class=related-stories><a href=/b>Another day</a>"
                 "<p class=date>1 May 2021</p></div>"),
            "");
}

TEST(Published, ReadsAddressAndStateData) {
  EXPECT_EQ(date("", "%", "https://press.example/2021/05/01/a"), "2021-05-01");
  EXPECT_EQ(date("<script>x={\"publishedDate\":\"2021-05-01\"}</script>", "%"), "2021-05-01");
  EXPECT_EQ(date("<script>x=[{\"publishedDate\":\"2021-05-01\"},{\"publishedDate\":\"2020-01-01\"}]"
                 "</script>",
                 "%"),
            "");
}

TEST(Published, IsOnTheOutletsOwnDay) {
  const std::string utc = linked("\"datePublished\":\"2021-05-02T01:30:00Z\"");
  const auto article =
      read_html(page(utc, "<h1>A day</h1>%"), "https://press.example/2021/05/01/a");
  EXPECT_EQ(published(article), "2021-05-01");
  EXPECT_EQ(article.published_at->unix_seconds, 1619919000);
  EXPECT_EQ(date(utc, "<h1>A day</h1><time datetime='2021-05-01T21:30:00-04:00'>x</time>%"),
            "2021-05-01T21:30-04:00");
}

DateTime moment(std::string_view iso) { return *parse_iso_date(iso); }

std::string local(std::string_view stated, std::string_view other) {
  const DateStatement others{moment(other), DateSource::Meta};
  return on_local_day({moment(stated), DateSource::JsonLd}, std::span(&others, 1)).value;
}

TEST(OnLocalDay, TakesTheClockThatShowsTheSameMoment) {
  EXPECT_EQ(local("2021-05-02T01:30:00Z", "2021-05-01T21:30:00-04:00"), "2021-05-01T21:30-04:00");
  EXPECT_EQ(local("2021-05-02T01:30:00Z", "2021-05-01T21:30"), "2021-05-01T21:30-04:00");
  EXPECT_EQ(local("2021-05-02T01:30:00Z", "2021-05-03T09:00:00+05:30"), "2021-05-02T07:00+05:30");
}

TEST(OnLocalDay, LeavesADayThatNoZoneReaches) {
  EXPECT_EQ(local("2021-05-02T18:00:00Z", "2021-05-01"), "2021-05-02T18:00Z");
  EXPECT_EQ(local("2021-05-02T01:30:00Z", "2021-05-02"), "2021-05-02T01:30Z");
  EXPECT_EQ(local("2021-05-02T01:30:00+02:00", "2021-05-01"), "2021-05-02T01:30+02:00");
}

std::string in_address(std::string_view url) {
  const auto found = date_of_address(url);
  return found ? to_iso_string(*found) : "";
}

TEST(DateOfAddress, ReadsDays) {
  EXPECT_EQ(in_address("https://a.example/2021/05/01/x"), "2021-05-01");
  EXPECT_EQ(in_address("https://a.example/x-2021-5-1.html"), "2021-05-01");
  EXPECT_EQ(in_address("https://a.example/x_20210501"), "2021-05-01");
  EXPECT_EQ(in_address("https://a.example/2021/may/01/x"), "2021-05-01");
  EXPECT_EQ(in_address("https://a.example/01-05-2021"), "2021-05-01");
}

TEST(DateOfAddress, TakesNothingElseForADay) {
  EXPECT_EQ(in_address("https://2021-05-01.example/x"), "");
  EXPECT_EQ(in_address("https://a.example/20160218174457/x"), "");
  EXPECT_EQ(in_address("https://a.example/2021/13/01"), "");
  EXPECT_EQ(in_address("https://a.example/2021/05/x"), "");
}

}  // namespace
}  // namespace dixit::parser
