#include <gtest/gtest.h>

#include "parser/feed/character_references.h"
#include "parser/feed/feed_date.h"
#include "parser/feed/feed_markup.h"
#include "parser/feed/feed_people.h"
#include "parser/feed/xml_text.h"

namespace dixit::parser {
namespace {

std::string iso(std::string_view text) {
  const auto moment = parse_feed_date(text);
  return moment ? to_iso_string(*moment) : "none";
}

TEST(PrepareXml, MakesEveryReferenceXmlsOwn) {
  EXPECT_EQ(prepare_xml("<a>&eacute; &lt; AT&T &#233; &bogus; &#X41;</a>").text,
            "<a>é &lt; AT&amp;T &#233; &amp;bogus; A</a>");
  EXPECT_TRUE(prepare_xml("a & b").unknown_reference);
  EXPECT_FALSE(prepare_xml("a &amp; &#38;").unknown_reference);
}

TEST(PrepareXml, LeavesCdataAndCommentsAlone) {
  const std::string_view text = "<a><![CDATA[&eacute; & ]]><!-- &x; --></a>";
  EXPECT_EQ(prepare_xml(text).text, text);
}

TEST(PrepareXml, ExpandsDeclaredEntitiesOnce) {
  const PreparedXml prepared =
      prepare_xml("<!DOCTYPE a [<!ENTITY n 'x &n; <b>'><!ENTITY f SYSTEM 'y'>]><a>&n;&f;</a>");
  EXPECT_EQ(prepared.text, "<a>x &amp;n; &lt;b&gt;</a>");
  EXPECT_FALSE(prepared.unknown_reference);
  EXPECT_TRUE(prepared.doctype.starts_with("<!DOCTYPE a ["));
}

TEST(PrepareXml, ReadsC1ControlsAsWindows1252) {
  EXPECT_EQ(prepare_xml("don&#146;t").text, "don’t");
}

TEST(PrepareXml, PutsTheReplacementCharacterForWhatIsNone) {
  EXPECT_EQ(prepare_xml("a&#xD800;b&#0;c&#9;").text, "a\uFFFDb\uFFFDc&#9;");
  EXPECT_EQ(prepare_xml(std::string_view("<!--\0-->\0", 9)).text, "<!--\uFFFD-->\uFFFD");
}

TEST(RepairXml, MakesWellFormed) {
  EXPECT_EQ(repair_xml("<a><b>x</a>"), "<a><b>x</b></a>");
  EXPECT_EQ(repair_xml("<a>1 < 2</c></a>"), "<a>1 &lt; 2</a>");
  EXPECT_EQ(repair_xml("<a x=1 y='<\"' =z>t"), "<a x=\"1\" y=\"&lt;&quot;\">t</a>");
  EXPECT_EQ(repair_xml("<a><![CDATA[ <b>"), "<a><![CDATA[ <b>]]></a>");
  EXPECT_EQ(repair_xml("<a><b/></a"), "<a><b/></a>");
}

TEST(NormaliseMarkup, WritesOneSpelling) {
  EXPECT_EQ(normalise_markup("<A HREF=x title='\"'>a & b</A><br/>", "http://a.example/b/"),
            "<a HREF=\"http://a.example/b/x\" title=\"&quot;\">a &amp; b</a><br />");
  EXPECT_EQ(normalise_markup("1 < 2 <! <b>x</b>", ""), "1 < 2 &lt;! <b>x</b>");
  // An end tag that is dropped once let the "<" before it make a tag of the text behind it.
  EXPECT_EQ(normalise_markup("1 <</br>b c", ""), "1 &lt;b c");
  EXPECT_EQ(normalise_markup("&#146; &#X61; &eacute;", ""), "&#x2019; &#x61; &eacute;");
  EXPECT_EQ(normalise_markup("<a href=\"javascript:x()\">", "http://a.example/"), "<a href=\"\">");
}

TEST(NormaliseMarkup, IsIdempotent) {
  for (const std::string_view html :
       {"<a b=c>d", "<!<!x>", "a&b;&#133;", "<p/><br></br>", "<", "&"}) {
    const std::string once = normalise_markup(html, "http://a.example/");
    EXPECT_EQ(normalise_markup(once, "http://a.example/"), once);
  }
}

TEST(ResolveReference, KeepsAbsoluteAddressesAsWritten) {
  EXPECT_EQ(resolve_reference(" HTTP://A.example/%7e ", "http://b.example/"),
            "HTTP://A.example/%7e");
  EXPECT_EQ(resolve_reference("c", "http://b.example/a/"), "http://b.example/a/c");
  EXPECT_EQ(resolve_reference("c", ""), "c");
  EXPECT_EQ(resolve_reference("", "http://b.example/"), "http://b.example/");
}

TEST(ParsePerson, ReadsEveryOrder) {
  const FeedPerson ada{"Ada Quill", "ada.q+news@press.example", ""};
  EXPECT_EQ(parse_person("Ada Quill (ada.q+news@press.example)"), ada);
  EXPECT_EQ(parse_person("ada.q+news@press.example (Ada Quill)"), ada);
  EXPECT_EQ(parse_person("Ada Quill <ada.q+news@press.example>"), ada);
  EXPECT_EQ(parse_person(" Ada (Harbour) "), (FeedPerson{"Ada (Harbour)", "", ""}));
  EXPECT_EQ(parse_person("@ada"), (FeedPerson{"@ada", "", ""}));
  EXPECT_EQ(person_line(ada), "Ada Quill (ada.q+news@press.example)");
}

TEST(NamedReference, KnowsHtmlsNames) {
  EXPECT_EQ(named_reference("eacute"), "é");
  EXPECT_EQ(named_reference("nosuchname"), "");
}

TEST(DecodeBase64, IgnoresWhiteSpaceAndRefusesTheRest) {
  EXPECT_EQ(decode_base64(" aGVs\nbG8= "), "hello");
  EXPECT_EQ(decode_base64("no!"), "");
}

TEST(ParseFeedDate, ReadsTruncatedIsoDates) {
  EXPECT_EQ(iso("-0312"), "2003-12");
  EXPECT_EQ(iso("03-12-31"), "2003-12-31");
  EXPECT_EQ(iso("2003-335"), "2003-12-01");
  EXPECT_EQ(iso("2003-366"), "none");
  EXPECT_EQ(iso("2003-012-31T10:14Z"), "2003-12-31T10:14Z");
}

TEST(ParseFeedDate, ReadsTheWordsOfLanguages) {
  EXPECT_EQ(iso("15 janvier 2021 10:30:00 +0100"), "2021-01-15T10:30+01:00");
  EXPECT_EQ(iso("ven., 15 janv. 2021 10:30 GMT"), "2021-01-15T10:30Z");
  EXPECT_EQ(iso("15. Januar 2021"), "2021-01-15");
  EXPECT_EQ(iso("15 enero 2021"), "2021-01-15");
  EXPECT_EQ(iso("2021년 1월 15일 10:30"), "2021-01-15T10:30+09:00");
  EXPECT_EQ(iso("15 Quatsch 2021"), "none");
}

TEST(ParseFeedDate, TakesNoSideWhereLanguagesDiffer) {
  // November in Polish, October in Croatian.
  EXPECT_EQ(iso("15 listopad 2021"), "none");
}

}  // namespace
}  // namespace dixit::parser
