#include "parser/post/post_values.h"

#include <gtest/gtest.h>

#include "parser/post/post_text.h"

namespace dixit::parser {
namespace {

TEST(PostValues, ReadTheTimeInIdentifiers) {
  EXPECT_EQ(unix_of_snowflake("1879091234567890123"), 1736845236);
  EXPECT_EQ(unix_of_snowflake("20"), std::nullopt) << "counted before time was kept in them";
  EXPECT_EQ(unix_of_snowflake("12a"), std::nullopt);
  EXPECT_EQ(unix_of_snowflake("99999999999999999999999"), std::nullopt);
  // The first that there can be, and the specification's example.
  EXPECT_EQ(unix_of_tid("2222222222222"), 0);
  EXPECT_EQ(unix_of_tid("3jzfcijpj2z2a"), 1688137381);
  EXPECT_EQ(unix_of_tid("zzzzzzzzzzzzz"), std::nullopt);
  EXPECT_EQ(unix_of_tid("3jzfcijpj2z2"), std::nullopt);
  EXPECT_EQ(unix_of_tid("3jzfcijpj2z21"), std::nullopt);
}

TEST(PostValues, NameWhoIsBehindAnAddress) {
  EXPECT_EQ(fediverse_handle("https://salt.example/@anna/12"), "@anna@salt.example");
  EXPECT_EQ(fediverse_handle("https://salt.example/users/anna/statuses/12"), "@anna@salt.example");
  EXPECT_EQ(fediverse_handle("https://salt.example/@anna@far.example/12"), "@anna@far.example");
  for (const char* url : {"https://salt.example/", "https://salt.example/@", "", "@anna",
                          "https://salt.example/users", "https://salt.example/tags/anna"}) {
    EXPECT_EQ(fediverse_handle(url), "") << url;
  }
}

TEST(PostText, PartsParagraphsWhereThePageBreaksLines) {
  const PostText text = read_post_markup(
      "<p>One <b>two</b><br>three</p><ul><li>four<li><a href='https://a.example/x'>five</a></ul>six"
      " <script>no</script><a href='javascript:x()'>seven</a> <a href='https://b.example/'>@b</a>");
  EXPECT_EQ(text.paragraphs,
            (std::vector<std::string>{"One two", "three", "four", "five", "six seven @b"}));
  EXPECT_EQ(text.links, (std::vector<std::string>{"https://a.example/x"}));
}

}  // namespace
}  // namespace dixit::parser
