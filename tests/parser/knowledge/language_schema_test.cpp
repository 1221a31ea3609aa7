#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "config/embedded.h"
#include "parser/knowledge/language_file.h"
#include "parser/knowledge/toml_walk.h"
#include "parser/text/tokens.h"

namespace dixit::parser {
namespace {

// "line: message" for the first phrase that stands twice in one list; "" when none does. The reader
// takes such a file, since a second copy harms nothing; whoever mends a list must know of it.
class Duplicates {
 public:
  static std::string first_in(const NamedText& file) {
    const auto found = read_toml<std::string>(file, [](const toml::table& table) {
      Duplicates duplicates;
      duplicates.walk(table);
      return duplicates.first_;
    });
    return found ? *found : std::to_string(found.error().line) + ": " + found.error().message;
  }

 private:
  void walk(const toml::table& table) {
    for (const auto& [key, node] : table) {
      if (const toml::table* inner = node.as_table()) walk(*inner);
      if (const toml::array* list = node.as_array()) check(std::string(key.str()), *list);
    }
  }

  void check(const std::string& key, const toml::array& list) {
    std::set<std::string> seen;
    for (const toml::node& element : list) {
      const auto* text = element.as_string();
      if (text == nullptr || seen.insert(fold_word(text->get())).second) continue;
      const std::size_t line = element.source().begin.line;
      if (!first_.empty() && line >= line_) continue;
      line_ = line;
      first_ = std::to_string(line) + ": " + key + " has \"" + text->get() + "\" twice";
    }
  }

  std::string first_;
  std::size_t line_ = 0;
};

// "line: message" of the first thing wrong with a file; "" when nothing is.
std::string fault_of(const NamedText& file) {
  const auto language = read_language_file(file);
  if (!language) return std::to_string(language.error().line) + ": " + language.error().message;
  return Duplicates::first_in(file);
}

std::string fault_after_head(const std::string& rest) {
  const std::string text = "code = \"xx\"\nmarks = [[\"«\", \"»\"]]\n" + rest;
  return fault_of({"languages/xx.toml", text});
}

class ShippedLanguage : public testing::TestWithParam<config::EmbeddedFile> {};

TEST_P(ShippedLanguage, FollowsTheSchema) {
  EXPECT_EQ(fault_of({std::string(GetParam().name), GetParam().text}), "");
}

TEST_P(ShippedLanguage, FillsWhatQuotationsChainsAndThreatsNeed) {
  const auto language = read_language_file({std::string(GetParam().name), GetParam().text});
  ASSERT_TRUE(language);
  for (const Tag tag : {Tag::Pronoun,
                        Tag::Preposition,
                        Tag::Complementizer,
                        Tag::Conjunction,
                        Tag::Adverb,
                        Tag::Title,
                        Tag::GivenName,
                        Tag::RoleNoun,
                        Tag::GroupNoun,
                        Tag::Demonym,
                        Tag::Say,
                        Tag::Write,
                        Tag::Deny,
                        Tag::Warn,
                        Tag::Threaten,
                        Tag::Judge,
                        Tag::Think,
                        Tag::CueNoun,
                        Tag::SourcePreposition,
                        Tag::HedgeAdverb,
                        Tag::HedgeAdjective,
                        Tag::Unverified,
                        Tag::Spokesperson,
                        Tag::VideoChannel,
                        Tag::StatementChannel,
                        Tag::Translated,
                        Tag::MonitorNoun,
                        Tag::AgencyNoun,
                        Tag::OutletNoun,
                        Tag::AuthorityNoun,
                        Tag::WitnessNoun,
                        Tag::HarmKill,
                        Tag::HarmAttack,
                        Tag::HarmNoun,
                        Tag::CoerceNoun,
                        Tag::VeiledHarm,
                        Tag::ConditionMarker,
                        Tag::DeadlinePhrase,
                        Tag::HarmlessContext,
                        Tag::HazardNoun}) {
    EXPECT_FALSE(language->words(tag).empty()) << name_of(tag);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, ShippedLanguage, testing::ValuesIn(config::languages()),
                         [](const auto& file) {
                           const std::string name(file.param.name);
                           const std::size_t begin = name.rfind('/') + 1;
                           return name.substr(begin, name.find('.') - begin);
                         });

TEST(LanguageSchema, NamesAnUnknownTable) {
  EXPECT_EQ(fault_after_head("[tables]\n"), "3: unknown part \"tables\"");
  EXPECT_EQ(fault_after_head("[verbs.shout]\nforms = [\"x\"]\n"), "3: unknown tag \"shout\"");
}

TEST(LanguageSchema, NamesAnUnknownKey) {
  EXPECT_EQ(fault_after_head("[words]\npronoun = [\"it\"]\nprnoun = [\"he\"]\n"),
            "5: unknown tag \"prnoun\"");
}

TEST(LanguageSchema, NamesAWrongType) {
  EXPECT_EQ(fault_after_head("[words]\nadverb = \"soon\"\n"), "4: a table is wanted here");
  EXPECT_EQ(fault_after_head("[words]\nadverb = [1]\n"), "4: a string is wanted here");
  EXPECT_EQ(fault_after_head("[grammar]\nsubject_dropped = \"yes\"\n"),
            "4: a switch is true or false");
  EXPECT_EQ(fault_after_head("words = 3\n"), "3: a table is wanted here");
}

TEST(LanguageSchema, NamesAnEmptyPhrase) {
  EXPECT_EQ(fault_after_head("[words]\nadverb = [\"soon\",\n  \"\"]\n"), "5: an empty phrase");
  EXPECT_EQ(fault_after_head("[words]\nadverb = [\" \"]\n"), "4: an empty phrase");
  EXPECT_EQ(fault_after_head("[verbs.say]\nforms = { \"participle\" = [\"\"] }\n"),
            "4: an empty phrase");
}

TEST(LanguageSchema, AnEmptyEndingLeavesTheStemAlone) {
  EXPECT_EQ(
      fault_after_head("[paradigms.a]\n\"indicative\" = [\"\"]\n[verbs.say]\na = [\"zor\"]\n"), "");
}

TEST(LanguageSchema, NamesADuplicate) {
  EXPECT_EQ(fault_after_head("[words]\nadverb = [\"soon\", \"late\",\n  \"Soon\"]\n"),
            "5: adverb has \"Soon\" twice");
  EXPECT_EQ(fault_after_head("[words]\npronoun = { \"m\" = [\"he\"], \"f\" = [\"he\"] }\n"), "");
}

TEST(LanguageGuide, NamesEveryTag) {
  std::ifstream file(DIXIT_LANGUAGE_GUIDE);
  const std::string guide{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(guide.empty());
  for (const std::string_view tag : {
#define DIXIT_TAG_NAME(enumerator, name, verb) std::string_view(name),
           DIXIT_TAGS(DIXIT_TAG_NAME)
#undef DIXIT_TAG_NAME
       }) {
    EXPECT_NE(guide.find("`" + std::string(tag) + "`"), std::string::npos) << tag;
  }
}

}  // namespace
}  // namespace dixit::parser
