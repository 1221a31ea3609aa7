#include "storage/text_query.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

std::string read(std::string_view text, const std::vector<std::string>& languages = {}) {
  const auto expression = fts_expression(text, languages);
  return expression ? *expression : "error: " + expression.error().context;
}

TEST(FtsExpression, WantsAllWords) {
  EXPECT_EQ(read("Guerre TOTALE"), R"(((words:"guerre")) AND ((words:"totale")))");
}

TEST(FtsExpression, LooksForStemsOfEveryLanguage) {
  EXPECT_EQ(read("menaces", {"fr", "xx"}),
            R"(((words:"menaces" OR stems:"menac" OR stems:"menaces")))");
}

TEST(FtsExpression, KeepsPhrasesAndBeginningsAsTheyStand) {
  EXPECT_EQ(read("\"guerre totale\"", {"fr"}), R"((words:"guerre totale"))");
  EXPECT_EQ(read("guer*", {"fr"}), R"((words:"guer"*))");
  EXPECT_EQ(read("porte-parole", {"fr"}), R"((words:"porte parole"))");
}

TEST(FtsExpression, JoinsNeighboursByOr) {
  EXPECT_EQ(read("a \"b c\" OR d e"),
            R"(((words:"a")) AND (words:"b c" OR (words:"d")) AND ((words:"e")))");
}

TEST(FtsExpression, TakesAwayWhatIsExcluded) {
  EXPECT_EQ(read("a -b -\"c d\" -e*"),
            R"((((words:"a"))) NOT ((words:"b") OR words:"c d" OR words:"e"*))");
}

TEST(FtsExpression, LetsNothingTypedThrough) {
  EXPECT_EQ(read("NEAR(a b) words:x ^y {z} '; DROP"),
            R"((words:"near a") AND ((words:"b")) AND (words:"words x") AND ((words:"y")) AND )"
            R"(((words:"z")) AND ((words:"drop")))");
}

TEST(FtsExpression, SaysWhatItCannotRead) {
  EXPECT_EQ(read("\"open"), "error: \"\"open\": a quotation mark is not closed");
  EXPECT_EQ(read("-a"), "error: \"-a\": no word to look for");
  EXPECT_EQ(read(" ... "), "error: \" ... \": no word to look for");
  EXPECT_EQ(read("OR a"), "error: \"OR a\": OR stands between two words");
  EXPECT_EQ(read("a OR OR b"), "error: \"a OR OR b\": OR stands between two words");
  EXPECT_EQ(read("a OR"), "error: \"a OR\": OR stands between two words");
  EXPECT_EQ(read("a OR -b"), "error: \"a OR -b\": OR cannot stand beside what is excluded");
  EXPECT_NE(read(std::string(2000, 'a')).find("too long"), std::string::npos);
  std::string many;
  for (int i = 0; i < 40; ++i) many += "a ";
  EXPECT_NE(read(many).find("too many words"), std::string::npos);
}

}  // namespace
}  // namespace dixit::storage
