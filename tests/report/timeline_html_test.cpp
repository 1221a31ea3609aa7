#include "report/timeline_html.h"

#include <gmock/gmock.h>
#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html.h"
#include "tests/report/samples.h"

namespace dixit::report {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(HtmlEscaped, LeavesNothingThatIsMarkup) {
  EXPECT_EQ(html_escaped("<b title=\"a\" id='b'>&amp;"),
            "&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;");
}

TEST(HtmlEscaped, ReplacesControlCharactersAndBrokenBytes) {
  EXPECT_EQ(html_escaped(std::string("a\0b\x1b\x7F", 5)), "a\uFFFDb\uFFFD\uFFFD");
  EXPECT_EQ(html_escaped("a\u0080\u009B\u00A0b"), "a\uFFFD\uFFFD\u00A0b");
  EXPECT_EQ(html_escaped("a\xC2"), "a\uFFFD");
  EXPECT_EQ(html_escaped("a\n\tb"), "a\n\tb");
}

TEST(HtmlLink, LinksToPagesAlone) {
  EXPECT_EQ(html_link("https://gull.example/?a=1&b=\"2\"", "<i>"),
            "<a href=\"https://gull.example/?a=1&amp;b=&quot;2&quot;\" "
            "rel=\"noopener noreferrer nofollow\"><bdi>&lt;i&gt;</bdi></a>");
  for (const char* url : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                          " https://gull.example", "//gull.example", "file:///etc/passwd", ""}) {
    EXPECT_EQ(html_link(url, "x"), "<bdi>x</bdi>") << url;
  }
}

struct DestroyOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

// What a browser makes of a page: its elements with the names of their attributes, without what is
// written in them; and the addresses that it links to.
struct Outline {
  std::string elements;
  std::vector<std::string> links;
};

void walk(const GumboNode& node, Outline& outline) {
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboElement& element = node.v.element;
  const GumboStringPiece tag = element.original_tag;
  outline.elements += gumbo_normalized_tagname(element.tag);
  if (element.tag == GUMBO_TAG_UNKNOWN) outline.elements += std::string(tag.data, tag.length);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    outline.elements += std::string(" ") + attribute->name;
    if (std::string(attribute->name) == "href") outline.links.emplace_back(attribute->value);
  }
  outline.elements += "(";
  for (unsigned i = 0; i < element.children.length; ++i) {
    walk(*static_cast<const GumboNode*>(element.children.data[i]), outline);
  }
  outline.elements += ")";
}

Outline outline_of(const std::string& html) {
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
  Outline outline;
  walk(*output->root, outline);
  return outline;
}

// An entry whose every word that comes from a page is `text`, at `url`.
TimelineEntry entry_saying(const std::string& text, const std::string& url) {
  TimelineEntry entry = samples::threat_entry();
  entry.cluster.id = text;
  entry.cluster.outlets = {text, "heron"};
  entry.cluster.independent_origins = {text};
  auto& row = entry.tellings.front().row;
  row.url = url;
  row.outlet = row.title = row.language = row.prefix = row.suffix = text;
  row.published_at->value = text;
  auto& quotation = row.quotation;
  quotation.text = quotation.language = text;
  quotation.source->name = quotation.source->text = quotation.source->entity = text;
  quotation.hops.front().name = quotation.hops.front().marker = text;
  quotation.threat.condition = model::Condition{.span = {}, .text = text, .demand = text};
  quotation.threat.deadline = text;
  quotation.threat.target->name = quotation.threat.target->text = text;
  entry.tellings.front().capture->response.file = text;
  entry.tellings.front().capture->payload_sha256 = text;
  return entry;
}

std::string page_saying(const std::string& text, const std::string& url) {
  const std::vector<TimelineEntry> entries{entry_saying(text, url)};
  return timeline_html(entries, {.title = text, .selection = text, .software = text});
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> kTexts{
      "<script>alert(1)</script>",
      "</script></style></title><img src=x onerror=alert(1)>",
      "\" onmouseover=\"alert(1)\" x=\"",
      "' onmouseover='alert(1)' x='",
      "--><svg onload=alert(1)>",
      "</blockquote></article></main><form action=//x>",
      "&lt;script&gt;&#60;script&#62;",
      "javascript:alert(1)",
      "<![CDATA[<b>]]>",
      std::string("\0<b>\x1b[2J", 8),
      "\u202Ereversed\u2066\u202D",
      "\xFF\xC2<b\xE2\x80>",
      "{{7*7}} ${7*7} {} {0} %s",
  };
  return kTexts;
}

// Whatever strangers wrote, the page has the elements and attributes that it has for a plain word.
TEST(TimelineHtml, IsTheSamePageWhateverStrangersWrote) {
  const std::string url = "https://gull.example/a";
  const std::string plain = outline_of(page_saying("word", url)).elements;
  EXPECT_THAT(plain, AllOf(HasSubstr("script("), HasSubstr("blockquote lang dir(")));
  for (const std::string& text : hostile_texts()) {
    EXPECT_EQ(outline_of(page_saying(text, url)).elements, plain) << text;
  }
}

TEST(TimelineHtml, LinksToItselfAndToPagesAlone) {
  for (const std::string& url :
       {std::string("javascript:alert(1)"), std::string("data:text/html,<script>x</script>"),
        std::string("https://gull.example/\"><script>x</script>"), std::string("JAVASCRIPT:x"),
        std::string("https://gull.example/a?b='c'&d=<e>")}) {
    const auto links = outline_of(page_saying("word", url)).links;
    EXPECT_THAT(links, Not(testing::IsEmpty()));
    EXPECT_THAT(links, Each(testing::AnyOf(StartsWith("#"), StartsWith("https://gull.example/"),
                                           StartsWith("http://heron.example/"))));
  }
}

TEST(TimelineHtml, HoldsNothingThatATerminalObeys) {
  for (const std::string& text : hostile_texts()) {
    const std::string page = page_saying(text, "https://gull.example/a");
    EXPECT_THAT(page, Not(HasSubstr("\x1b")));
    EXPECT_EQ(page.find('\0'), std::string::npos);
  }
}

// https://www.w3.org/TR/CSP3/: what is not in the policy's hashes does not run.
TEST(TimelineHtml, ForbidsEveryRequestAndEveryOtherScript) {
  const std::string page = page_saying("word", "https://gull.example/a");
  EXPECT_THAT(page, AllOf(HasSubstr("default-src 'none'; style-src 'sha256-"),
                          HasSubstr("; script-src 'sha256-"), Not(HasSubstr("unsafe-inline"))));
  EXPECT_THAT(page,
              AllOf(Not(HasSubstr(" style=")), Not(HasSubstr("src=")), Not(HasSubstr("<link"))));
}

TEST(TimelineHtml, PutsLinksThatNameTheSameIntoOneBox) {
  TimelineEntry entry = samples::threat_entry();
  auto& hops = entry.tellings.front().row.quotation.hops;
  hops.push_back(hops.front());
  hops.back().role = model::HopRole::Translator;
  const std::vector<TimelineEntry> entries{entry};
  EXPECT_THAT(timeline_html(entries, {}),
              HasSubstr("<span class=\"role\">monitor, translator</span> <bdi>Watch Post</bdi> "
                        "<em dir=\"auto\">hedged “is said to have”</em></li>"));
}

// Half an hour into 2024 in Helsinki is 2023 in UTC, by which entries are sorted.
TEST(TimelineHtml, HasAHeadingForEachYearOnce) {
  const auto told = [](std::string value, std::int64_t unix_seconds) {
    TimelineEntry entry = samples::threat_entry();
    entry.tellings.resize(1);
    auto& published_at = entry.tellings.front().row.published_at;
    published_at->value = std::move(value);
    published_at->unix_seconds = unix_seconds;
    return entry;
  };
  const std::vector<TimelineEntry> entries{
      told("2023-12-31T22:00Z", 1704060000), told("2024-01-01T00:30+02:00", 1704061800),
      told("2023-12-31T23:00Z", 1704063600), told("2024-01-01T09:00Z", 1704099600)};
  const std::string page = timeline_html(entries, {});
  const auto count = [&](std::string_view heading) {
    std::size_t times = 0;
    for (std::size_t at = page.find(heading); at != std::string::npos;
         at = page.find(heading, at + 1)) {
      ++times;
    }
    return times;
  };
  EXPECT_EQ(count("<h2>2023</h2>"), 1U);
  EXPECT_EQ(count("<h2>2024</h2>"), 1U);
}

TEST(TimelineHtml, SaysWhatALimitLeftOutAndWhatFiltersChoose) {
  const std::vector<TimelineEntry> entries{samples::threat_entry()};
  const std::string page = timeline_html(entries, {.selection = "speaker Lanz", .left_out = 7});
  EXPECT_THAT(page, HasSubstr("1 utterance in 2 tellings; 7 more left out by --limit"));
  EXPECT_THAT(page, HasSubstr("An utterance is here when any one telling of it passes"));
}

TEST(TimelineHtml, LinksEachOutletToTheQuotedWords) {
  const std::vector<TimelineEntry> entries{samples::threat_entry()};
  EXPECT_THAT(
      timeline_html(entries, {}),
      HasSubstr("Told by <b>2 outlets</b>: <a href=\"http://gull.example/a#:~:text=We%20will"
                "%20burn%20the%20port\" rel=\"noopener noreferrer nofollow\">"
                "<bdi>gull</bdi></a>, <a href=\"http://heron.example/a#:~:text="));
}

}  // namespace
}  // namespace dixit::report
