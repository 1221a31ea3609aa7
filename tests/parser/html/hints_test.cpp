// What callers know of a page is used where the page itself says nothing.
#include <gtest/gtest.h>

#include "parser/reader.h"
#include "parser/text/date.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

PageInput with_hints(std::string_view html) {
  PageInput input;
  input.bytes = html;
  input.url = "https://press.example/a";
  input.language_hint = "fr";
  input.title_hint = "Given title";
  input.published_hint = to_published_at(*parse_iso_date("2021-05-01"), model::DateSource::Given);
  return input;
}

TEST(PageHints, FillWhatThePageLacks) {
  const auto document = read_page(support::built_in_knowledge(), with_hints("<p>x</p>")).document;
  EXPECT_EQ(document.title, "Given title");
  EXPECT_EQ(document.language, "fr");
  ASSERT_TRUE(document.published_at);
  EXPECT_EQ(document.published_at->value, "2021-05-01");
  EXPECT_EQ(document.published_at->source, model::DateSource::Given);
}

TEST(PageHints, GiveWayToThePage) {
  const auto document =
      read_page(support::built_in_knowledge(),
                with_hints("<html lang=de><title>Own title</title>"
                           "<meta property=article:published_time content=2020-02-02><p>x</p>"))
          .document;
  EXPECT_EQ(document.title, "Own title");
  EXPECT_EQ(document.published_at->value, "2020-02-02");
  EXPECT_EQ(document.published_at->source, model::DateSource::Meta);
}

}  // namespace
}  // namespace dixit::parser
